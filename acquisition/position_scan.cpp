#include "acquisition/position_scan.h"

#include <fmt/format.h>

#include <cmath>

#include "acquisition/frame_sequence.h"

namespace tomocyte {
namespace {

constexpr std::size_t kSpareBuffers = 4;
constexpr std::chrono::milliseconds kCancelSlice{50};  // how long a cancel may go unnoticed

// Modulator and stream stop however the scan ends.
class Running {
 public:
  explicit Running(const Instrument& instrument) : instrument_(instrument) {}
  ~Running() {
    instrument_.modulator.stop();
    instrument_.camera.stop_stream();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  Instrument instrument_;
};

std::optional<CameraFrame> wait_for_frame(Camera& camera, std::chrono::milliseconds timeout, const Progress& progress) {
  for (auto left = timeout; left.count() > 0; left -= kCancelSlice) {
    progress.check();
    if (auto frame = camera.next_frame(std::min(left, kCancelSlice))) return frame;
  }
  return std::nullopt;
}

std::string dark_fault(const AngleScanSettings& settings, const CameraFrame& frame, Index angle) {
  if (!is_dark(frame, settings.bit_depth)) return {};
  return fmt::format("frame {} is dark: the light is off or blocked", angle + 1);
}

void keep(AngleScan& scan, const AngleScanSettings& settings, CameraFrame frame, const Progress& progress) {
  const auto angle = static_cast<Index>(scan.frames.size());
  scan.frames.push_back(std::make_shared<const CameraFrame>(std::move(frame)));
  settings.on_frame(angle, scan.frames.back());
  progress.report(static_cast<double>(angle + 1) / static_cast<double>(settings.plan.angles()));
}

PatternTiming timing_of(const ScanPlan& plan) {
  PatternTiming timing;
  timing.exposure_us = 1e6 / plan.options.frame_rate_hz;
  return timing;
}

}  // namespace

AngleScan scan_hardware_timed(const Instrument& instrument, const AngleScanSettings& settings,
                              const Progress& progress) {
  const double period_s = 1.0 / settings.plan.options.frame_rate_hz;
  const Index angles = settings.plan.angles();
  AngleScan scan;
  FrameSequence sequence(period_s);
  const Running running(instrument);
  instrument.modulator.arm(timing_of(settings.plan));
  // Every frame of the position fits into the ring: a slow disk costs no frame.
  instrument.camera.start_stream(static_cast<std::size_t>(angles) + kSpareBuffers);
  instrument.modulator.start();
  while (static_cast<Index>(scan.frames.size()) < angles && scan.fault.empty()) {
    auto frame = wait_for_frame(instrument.camera, settings.frame_timeout, progress);
    const auto angle = static_cast<Index>(scan.frames.size());
    if (!frame) {
      scan.fault = fmt::format("{} of {} frames came; the modulator is {}", angle, angles,
                               to_string(instrument.modulator.state()));
      break;
    }
    scan.fault = sequence.fault_of(*frame);
    if (scan.fault.empty()) scan.fault = dark_fault(settings, *frame, angle);
    if (scan.fault.empty()) keep(scan, settings, std::move(*frame), progress);
  }
  const std::chrono::milliseconds one_more(static_cast<int>(std::ceil(1e3 * period_s)) + 1);
  if (scan.fault.empty() && instrument.camera.next_frame(one_more))
    scan.fault = fmt::format("a frame came after the last of {}", angles);
  scan.statistics = instrument.camera.statistics();
  if (scan.fault.empty() && scan.statistics.dropped + scan.statistics.lost > 0)
    scan.fault = fmt::format("the camera dropped {} and lost {} frames", scan.statistics.dropped, scan.statistics.lost);
  return scan;
}

AngleScan scan_software_timed(const Instrument& instrument, const AngleScanSettings& settings,
                              const Progress& progress) {
  AngleScan scan;
  for (Index angle = 0; angle < settings.plan.angles(); ++angle) {
    progress.check();
    instrument.modulator.display(static_cast<std::size_t>(angle));
    CameraFrame frame = instrument.camera.snap();
    scan.fault = dark_fault(settings, frame, angle);
    if (!scan.fault.empty()) return scan;
    keep(scan, settings, std::move(frame), progress);
  }
  return scan;
}

}  // namespace tomocyte
