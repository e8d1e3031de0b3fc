#include "acquisition/position_note.h"

#include <nlohmann/json.hpp>

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::optional<double> power_mw(const LightSource& light) {
  for (const Property& property : light.properties())
    if (property.name == "power" && property.unit == "mW")
      if (const double* value = std::get_if<double>(&property.value)) return *value;
  return std::nullopt;
}

std::string position_note(const PositionReport& report, const StagePosition& place,
                          const RecordedConditions* conditions, const std::string& fault) {
  Json json = {{"time_utc", utc_now()},
               {"stage_um", {place.x_um, place.y_um, place.z_um}},
               {"attempts", report.attempts},
               {"exposures", report.exposures},
               {"exposure_ms", report.exposure_ms},
               {"light_on_s", report.light_on_s}};
  if (report.power_mw) {
    json["power_mw"] = *report.power_mw;
    json["dose_mj"] = report.exposures * 1e-3 * report.exposure_ms * *report.power_mw;
  }
  if (report.focus_z_um) json["focus_z_um"] = *report.focus_z_um;
  if (conditions) json["conditions"] = Json::parse(conditions_to_json(*conditions));
  if (!fault.empty()) json["fault"] = fault;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string stored_background_note(const StoredBackground& background) {
  const Json json = {{"time_utc", utc_now()},
                     {"taken_from", background.source},
                     {"taken_from_checksum", background.checksum},
                     {"exposures", 0},
                     {"conditions", Json::parse(conditions_to_json(background.conditions))}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tomocyte
