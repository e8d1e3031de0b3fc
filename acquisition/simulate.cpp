#include "acquisition/simulate.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "acquisition/illumination_scan.h"
#include "acquisition/phantom_cells.h"
#include "acquisition/simulated_microscope.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr StagePosition kEmptyPlace{200.0, 0.0, 0.0};

OpticalSetup setup_of(const SimulationOptions& options) {
  const OpticalSetup setup{options.wavelength_um, options.medium_index, options.numerical_aperture,
                           options.pixel_size_um};
  validate(setup);
  return setup;
}

std::vector<Phantom> make_sample(const SimulationOptions& options, Random& random) {
  if (options.sample == "sphere")
    return {make_sphere(options.sphere_radius_um, options.sphere_index, options.medium_index)};
  if (options.sample == "bead") {
    constexpr double kBeadRadius = 0.05;
    Phantom bead = make_sphere(kBeadRadius, options.sphere_index, options.medium_index);
    return {bead};
  }
  if (options.sample == "coated-sphere")
    return {make_coated_sphere(options.sphere_radius_um, options.sphere_index, options.medium_index)};
  if (options.sample == "field")
    return make_field(options.pixel_size_um * options.camera_pixels, options.medium_index, random);
  return {make_cell(options.sample, options.medium_index, random)};
}

GroundTruth truth_of(const SimulationOptions& options, const std::vector<Phantom>& phantoms) {
  nlohmann::ordered_json json = {{"simulated", true},
                                 {"options", nlohmann::ordered_json::parse(options_to_json(options))},
                                 {"cells", nlohmann::ordered_json::array()}};
  constexpr double kProteinRii = 0.2;  // mL/g
  for (const Phantom& phantom : phantoms) {
    const double step = std::min(0.08, phantom.box().sizes().minCoeff() / 24.0);
    const PhantomTruth truth = integrate(phantom, step);
    nlohmann::ordered_json cell = nlohmann::ordered_json::parse(describe(phantom));
    cell["volume_fl"] = truth.volume_fl;
    cell["mean_ri"] = truth.mean_ri;
    cell["protein_density_g_dl"] = 100.0 * (truth.mean_ri - options.medium_index) / kProteinRii;
    cell["dry_mass_pg"] = truth.volume_fl * (truth.mean_ri - options.medium_index) / kProteinRii;
    json["cells"].push_back(std::move(cell));
  }
  // A homogeneous sphere is an exact answer to compare a tomogram with.
  if (options.sample == "sphere") {
    json["shape"] = "sphere";
    json["radius_um"] = options.sphere_radius_um;
    json["refractive_index"] = options.sphere_index;
  }
  constexpr double kVoxel = 0.1;
  const auto size = static_cast<Index>(std::lround(options.pixel_size_um * options.camera_pixels / kVoxel));
  GroundTruth truth{json.dump(),
                    sample_phantoms(phantoms, options.medium_index, {size, size, size}, {kVoxel, kVoxel, kVoxel})};
  truth.tomogram->wavelength_um = options.wavelength_um;
  return truth;
}

SensorModel sensor_of(const SimulationOptions& options) {
  return {options.bit_depth, options.full_well_e, options.read_noise_e, options.exposure, options.gain_db};
}

void copy_frame(const CameraFrame& frame, View<std::uint16_t, 2> out) {
  std::copy(frame.counts.values().begin(), frame.counts.values().end(), out.data());
}

}  // namespace

Scan simulate_scan(const SimulationOptions& options, const Progress& progress, const FrameCallback& on_frame) {
  validate_options(options);
  const OpticalSetup setup = setup_of(options);
  Random random(static_cast<std::uint64_t>(options.seed));
  const std::vector<Phantom> phantoms = make_sample(options, random);
  SimulatedMicroscope microscope(setup, sensor_of(options), options.camera_pixels, {{{0.0, 0.0, 0.0}, phantoms}},
                                 random());
  const auto scan_angles = options.scan_pattern == "ring" ? ring_scan(setup, options.illumination_na, options.angles)
                                                          : spiral_scan(setup, options.illumination_na, options.angles);
  std::vector<IlluminationPattern> sequence;
  for (const WaveVector& k : scan_angles) sequence.push_back({k, options.time_multiplexed});

  HologramStack stack;
  stack.setup = setup;
  stack.illumination = scan_angles;
  stack.carrier = microscope.carrier();
  stack.bit_depth = options.bit_depth;
  const Index pixels = options.camera_pixels;
  stack.holograms = Array<std::uint16_t, 3>({static_cast<Index>(sequence.size()), pixels, pixels});
  stack.background = Array<std::uint16_t, 3>(stack.holograms.shape());

  microscope.modulator().upload(sequence);
  microscope.laser().set_on(true);
  const auto record = [&](View<std::uint16_t, 3> frames, const Progress& part, bool live) {
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      part.report(static_cast<double>(i) / static_cast<double>(sequence.size()));
      microscope.modulator().display(i);
      copy_frame(microscope.camera().snap(), frames[static_cast<Index>(i)]);
      if (live && on_frame) on_frame(static_cast<Index>(i), stack);
    }
  };
  microscope.stage().move_to(kEmptyPlace);
  record(stack.background.view(), progress.part(0.0, 0.15, "Acquiring backgrounds (simulated)"), false);
  microscope.stage().move_to({0.0, 0.0, 0.0});
  record(stack.holograms.view(), progress.part(0.15, 0.95, "Acquiring holograms (simulated)"), true);
  microscope.laser().set_on(false);

  Scan scan;
  scan.sample_id = fmt::format("SIM-{}-{}", options.sample, options.seed);
  scan.simulated = true;
  scan.holograms = std::move(stack);
  progress.part(0.95, 1.0, "Sampling the ground truth").report(0.0);
  scan.truth = truth_of(options, phantoms);
  Provenance provenance = make_provenance("acquisition");
  provenance.options_json = options_to_json(options);
  provenance.device = "simulated microscope";
  provenance.input = scan.sample_id;
  scan.provenance.push_back(std::move(provenance));
  return scan;
}

}  // namespace tomocyte
