#include "acquisition/scan_plan.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kSoftwareOverheadS = 0.03;  // showing a pattern and reading a frame out

Json place_json(const StagePosition& place) { return {place.x_um, place.y_um, place.z_um}; }
StagePosition place_from(const Json& json) { return {json.at(0), json.at(1), json.at(2)}; }

double distance_um(const StagePosition& a, const StagePosition& b) {
  return std::hypot(a.x_um - b.x_um, a.y_um - b.y_um, a.z_um - b.z_um);
}

}  // namespace

template <>
const OptionTable<ScanOptions>& option_table<ScanOptions>() {
  using O = ScanOptions;
  static const OptionTable<O> table = {
      {&O::timing,
       "timing",
       "",
       "who paces the frames: the modulator's pulses, or the program frame by frame",
       0,
       0,
       {"hardware", "software"}},
      {&O::frame_rate_hz, "frame-rate-hz", "Hz", "patterns per second with hardware timing", 0.1, 10000.0, {}},
      {&O::exposure_ms, "exposure-ms", "ms", "exposure of one frame", 0.01, 10000.0, {}},
      {&O::max_repeats, "max-repeats", "", "scans of a position again when frames are missing or mixed up", 0, 20, {}},
      {&O::autofocus, "autofocus", "", "focus before every cell", 0, 0, {}},
      {&O::autofocus_range_um, "autofocus-range-um", "µm", "range of z that autofocus searches", 0.1, 100.0, {}},
      {&O::autofocus_step_um, "autofocus-step-um", "µm", "its step", 0.01, 10.0, {}},
      {&O::return_stage, "return-stage", "", "move the stage back to where it was after the scan", 0, 0, {}},
      {&O::max_age_h, "max-age-h", "h", "of a background or a calibration that was recorded earlier", 0.0, 8760.0, {}},
  };
  return table;
}

const StagePosition& ScanPlan::place(Index position) const {
  return position == 0 ? background : positions.at(static_cast<std::size_t>(position) - 1);
}

std::string plan_to_json(const ScanPlan& plan) {
  Json json;
  json["options"] = Json::parse(options_to_json(plan.options));
  json["background"] = place_json(plan.background);
  json["positions"] = Json::array();
  for (const StagePosition& place : plan.positions) json["positions"].push_back(place_json(place));
  json["illumination"] = Json::array();
  for (const WaveVector& k : plan.illumination) json["illumination"].push_back({k.x, k.y});
  json["time_multiplexed"] = plan.time_multiplexed;
  return json.dump();
}

ScanPlan plan_from_json(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    ScanPlan plan;
    plan.options = options_from_json<ScanOptions>(json.at("options").dump());
    plan.background = place_from(json.at("background"));
    for (const Json& place : json.at("positions")) plan.positions.push_back(place_from(place));
    for (const Json& k : json.at("illumination")) plan.illumination.push_back({k.at(0), k.at(1)});
    plan.time_multiplexed = json.at("time_multiplexed");
    return plan;
  } catch (const nlohmann::json::exception& error) {
    throw InputError(fmt::format("the scan plan cannot be understood: {}", error.what()),
                     "It needs options, background [x, y, z], positions and illumination [[kx, ky], …].");
  }
}

double expected_time_s(const ScanPlan& plan, const Stage& stage) {
  const auto angles = static_cast<double>(plan.angles());
  const double frame_s =
      plan.hardware_timed() ? 1.0 / plan.options.frame_rate_hz : 1e-3 * plan.options.exposure_ms + kSoftwareOverheadS;
  const double focus_frames = std::floor(plan.options.autofocus_range_um / plan.options.autofocus_step_um) + 1.0;
  const double settle_s = 1e-3 * stage.settle_time_ms();
  double time_s = 0.0;
  StagePosition from = stage.position();
  for (Index position = 0; position < plan.position_count(); ++position) {
    time_s += distance_um(from, plan.place(position)) / stage.speed_um_s() + settle_s + angles * frame_s;
    if (plan.options.autofocus && position > 0)
      time_s += focus_frames * (settle_s + 1e-3 * plan.options.exposure_ms + kSoftwareOverheadS);
    from = plan.place(position);
  }
  return time_s;
}

}  // namespace tomocyte
