// The one way to scan a smear: drives stage, filter wheel, light and camera through a plan and sends every frame to a
// journal.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "acquisition/pause.h"
#include "acquisition/position_report.h"
#include "acquisition/smear/smear_journal.h"

namespace tomocyte {

struct SmearEngineOptions {
  // After each frame, in the engine's thread; position 0 is the background. A frame of a tile that is repeated comes
  // again.
  std::function<void(Index position, Index wavelength, const CameraFrame& frame)> on_frame;
  std::size_t queue_frames = 16;  // between camera and disk
  std::shared_ptr<Pause> pause;   // null: nobody may pause the scan, which it does between two tiles
};

struct SmearReport {
  std::vector<PositionReport> positions;
  FocusMap focus;             // of this run
  int focus_exposures = 0;    // for the map and the drift
  double focus_drift_um = 0;  // what was measured of it after the map
  std::size_t longest_queue = 0;
};

// Takes the background, measures the focus map and scans every tile, all wavelengths of a tile before the stage moves
// on: they show the same place. The light is on only while the camera exposes. However it ends - done, error,
// cancelled - the light is off, the stage stands still, the camera has its trigger mode and exposure back, and every
// frame taken is with `sink`. `next_attempts`: one per position, to resume a scan; empty: nothing was done before.
// Throws InputError (check_smear_plan, cells in the background), DeviceError (a device failed, no focus map, a tile
// stays dark after all repeats), FileError (the disk), Cancelled.
SmearReport run_smear_scan(const SmearInstrument& instrument, const SmearPlan& plan,
                           const SmearDescription& description, RecordSink& sink,
                           const std::vector<int>& next_attempts = {}, const SmearEngineOptions& options = {},
                           const Progress& progress = {});

// Into a new journal. Errors say where the journal is and how to go on.
SmearReport acquire_smear(const SmearInstrument& instrument, const SmearPlan& plan, const SmearDescription& description,
                          const std::filesystem::path& journal, const SmearEngineOptions& options = {},
                          const Progress& progress = {});

// Goes on with what the journal does not hold completely; the focus map is measured anew. Throws also InputError when
// the camera's frames have another size or bit depth than the journal's.
SmearReport resume_smear(const SmearInstrument& instrument, const std::filesystem::path& journal,
                         const SmearEngineOptions& options = {}, const Progress& progress = {});

}  // namespace tomocyte
