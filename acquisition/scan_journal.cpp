#include "acquisition/scan_journal.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "acquisition/journal/provenance_json.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kKind = "tomographic scan";

}  // namespace

std::string journal_header(const ScanDescription& d, const ScanPlan& plan) {
  Json json = {{"kind", kKind},
               {"sample_id", d.sample_id},
               {"donor_id", d.donor_id},
               {"simulated", d.simulated},
               {"setup",
                {{"wavelength_um", d.setup.wavelength_um},
                 {"medium_index", d.setup.medium_index},
                 {"numerical_aperture", d.setup.numerical_aperture},
                 {"pixel_size_um", d.setup.pixel_size_um}}},
               {"bit_depth", d.bit_depth},
               {"frame_shape", d.frame_shape},
               {"plan", Json::parse(plan_to_json(plan))},
               {"provenance", provenance_json(d.provenance)},
               {"extra", Json::parse(d.extra_json)}};
  if (!d.conditions.empty()) json["conditions"] = Json::parse(conditions_to_json({"", d.conditions}));
  if (d.carrier) json["carrier_rad_per_um"] = {d.carrier->x, d.carrier->y};
  return json.dump();
}

ScanJournal::ScanJournal(const std::filesystem::path& path) : reader_(path) {
  read_header();
  completed_ = find_complete_positions(reader_, plan_.position_count(), plan_.angles());
}

void ScanJournal::read_header() {
  try {
    const Json json = Json::parse(reader_.header_json());
    if (json.at("kind") != kKind)
      throw FileError(reader_.path(), fmt::format("is the journal of a {}", json.at("kind").get<std::string>()),
                      "Open it with the program that knows this kind of scan.");
    const Json& setup = json.at("setup");
    description_.sample_id = json.at("sample_id");
    description_.donor_id = json.at("donor_id");
    description_.simulated = json.at("simulated");
    description_.setup = {setup.at("wavelength_um"), setup.at("medium_index"), setup.at("numerical_aperture"),
                          setup.at("pixel_size_um")};
    description_.bit_depth = json.at("bit_depth");
    description_.frame_shape = json.at("frame_shape").get<Shape<2>>();
    description_.provenance = provenance_from(json.at("provenance"));
    description_.extra_json = json.at("extra").dump();
    if (json.contains("conditions"))
      description_.conditions = conditions_from_json(json.at("conditions").dump()).values;
    if (json.contains("carrier_rad_per_um"))
      description_.carrier = WaveVector{json.at("carrier_rad_per_um").at(0).get<double>(),
                                        json.at("carrier_rad_per_um").at(1).get<double>()};
    plan_ = plan_from_json(json.at("plan").dump());
  } catch (const nlohmann::json::exception& error) {
    throw FileError(reader_.path(), fmt::format("has a header that cannot be understood: {}", error.what()));
  }
}

std::vector<Index> ScanJournal::complete_positions() const {
  std::vector<Index> positions;
  for (Index position = 0; position < plan_.position_count(); ++position)
    if (complete(position)) positions.push_back(position);
  return positions;
}

int ScanJournal::next_attempt(Index position) const {
  return completed_.at(static_cast<std::size_t>(position)).next_attempt;
}

Array<std::uint16_t, 3> ScanJournal::frames_of(Index position, const Progress& progress) const {
  const CompletedPosition& completed = completed_.at(static_cast<std::size_t>(position));
  Array<std::uint16_t, 3> frames({plan_.angles(), description_.frame_shape[0], description_.frame_shape[1]});
  for (Index angle = 0; angle < plan_.angles(); ++angle) {
    progress.report(static_cast<double>(angle) / static_cast<double>(plan_.angles()));
    reader_.read_counts(completed.frames[static_cast<std::size_t>(angle)], frames[angle]);
  }
  return frames;
}

Scan ScanJournal::scan(Index position, const Progress& progress) const {
  if (position < 1 || position >= plan_.position_count() || !complete(position))
    throw InputError(fmt::format("{}: position {} is not complete", reader_.path().string(), position),
                     "Resume the scan first.");
  Scan scan;
  scan.donor_id = description_.donor_id;
  scan.sample_id =
      plan_.positions.size() == 1 ? description_.sample_id : fmt::format("{}-{:02}", description_.sample_id, position);
  scan.simulated = description_.simulated;
  HologramStack stack;
  stack.setup = description_.setup;
  stack.carrier = description_.carrier;
  stack.bit_depth = description_.bit_depth;
  stack.illumination = plan_.illumination;
  Json background;
  if (complete(0)) {
    stack.background = frames_of(0, progress.part(0.0, 0.5, "Reading backgrounds"));
    background = Json::parse(completed_[0].note_json);
    if (background.contains("conditions"))
      stack.background_conditions = conditions_from_json(background.at("conditions").dump());
  }
  stack.holograms = frames_of(position, progress.part(0.5, 1.0, "Reading holograms"));
  scan.holograms = std::move(stack);
  Provenance provenance = description_.provenance;
  const Json options = {{"options", Json::parse(provenance.options_json.empty() ? "null" : provenance.options_json)},
                        {"scan", Json::parse(options_to_json(plan_.options))},
                        {"background", background},
                        {"position", Json::parse(completed_[static_cast<std::size_t>(position)].note_json)}};
  provenance.options_json = options.dump();
  scan.provenance.push_back(std::move(provenance));
  return scan;
}

}  // namespace tomocyte
