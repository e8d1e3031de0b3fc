#include "acquisition/smear/smear_plan.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kReadOutS = 0.03;
constexpr double kFilterChangeS = 1.0;  // to a neighbouring filter

}  // namespace

template <>
const OptionTable<SmearOptions>& option_table<SmearOptions>() {
  using O = SmearOptions;
  static const OptionTable<O> table = {
      {&O::overlap, "overlap", "", "part of a tile that its neighbour shows too", 0.0, 0.9, {}},
      {&O::max_repeats, "max-repeats", "", "scans of a tile again when a frame is dark", 0, 20, {}},
      {&O::focus_columns, "focus-columns", "", "points of the focus map along x", 1, 50, {}},
      {&O::focus_rows, "focus-rows", "", "points of the focus map along y", 1, 50, {}},
      {&O::focus_model, "focus-model", "", "surface through the focus points", 0, 0, {"plane", "quadratic"}},
      {&O::focus_range_um, "focus-range-um", "µm", "range of z in which focus is searched", 1.0, 200.0, {}},
      {&O::focus_step_um, "focus-step-um", "µm", "its step", 0.05, 10.0, {}},
      {&O::focus_tolerance_um,
       "focus-tolerance-um",
       "µm",
       "distance of a focus point from the surface",
       0.01,
       20.0,
       {}},
      {&O::refocus_tiles, "refocus-tiles", "", "tiles after which the drift is measured; 0: never", 0, 1000000, {}},
      {&O::refocus_range_um, "refocus-range-um", "µm", "range of z in which the drift is searched", 1.0, 50.0, {}},
  };
  return table;
}

FocusModel SmearPlan::focus_model() const {
  return options.focus_model == "plane" ? FocusModel::kPlane : FocusModel::kQuadratic;
}

FocusRange SmearPlan::focus_search() const { return {focus_z_um, options.focus_range_um, options.focus_step_um}; }

std::string smear_plan_to_json(const SmearPlan& plan) {
  Json json;
  json["options"] = Json::parse(options_to_json(plan.options));
  json["region_um"] = {plan.region.x_um, plan.region.y_um, plan.region.width_um, plan.region.height_um};
  json["background"] = {plan.background.x_um, plan.background.y_um, plan.background.z_um};
  json["focus_z_um"] = plan.focus_z_um;
  json["wavelengths"] = Json::array();
  for (const SmearWavelength& w : plan.wavelengths)
    json["wavelengths"].push_back(
        {{"wavelength_nm", w.wavelength_nm}, {"filter", w.filter}, {"exposure_ms", w.exposure_ms}});
  return json.dump();
}

SmearPlan smear_plan_from_json(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    SmearPlan plan;
    plan.options = options_from_json<SmearOptions>(json.at("options").dump());
    const Json& region = json.at("region_um");
    plan.region = {region.at(0), region.at(1), region.at(2), region.at(3)};
    const Json& background = json.at("background");
    plan.background = {background.at(0), background.at(1), background.at(2)};
    plan.focus_z_um = json.at("focus_z_um");
    for (const Json& w : json.at("wavelengths"))
      plan.wavelengths.push_back({w.at("wavelength_nm"), w.at("filter"), w.at("exposure_ms")});
    return plan;
  } catch (const nlohmann::json::exception& error) {
    throw InputError(fmt::format("the smear plan cannot be understood: {}", error.what()),
                     "It needs options, region_um [x, y, width, height], background [x, y, z], focus_z_um and "
                     "wavelengths.");
  }
}

double expected_time_s(const SmearPlan& plan, const FieldSize& field, const Stage& stage) {
  const SmearOptions& options = plan.options;
  const double settle_s = 1e-3 * stage.settle_time_ms();
  double frames_s = 0.0;
  for (const SmearWavelength& w : plan.wavelengths) frames_s += 1e-3 * w.exposure_ms + kReadOutS;
  const double filters_s = kFilterChangeS * (static_cast<double>(plan.wavelengths.size()) - 1.0);
  const double focus_frame_s =
      settle_s + kReadOutS + (plan.wavelengths.empty() ? 0.0 : 1e-3 * plan.wavelengths.front().exposure_ms);
  const std::vector<SmearTile> tiles = smear_raster(plan.region, field, options.overlap);
  const int points = options.focus_columns * options.focus_rows;
  double time_s = frames_s + filters_s + points * (exposures_of(plan.focus_search()) * focus_frame_s);
  time_s += std::hypot(plan.region.width_um, plan.region.height_um) * options.focus_rows / stage.speed_um_s();
  const SmearTile* before = nullptr;
  for (const SmearTile& tile : tiles) {
    if (before) time_s += std::hypot(tile.x_um - before->x_um, tile.y_um - before->y_um) / stage.speed_um_s();
    time_s += settle_s + frames_s + filters_s;
    before = &tile;
  }
  if (options.refocus_tiles > 0)
    time_s += static_cast<double>(tiles.size()) / options.refocus_tiles *
              exposures_of({0.0, options.refocus_range_um, options.focus_step_um}) * focus_frame_s;
  return time_s;
}

}  // namespace tomocyte
