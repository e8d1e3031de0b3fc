// What can be wrong with a smear plan, device by device.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "acquisition/smear/smear_plan.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using Problems = std::vector<std::string>;

void check_places(const SmearPlan& plan, const FieldSize& field, const Stage& stage, Problems& problems) {
  const std::optional<StageLimits> limits = stage.limits();
  const auto check = [&](const std::string& what, const StagePosition& place) {
    try {
      check_inside(limits, place);
    } catch (const DeviceError& error) {
      std::string problem = fmt::format("{}: {}", what, error.what());
      if (std::ranges::find(problems, problem) == problems.end()) problems.push_back(std::move(problem));
    }
  };
  check("background", plan.background);
  // The first and the last tile stand in opposite corners; in between nothing goes further.
  const std::vector<SmearTile> tiles = smear_raster(plan.region, field, plan.options.overlap);
  const auto [left, right] = std::ranges::minmax(tiles, {}, &SmearTile::x_um);
  const auto [bottom, top] = std::ranges::minmax(tiles, {}, &SmearTile::y_um);
  const double reach = plan.options.focus_range_um / 2.0;
  check("region", {left.x_um, bottom.y_um, plan.focus_z_um - reach});
  check("region", {right.x_um, top.y_um, plan.focus_z_um + reach});
}

void check_region(const SmearPlan& plan, const FieldSize& field, const Stage& stage, Problems& problems) {
  const SmearRegion& r = plan.region;
  const bool sane = std::isfinite(r.x_um) && std::isfinite(r.y_um) && r.width_um > 0.0 && r.height_um > 0.0 &&
                    r.width_um < 1e6 && r.height_um < 1e6;
  if (!sane) problems.push_back(fmt::format("a region of {} x {} µm cannot be scanned", r.width_um, r.height_um));
  if (!stage.homed()) problems.emplace_back("the stage is not homed");
  if (sane) check_places(plan, field, stage, problems);
  const int points = plan.options.focus_columns * plan.options.focus_rows;
  const int across = plan.focus_model() == FocusModel::kPlane ? 2 : 3;
  if (std::min(plan.options.focus_columns, plan.options.focus_rows) < across)
    problems.push_back(fmt::format("{} x {} focus points hold no {} surface; at least {} x {}",
                                   plan.options.focus_columns, plan.options.focus_rows, plan.options.focus_model,
                                   across, across));
  else if (points <= coefficient_count(plan.focus_model()))
    problems.push_back(fmt::format("{} focus points leave no residual", points));
  if (exposures_of(plan.focus_search()) < 5) problems.emplace_back("the focus range holds fewer than 5 steps");
}

void check_wavelengths(const SmearPlan& plan, const SmearInstrument& instrument, Problems& problems) {
  const CameraCapabilities can = instrument.camera.capabilities();
  if (instrument.camera.streaming()) problems.emplace_back("the camera streams a live view");
  if (plan.wavelengths.empty()) problems.emplace_back("it has no wavelength");
  std::set<double> wavelengths;
  std::set<int> filters;
  for (const SmearWavelength& w : plan.wavelengths) {
    if (!(w.wavelength_nm > 0.0)) problems.push_back(fmt::format("{} nm is no wavelength", w.wavelength_nm));
    if (w.filter < 1 || w.filter > instrument.wheel.positions())
      problems.push_back(fmt::format("{} nm: the filter wheel has no position {}; it has 1 to {}", w.wavelength_nm,
                                     w.filter, instrument.wheel.positions()));
    if (can.exposure_ms && !(w.exposure_ms >= can.exposure_ms->lowest && w.exposure_ms <= can.exposure_ms->highest))
      problems.push_back(fmt::format("{} nm: the camera exposes for {} to {} ms, not {} ms", w.wavelength_nm,
                                     can.exposure_ms->lowest, can.exposure_ms->highest, w.exposure_ms));
    if (!wavelengths.insert(w.wavelength_nm).second || !filters.insert(w.filter).second)
      problems.push_back(fmt::format("{} nm or filter {} is named twice", w.wavelength_nm, w.filter));
  }
}

}  // namespace

void check_smear_plan(const SmearPlan& plan, const FieldSize& field, const SmearInstrument& instrument) {
  validate_options(plan.options);
  Problems problems;
  check_region(plan, field, instrument.stage, problems);
  check_wavelengths(plan, instrument, problems);
  if (problems.empty()) return;
  throw InputError(fmt::format("the smear plan cannot be carried out: {}", fmt::join(problems, "; ")),
                   "Correct the plan; nothing was moved.");
}

}  // namespace tomocyte
