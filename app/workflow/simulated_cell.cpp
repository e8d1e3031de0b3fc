#include "app/workflow/simulated_cell.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "acquisition/illumination_scan.h"
#include "acquisition/phantom_cells.h"
#include "core/error.h"
#include "inference/resample.h"
#include "reconstruction/nonnegativity.h"

namespace tomocyte {
namespace {

// What first-order scattering leaves out, fitted to cells through the simulated microscope (docs/simulated-cells.md):
// Rytov's approximation blurs the edges above and below, and shows what lies out of focus larger and fainter.
constexpr double kAxialBlur = 0.17;  // µm
constexpr double kMagnification = 1.014;
constexpr double kContrast = 0.957;

OpticalSetup setup_of(const SimulationOptions& options) {
  return {options.wavelength_um, options.medium_index, options.numerical_aperture, options.pixel_size_um};
}

// The next even number that FFTs like: no prime factor above 5.
Index fast_even(double at_least) {
  for (auto n = 2 * static_cast<Index>(std::ceil(0.5 * at_least));; n += 2) {
    Index rest = n;
    for (const Index prime : {2, 3, 5})
      while (rest % prime == 0) rest /= prime;
    if (rest == 1) return n;
  }
}

Shape<3> operator_volume(const NetworkGrid& grid) {
  const auto n = static_cast<double>(grid.voxels);
  const Index lateral = fast_even(4.0 / 3.0 * n);
  return {fast_even(2.0 * n), lateral, lateral};
}

// f = k0²(n² - n_m²) on half voxels of `volume`, as many planes as the cell reaches.
Array<float, 3> potential_of(Phantom phantom, double k0, const Shape<3>& volume, double voxel_um) {
  phantom.scale(kMagnification);
  const double step = 0.5 * voxel_um;
  const Eigen::AlignedBox3d box = phantom.box();
  const auto reach = static_cast<Index>(std::ceil(std::max(-box.min().z(), box.max().z()) / step)) + 1;
  const Shape<3> shape = {2 * std::min(reach, volume[0]), 2 * volume[1], 2 * volume[2]};
  Array<float, 3> values(shape);
  const auto medium = static_cast<float>(phantom.medium_index);
  std::fill(values.values().begin(), values.values().end(), medium);
  const Eigen::Vector3d first(static_cast<double>(-shape[2] / 2), static_cast<double>(-shape[1] / 2),
                              static_cast<double>(-shape[0] / 2));
  paint(phantom, {first * step, Eigen::Vector3d::Constant(step), shape}, values.view());
  const auto k2 = static_cast<float>(kContrast * k0 * k0);
  for (float& n : values.values()) n = k2 * (n - medium) * (n + medium);
  return values;
}

// Shot noise as the simulated camera's: quantisation is a noise of a twelfth of a count.
double noise_density(const SimulationOptions& options, const Donor& donor) {
  const double electrons = options.exposure * options.full_well_e;
  const double count_e = options.full_well_e / ((1 << options.bit_depth) - 1) * std::pow(10.0, -options.gain_db / 20.0);
  const double read_e = std::hypot(options.read_noise_e, count_e / std::sqrt(12.0));
  return shot_noise_density(electrons, read_e, options.pixel_size_um) * donor.noise * donor.noise;
}

// Labels first: the cell is what is largest above the threshold.
const Cell& largest_cell(const Measurement& measurement) {
  if (measurement.cells.empty())
    throw InputError("a simulated cell is nowhere above the threshold", "Lower --threshold-above-medium.");
  return measurement.cells.front();
}

// One cell a file: crumbs beside it are dropped, and it is given its class.
void keep_largest(Measurement& measurement, const std::string& type) {
  static_cast<void>(largest_cell(measurement));
  measurement.cells.resize(1);
  measurement.cells.front().annotation = type;
  for (std::uint16_t& label : measurement.labels.values())
    if (label != 1) label = 0;
}

nlohmann::ordered_json json_of(const Donor& donor) {
  return {{"id", donor.id},
          {"volume_factor", donor.volume},
          {"density_shift_g_dl", donor.density_g_dl},
          {"nucleus_factor", donor.nucleus},
          {"granules_factor", donor.granules},
          {"noise_factor", donor.noise},
          {"medium_offset", donor.medium_offset}};
}

// The tomogram and the field about the cell's centroid on the network's grid, measured there.
Scan about_the_cell(const Tomogram& tomogram, const FieldStack& fields, const CellOnSlide& cell,
                    const ImagingOptions& options) {
  const NetworkGrid& grid = options.grid;
  const Measurement whole = measure_cells(tomogram, options.measurement);
  const std::array<double, 3> centre = largest_cell(whole).centroid_um;
  Scan scan;
  scan.simulated = true;
  scan.donor_id = cell.donor.id;
  scan.tomogram = resample(tomogram, centre, {grid.voxel_um, grid.voxel_um, grid.voxel_um},
                           {grid.voxels, grid.voxels, grid.voxels});
  scan.fields = resample_field(fields, 0, {centre[1], centre[2]}, 0.5 * grid.voxel_um, 2 * grid.voxels);
  Measurement measurement = measure_cells(*scan.tomogram, options.measurement);
  keep_largest(measurement, cell.phantom.type);
  scan.labels = std::move(measurement.labels);
  scan.cells = std::move(measurement.cells);
  scan.truth = GroundTruth{nlohmann::ordered_json{{"simulated", true},
                                                  {"donor", json_of(cell.donor)},
                                                  {"cells", {nlohmann::ordered_json::parse(describe(cell.phantom))}}}
                               .dump(),
                           std::nullopt};
  return scan;
}

}  // namespace

CellOnSlide make_cell_on_slide(const std::string& type, const Donor& donor, double medium_index, std::uint64_t seed) {
  constexpr double kOffCentre = 0.5;  // µm
  Random random(seed);
  CellOnSlide cell{make_white_cell(type, donor, medium_index + donor.medium_offset, random), donor, 1};
  const double x = uniform(random, -kOffCentre, kOffCentre);
  const double y = uniform(random, -kOffCentre, kOffCentre);
  const double z = uniform(random, -kOffCentre, kOffCentre);
  cell.phantom.move({x, y, z});
  cell.noise_seed = std::uniform_int_distribution(1, 1'000'000'000)(random);
  return cell;
}

ScanOperator network_operator(const ImagingOptions& options) {
  const SimulationOptions& simulation = options.simulation;
  const OpticalSetup setup = setup_of(simulation);
  const auto illumination = simulation.scan_pattern == "ring"
                                ? ring_scan(setup, simulation.illumination_na, simulation.angles)
                                : spiral_scan(setup, simulation.illumination_na, simulation.angles);
  const double voxel = options.grid.voxel_um;
  return {setup, illumination, operator_volume(options.grid), {voxel, voxel, voxel}, kAxialBlur};
}

Scan image_through_operator(const CellOnSlide& cell, const ScanOperator& scan_operator, const ImagingOptions& options) {
  const OpticalSetup setup = setup_of(options.simulation);
  const double voxel = options.grid.voxel_um;
  const auto potential = potential_of(cell.phantom, setup.k0(), operator_volume(options.grid), voxel);
  const FieldNoise noise{noise_density(options.simulation, cell.donor), static_cast<std::uint64_t>(cell.noise_seed)};
  const ScanOperator::Measured measured = scan_operator.measure(potential.view(), noise);
  const Tomogram tomogram =
      tomogram_of(measured.spectrum, {voxel, voxel, voxel}, setup, options.reconstruction, {"cpu", 1});
  return about_the_cell(tomogram, measured.normal_field, cell, options);
}

Scan image_through_optics(const CellOnSlide& cell, const ImagingOptions& options, int threads,
                          const Progress& progress) {
  SimulationOptions simulation = options.simulation;
  simulation.medium_index = cell.phantom.medium_index;
  simulation.full_well_e /= cell.donor.noise * cell.donor.noise;
  simulation.seed = cell.noise_seed;
  Scan scan = simulate_scan(simulation, cell.phantom, progress.part(0.0, 0.8, "Acquiring"));
  // The reconstruction is told the nominal medium.
  scan.holograms->setup.medium_index = options.simulation.medium_index;
  const ComputeDevice device{"cpu", threads};
  const FieldStack fields =
      retrieve_fields(*scan.holograms, options.reconstruction, device, progress.part(0.8, 0.85, "Retrieving fields"));
  const Tomogram tomogram =
      reconstruct(fields, options.reconstruction, device, progress.part(0.85, 1.0, "Reconstructing the tomogram"));
  return about_the_cell(tomogram, fields, cell, options);
}

}  // namespace tomocyte
