// What a tomographic scan is to do: where, under which angles, how fast. Checked as a whole before anything moves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "acquisition/instrument.h"
#include "acquisition/stage.h"
#include "core/optical_setup.h"
#include "core/options.h"

namespace tomocyte {

struct ScanOptions {
  // hardware: the modulator runs through its patterns and its pulses expose the camera. software: each pattern is
  // shown, then one frame is taken.
  std::string timing = "hardware";
  double frame_rate_hz = 150.0;  // of hardware timing
  double exposure_ms = 5.0;
  int max_repeats = 3;     // of one position when frames are missing or in the wrong order
  bool autofocus = false;  // before every position but the background
  double autofocus_range_um = 6.0;
  double autofocus_step_um = 0.5;
  bool return_stage = false;  // to where it was before the scan, once all is acquired
  double max_age_h = 24.0;    // of a background or a calibration of the DMD that was recorded earlier
};
template <>
const OptionTable<ScanOptions>& option_table<ScanOptions>();

struct ScanPlan {
  ScanOptions options;
  StagePosition background;              // a place without a sample; scanned first, position 0 of the journal
  std::vector<StagePosition> positions;  // the cells; positions 1, 2, … of the journal
  std::vector<WaveVector> illumination;  // one per angle, rad/µm in the sample
  bool time_multiplexed = true;          // grey patterns (IlluminationPattern)

  [[nodiscard]] bool hardware_timed() const { return options.timing == "hardware"; }
  [[nodiscard]] Index position_count() const { return static_cast<Index>(positions.size()) + 1; }
  // Of position 0, 1, 2, …
  [[nodiscard]] const StagePosition& place(Index position) const;
  [[nodiscard]] Index angles() const { return static_cast<Index>(illumination.size()); }
};

// {"options": {…}, "background": [x, y, z], "positions": […], "illumination": [[kx, ky], …],
// "time_multiplexed": true}, µm and rad/µm.
// from_json throws InputError naming what it does not understand.
[[nodiscard]] std::string plan_to_json(const ScanPlan& plan);
[[nodiscard]] ScanPlan plan_from_json(const std::string& json);

// Frames, moves and settling; an estimate, without repeats and the program's own time.
[[nodiscard]] double expected_time_s(const ScanPlan& plan, const Stage& stage);

// What autofocus needs beyond the plan.
struct PlanOptics {
  OpticalSetup setup;
  std::optional<WaveVector> carrier;
};

// Asks the devices what they can; moves and changes nothing. Throws InputError that names everything that is wrong with
// the plan on this instrument.
void check_plan(const ScanPlan& plan, const PlanOptics& optics, const Instrument& instrument);

}  // namespace tomocyte
