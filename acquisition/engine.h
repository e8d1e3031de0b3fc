// The one way to acquire: drives camera, modulator, stage and light through a plan and sends every frame to a journal.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "acquisition/autofocus.h"
#include "acquisition/pause.h"
#include "acquisition/position_report.h"
#include "acquisition/scan_journal.h"
#include "acquisition/scan_plan.h"
#include "acquisition/stored_background.h"
#include "core/progress.h"

namespace tomocyte {

// The illumination vector (rad/µm) that a hologram shows; throws InputError when it shows none.
using MeasureIllumination = std::function<WaveVector(View<const std::uint16_t, 2>)>;

struct EngineOptions {
  // Every frame's order is checked against the plan with it; empty: not checked.
  MeasureIllumination measure_illumination;
  // After each frame, in the engine's thread; position 0 is the background. A frame of a position that is repeated
  // comes again.
  std::function<void(Index position, Index angle, const CameraFrame& frame)> on_frame;
  FocusCallback on_focus;  // of the autofocus before a position
  // Before each record goes to the disk, in the engine's thread; what it throws ends the scan. For rehearsing a disk
  // that fails.
  std::function<void()> before_record;
  // Between positions the scan stands while it is asked to, dark and still; null: it cannot be paused.
  std::shared_ptr<Pause> pause;
  // In place of a background of its own, which is then not acquired; null: it is.
  std::shared_ptr<const StoredBackground> background;
  std::size_t queue_frames = 64;                  // between camera and disk
  std::chrono::milliseconds frame_timeout{2000};  // without a frame from a triggered camera
};

struct AcquisitionReport {
  std::vector<PositionReport> positions;
  std::size_t longest_queue = 0;     // frames that waited for the disk at most
  std::uint64_t dropped_frames = 0;  // by the camera, because nobody took them in time; their positions were repeated
};

// Scans every position of the plan, background first, into `sink`. However it ends - done, error, cancelled - the light
// is off, the modulator and the stage stand still, the camera has its settings back, and every frame taken is with
// `sink`. `next_attempts`: one per position, to resume a scan; empty: nothing was done before. Throws
// InputError (check_plan, check_background), DeviceError (a device failed, or a position stays wrong after all
// repeats), FileError (the disk), Cancelled.
AcquisitionReport run_scan(const Instrument& instrument, const ScanPlan& plan, const ScanDescription& description,
                           RecordSink& sink, const std::vector<int>& next_attempts = {},
                           const EngineOptions& options = {}, const Progress& progress = {});

// Into a new journal. Errors say where the journal is and how to go on.
AcquisitionReport acquire(const Instrument& instrument, const ScanPlan& plan, const ScanDescription& description,
                          const std::filesystem::path& journal, const EngineOptions& options = {},
                          const Progress& progress = {});

// Goes on with the first position that the journal does not hold completely. Throws also InputError when the camera's
// frames have another size or bit depth than the journal's.
AcquisitionReport resume(const Instrument& instrument, const std::filesystem::path& journal,
                         const EngineOptions& options = {}, const Progress& progress = {});

}  // namespace tomocyte
