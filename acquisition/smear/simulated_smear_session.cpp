#include "acquisition/smear/simulated_smear_session.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kBesideUm = 1000.0;  // between the smear and the place of the background
constexpr double kHalfMm = 500.0;     // µm

SmearPlan default_plan(const SmearSlideOptions& slide) {
  SmearPlan plan;
  plan.region = {-kHalfMm, -kHalfMm, 2.0 * kHalfMm, 2.0 * kHalfMm};
  plan.background = {kHalfMm * slide.width_mm + kBesideUm, 0.0, 0.0};
  plan.wavelengths = {{kSmearFilters[0], 1, 100.0}, {kSmearFilters[1], 2, 3.0}, {kSmearFilters[2], 3, 64.0}};
  return plan;
}

// Coordinates to the nanometre: the list is long.
double rounded(double um) { return std::round(1e3 * um) / 1e3; }

}  // namespace

SimulatedSmearSession::SimulatedSmearSession(const SmearSlideOptions& slide, const SmearMicroscopeOptions& options,
                                             std::uint64_t exposures_before)
    : slide_(slide), options_(options), microscope_(slide, options, exposures_before), plan_(default_plan(slide)) {
  const Json simulation = {{"slide", Json::parse(options_to_json(slide_))},
                           {"microscope", Json::parse(options_to_json(options_))}};
  description_.sample_id = fmt::format("SIM-smear-{}", slide_.seed);
  description_.simulated = true;
  description_.pixel_size_um = options_.pixel_size_um;
  description_.numerical_aperture = options_.numerical_aperture;
  description_.bit_depth = options_.bit_depth;
  description_.frame_shape = {options_.camera_height, options_.camera_width};
  description_.provenance = make_provenance("acquisition");
  description_.provenance.options_json = simulation.dump();
  description_.provenance.device = "simulated deep-UV smear microscope";
  description_.provenance.input = description_.sample_id;
  description_.extra_json = Json{{"simulation", simulation}}.dump();
}

std::string SimulatedSmearSession::truth_json(const SmearRegion& region, const std::vector<SmearTile>& tiles) const {
  Json json = {{"simulated", true}, {"cells", Json::array()}, {"tile_centres_um", Json::array()}};
  for (const SmearCell& cell : microscope_.slide().cells(region))
    json["cells"].push_back({{"type", to_string(cell.type)},
                             {"x_um", rounded(cell.x_um)},
                             {"y_um", rounded(cell.y_um)},
                             {"radius_um", rounded(cell.radius_um)}});
  for (const SmearTile& tile : tiles) {
    const StagePosition place = microscope_.truth_at({tile.x_um, tile.y_um, tile.z_um});
    json["tile_centres_um"].push_back({rounded(place.x_um), rounded(place.y_um)});
  }
  return json.dump();
}

SimulatedSmearSession SimulatedSmearSession::of(const SmearJournal& journal) {
  const Json extra = Json::parse(journal.description().extra_json);
  if (!journal.description().simulated || !extra.contains("simulation"))
    throw FileError(journal.reader().path(), "was not acquired from the simulated smear microscope",
                    "Resume it with the instrument that it comes from.");
  const Json& simulation = extra.at("simulation");
  return SimulatedSmearSession(options_from_json<SmearSlideOptions>(simulation.at("slide").dump()),
                               options_from_json<SmearMicroscopeOptions>(simulation.at("microscope").dump()),
                               journal.reader().frames());
}

}  // namespace tomocyte
