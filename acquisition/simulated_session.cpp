#include "acquisition/simulated_session.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "acquisition/illumination_scan.h"
#include "acquisition/phantom_cells.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr StagePosition kEmptyPlace{200.0, 0.0, 0.0};
constexpr double kSiteSpacing = 100.0;  // µm between cells, more than one sees of its neighbours

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

// Sample `index` of the session as if it were alone.
SimulationOptions alone(const SimulationOptions& options, const std::vector<std::string>& samples, std::size_t index) {
  SimulationOptions one = options;
  one.sample = samples[index];
  one.seed += static_cast<int>(index);
  return one;
}

std::string name_of(const SimulationOptions& options, const std::vector<std::string>& samples) {
  return samples.size() == 1 ? fmt::format("SIM-{}-{}", samples[0], options.seed)
                             : fmt::format("SIM-{}-cells-{}", samples.size(), options.seed);
}

}  // namespace

SimulatedSession::SimulatedSession(const SimulationOptions& options, const std::vector<std::string>& samples,
                                   std::uint64_t noise)
    : options_(options), samples_(samples) {
  if (samples_.empty()) throw InputError("there is no sample on the slide", "Name at least one.");
  std::optional<std::uint64_t> camera_seed;
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    const SimulationOptions one = alone(options_, samples_, i);
    validate_options(one);
    Random random(static_cast<std::uint64_t>(one.seed));
    phantoms_.push_back(make_sample(one, random));
    if (!camera_seed) camera_seed = random() + noise;
  }
  set_up(*camera_seed);
}

SimulatedSession SimulatedSession::with(const Phantom& phantom, const SimulationOptions& options) {
  validate_options(options);
  SimulatedSession session;
  session.options_ = options;
  session.samples_ = {phantom.type};
  session.phantoms_ = {{phantom}};
  session.set_up(static_cast<std::uint64_t>(options.seed));
  return session;
}

void SimulatedSession::set_up(std::uint64_t camera_seed) {
  const OpticalSetup setup = setup_of(options_);
  std::vector<SlideSite> slide;
  for (std::size_t i = 0; i < phantoms_.size(); ++i) {
    plan_.positions.push_back({0.0, kSiteSpacing * static_cast<double>(i), 0.0});
    slide.push_back({plan_.positions.back(), phantoms_[i]});
  }
  microscope_ = std::make_unique<SimulatedMicroscope>(setup, sensor_of(options_), options_.camera_pixels, slide,
                                                      camera_seed, options_.slice_um);
  plan_.background = kEmptyPlace;
  plan_.options.timing = "software";
  plan_.time_multiplexed = options_.time_multiplexed;
  plan_.illumination = options_.scan_pattern == "ring" ? ring_scan(setup, options_.illumination_na, options_.angles)
                                                       : spiral_scan(setup, options_.illumination_na, options_.angles);
  description_.sample_id = name_of(options_, samples_);
  description_.simulated = true;
  description_.setup = setup;
  description_.carrier = microscope_->carrier();
  description_.bit_depth = options_.bit_depth;
  description_.frame_shape = {options_.camera_pixels, options_.camera_pixels};
  description_.provenance = make_provenance("acquisition");
  description_.provenance.options_json = options_to_json(options_);
  description_.provenance.device = "simulated microscope";
  description_.provenance.input = description_.sample_id;
  description_.extra_json = nlohmann::ordered_json{
      {"simulation", nlohmann::ordered_json::parse(options_to_json(options_))},
      {"samples", samples_}}.dump();
}

Instrument SimulatedSession::instrument() {
  return {microscope_->camera(), microscope_->modulator(), microscope_->stage(), microscope_->laser()};
}

GroundTruth SimulatedSession::truth(Index position) const {
  const auto index = static_cast<std::size_t>(position - 1);
  return truth_of(alone(options_, samples_, index), phantoms_.at(index));
}

SimulatedSession SimulatedSession::of(const ScanJournal& journal) {
  const auto extra = nlohmann::ordered_json::parse(journal.description().extra_json);
  if (!journal.description().simulated || !extra.contains("simulation"))
    throw FileError(journal.reader().path(), "was not acquired from the simulated microscope",
                    "Resume it with the instrument that it comes from.");
  // Frames taken now have other noise than those taken before.
  return SimulatedSession(options_from_json<SimulationOptions>(extra.at("simulation").dump()),
                          extra.at("samples").get<std::vector<std::string>>(), journal.reader().frames());
}

}  // namespace tomocyte
