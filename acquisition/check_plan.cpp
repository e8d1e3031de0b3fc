// What can be wrong with a plan, device by device.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "acquisition/scan_plan.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using Problems = std::vector<std::string>;

void check_stage(const ScanPlan& plan, const Stage& stage, Problems& problems) {
  if (plan.positions.empty()) problems.emplace_back("it has no position to scan");
  if (!stage.homed()) problems.emplace_back("the stage is not homed");
  const std::optional<StageLimits> limits = stage.limits();
  for (Index position = 0; position < plan.position_count(); ++position) {
    const double reach = plan.options.autofocus && position > 0 ? plan.options.autofocus_range_um / 2.0 : 0.0;
    StagePosition lowest = plan.place(position);
    StagePosition highest = lowest;
    lowest.z_um -= reach;
    highest.z_um += reach;
    try {
      check_inside(limits, lowest);
      check_inside(limits, highest);
    } catch (const DeviceError& error) {
      problems.push_back(position == 0 ? fmt::format("background: {}", error.what())
                                       : fmt::format("position {}: {}", position, error.what()));
    }
  }
}

void check_camera(const ScanPlan& plan, const Camera& camera, Problems& problems) {
  const CameraCapabilities can = camera.capabilities();
  const double exposure_ms = plan.options.exposure_ms;
  if (can.exposure_ms && !(exposure_ms >= can.exposure_ms->lowest && exposure_ms <= can.exposure_ms->highest))
    problems.push_back(fmt::format("the camera exposes for {} to {} ms, not {} ms", can.exposure_ms->lowest,
                                   can.exposure_ms->highest, exposure_ms));
  if (camera.streaming()) problems.emplace_back("the camera streams a live view");
  if (!plan.hardware_timed()) return;
  if (std::ranges::find(can.triggers, CameraTrigger::kHardware) == can.triggers.end())
    problems.emplace_back("the camera has no hardware trigger (choose software timing)");
  const double period_ms = 1e3 / plan.options.frame_rate_hz;
  if (exposure_ms > period_ms)
    problems.push_back(fmt::format("an exposure of {} ms does not fit into {:.3f} ms, a frame at {} Hz", exposure_ms,
                                   period_ms, plan.options.frame_rate_hz));
}

void check_illumination(const ScanPlan& plan, const OpticalSetup& setup, const PatternModulator& modulator,
                        Problems& problems) {
  if (plan.illumination.empty()) problems.emplace_back("it has no illumination angle");
  if (plan.illumination.size() > modulator.capacity())
    problems.push_back(fmt::format("the modulator stores {} patterns, the plan has {}", modulator.capacity(),
                                   plan.illumination.size()));
  for (std::size_t i = 0; i < plan.illumination.size(); ++i) {
    const WaveVector& k = plan.illumination[i];
    if (!(std::hypot(k.x, k.y) < setup.pupil_radius()))
      problems.push_back(fmt::format("pattern {} ({:.3f}, {:.3f}) rad/µm does not pass the aperture of {:.3f} rad/µm",
                                     i + 1, k.x, k.y, setup.pupil_radius()));
  }
}

}  // namespace

void check_plan(const ScanPlan& plan, const PlanOptics& optics, const Instrument& instrument) {
  validate_options(plan.options);
  validate(optics.setup);
  Problems problems;
  check_stage(plan, instrument.stage, problems);
  check_camera(plan, instrument.camera, problems);
  check_illumination(plan, optics.setup, instrument.modulator, problems);
  if (plan.options.autofocus && !optics.carrier)
    problems.emplace_back("autofocus needs the hologram's carrier, which is not known");
  if (problems.empty()) return;
  throw InputError(fmt::format("the scan plan cannot be carried out: {}", fmt::join(problems, "; ")),
                   "Correct the plan; nothing was moved.");
}

}  // namespace tomocyte
