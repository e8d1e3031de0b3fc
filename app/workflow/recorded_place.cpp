#include "app/workflow/recorded_place.h"

#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {

std::optional<RecordedPlace> recorded_place(const Scan& scan) {
  for (const Provenance& step : scan.provenance) {
    const auto options = nlohmann::json::parse(step.options_json, nullptr, false);
    if (!options.is_object() || !options.contains("position")) continue;
    const auto& note = options.at("position");
    if (!note.is_object() || !note.contains("stage_um")) continue;
    const auto& place = note.at("stage_um");
    if (!place.is_array() || place.size() != 3) continue;
    if (!place[0].is_number() || !place[1].is_number() || !place[2].is_number()) continue;
    RecordedPlace found{
        {place[0].get<double>(), place[1].get<double>(), place[2].get<double>()}, step.time_utc, step.device};
    if (note.contains("focus_z_um") && note.at("focus_z_um").is_number())
      found.position.z_um = note.at("focus_z_um").get<double>();
    return found;
  }
  return std::nullopt;
}

RecordedPlace place_to_return_to(const Scan& scan, bool simulated_instrument) {
  const std::optional<RecordedPlace> place = recorded_place(scan);
  if (!place)
    throw InputError(
        "the scan file does not hold the stage's position",
        "Only scans that were acquired with an instrument's stage can be found again. Look for the cell with "
        "the stage and scan it as a new position.");
  if (scan.simulated && !simulated_instrument)
    throw InputError("the scan is simulated, and the connected instrument is not", "Choose a measured scan.");
  if (!scan.simulated && simulated_instrument)
    throw InputError("the scan was measured, and the connected instrument is simulated",
                     "Connect the instrument that it was measured with.");
  return *place;
}

}  // namespace tomocyte
