#include "acquisition/smear/smear_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "acquisition/journal/provenance_json.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kKind = "smear scan";

}  // namespace

std::string smear_journal_header(const SmearDescription& d, const SmearPlan& plan) {
  return Json{{"kind", kKind},
              {"sample_id", d.sample_id},
              {"simulated", d.simulated},
              {"pixel_size_um", d.pixel_size_um},
              {"numerical_aperture", d.numerical_aperture},
              {"bit_depth", d.bit_depth},
              {"frame_shape", d.frame_shape},
              {"plan", Json::parse(smear_plan_to_json(plan))},
              {"provenance", provenance_json(d.provenance)},
              {"extra", Json::parse(d.extra_json)}}
      .dump();
}

SmearJournal::SmearJournal(const std::filesystem::path& path) : reader_(path) {
  read_header();
  const auto tiles = smear_raster(plan_.region, description_.field(), plan_.options.overlap);
  completed_ = find_complete_positions(reader_, static_cast<Index>(tiles.size()) + 1,
                                       static_cast<Index>(plan_.wavelengths.size()));
}

bool is_smear_journal(const JournalReader& journal) {
  const Json header = Json::parse(journal.header_json(), nullptr, false);
  return header.is_object() && header.value("kind", "") == kKind;
}

void SmearJournal::read_header() {
  try {
    const Json json = Json::parse(reader_.header_json());
    if (json.at("kind") != kKind)
      throw FileError(reader_.path(), fmt::format("is the journal of a {}", json.at("kind").get<std::string>()),
                      "Open it with the command that knows this kind of scan.");
    description_.sample_id = json.at("sample_id");
    description_.simulated = json.at("simulated");
    description_.pixel_size_um = json.at("pixel_size_um");
    description_.numerical_aperture = json.at("numerical_aperture");
    description_.bit_depth = json.at("bit_depth");
    description_.frame_shape = json.at("frame_shape").get<Shape<2>>();
    description_.provenance = provenance_from(json.at("provenance"));
    description_.extra_json = json.at("extra").dump();
    plan_ = smear_plan_from_json(json.at("plan").dump());
  } catch (const nlohmann::json::exception& error) {
    throw FileError(reader_.path(), fmt::format("has a header that cannot be understood: {}", error.what()));
  }
}

Index SmearJournal::missing() const { return std::ranges::count(completed_, false, &CompletedPosition::whole); }

void SmearJournal::read_frame(Index position, Index wavelength, View<std::uint16_t, 2> counts) const {
  const CompletedPosition& completed = completed_.at(static_cast<std::size_t>(position));
  reader_.read_counts(completed.frames.at(static_cast<std::size_t>(wavelength)), counts);
}

void SmearJournal::check_exposures() const {
  const auto exposure_ms = [](const JournalReader::Entry& frame) { return frame.head.illumination.y; };
  const CompletedPosition& background = completed_.front();
  for (std::size_t position = 1; position < completed_.size(); ++position)
    for (std::size_t w = 0; w < plan_.wavelengths.size(); ++w)
      if (exposure_ms(completed_[position].frames[w]) != exposure_ms(background.frames[w]))
        throw FileError(reader_.path(),
                        fmt::format("tile {} was exposed for {} ms at {} nm, its background for {} ms", position,
                                    exposure_ms(completed_[position].frames[w]), plan_.wavelengths[w].wavelength_nm,
                                    exposure_ms(background.frames[w])),
                        "Acquire the smear again.");
}

SmearScan SmearJournal::scan() const {
  if (const Index left = missing(); left > 0)
    throw InputError(
        fmt::format("{}: {} of {} positions are not complete", reader_.path().string(), left, position_count()),
        "Resume the scan first.");
  check_exposures();
  SmearScan scan;
  scan.sample_id = description_.sample_id;
  scan.simulated = description_.simulated;
  scan.pixel_size_um = description_.pixel_size_um;
  scan.numerical_aperture = description_.numerical_aperture;
  scan.bit_depth = description_.bit_depth;
  scan.tile_shape = description_.frame_shape;
  scan.region = plan_.region;
  scan.overlap = plan_.options.overlap;
  scan.wavelengths = plan_.wavelengths;
  for (std::size_t w = 0; w < scan.wavelengths.size(); ++w)
    scan.wavelengths[w].exposure_ms = completed_.front().frames[w].head.illumination.y;
  scan.tiles = smear_raster(plan_.region, description_.field(), plan_.options.overlap);
  Json notes = Json::array();
  for (std::size_t position = 0; position < completed_.size(); ++position) {
    notes.push_back(Json::parse(completed_[position].note_json));
    if (position > 0) scan.tiles[position - 1].z_um = notes.back().at("stage_um").at(2);
  }
  const Json& place = notes.front().at("stage_um");
  scan.background = {place.at(0), place.at(1), place.at(2), notes.front().at("time_utc")};
  Json focus = Json::array();
  for (const JournalReader::Entry& entry : reader_.records())
    if (entry.head.type == RecordType::kFocusMap) focus.push_back(Json::parse(reader_.note(entry)));
  scan.focus_json = focus.dump();
  Provenance provenance = description_.provenance;
  provenance.options_json = Json{
      {"options", Json::parse(provenance.options_json.empty() ? "null" : provenance.options_json)},
      {"plan", Json::parse(smear_plan_to_json(plan_))},
      {"positions", notes}}.dump();
  scan.provenance.push_back(std::move(provenance));
  return scan;
}

}  // namespace tomocyte
