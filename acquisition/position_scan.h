// All angles of one position, paced by the modulator or by the program. Internal to the engine.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "acquisition/scan_plan.h"
#include "core/progress.h"

namespace tomocyte {

using SharedFrame = std::shared_ptr<const CameraFrame>;

struct AngleScan {
  std::vector<SharedFrame> frames;  // by angle
  std::string fault;                // why it has to be done again; empty: as planned
  StreamStatistics statistics;      // of a stream
};

struct AngleScanSettings {
  const ScanPlan& plan;
  int bit_depth = 8;
  std::chrono::milliseconds frame_timeout{2000};
  std::function<void(Index angle, const SharedFrame& frame)> on_frame;  // may throw to end the scan
};

// The stage stands still and the light is on. The patterns are uploaded, the camera waits for its hardware trigger.
// Returns at the first frame that is missing, extra, late or dark, with the frames before it. Throws DeviceError.
[[nodiscard]] AngleScan scan_hardware_timed(const Instrument& instrument, const AngleScanSettings& settings,
                                            const Progress& progress);
// The same, one frame per displayed pattern.
[[nodiscard]] AngleScan scan_software_timed(const Instrument& instrument, const AngleScanSettings& settings,
                                            const Progress& progress);

}  // namespace tomocyte
