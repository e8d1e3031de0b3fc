// What a smear scan is to do: which region, at which wavelengths, how it keeps its focus. Checked as a whole before
// anything moves.
#pragma once

#include <string>
#include <vector>

#include "acquisition/smear/focus_map.h"
#include "acquisition/smear/smear_focus.h"
#include "acquisition/smear/smear_instrument.h"
#include "acquisition/smear/smear_raster.h"
#include "core/options.h"

namespace tomocyte {

struct SmearOptions {
  double overlap = 0.1;  // of neighbouring tiles
  int max_repeats = 2;   // of one tile when a frame is dark
  // Focus points, in equal parts of the region; searched at the first wavelength
  int focus_columns = 3;
  int focus_rows = 3;
  std::string focus_model = "plane";  // or quadratic, for bent slides
  double focus_range_um = 12.0;       // around the plan's focus_z_um
  double focus_step_um = 1.0;
  double focus_tolerance_um = 0.5;  // a point further from the surface is refused; half the depth of focus at NA 0.5
  int refocus_tiles = 40;           // the drift is measured anew after so many tiles; 0: never
  double refocus_range_um = 4.0;
};
template <>
const OptionTable<SmearOptions>& option_table<SmearOptions>();

struct SmearPlan {
  SmearOptions options;
  SmearRegion region;
  StagePosition background;  // a place without cells; scanned first, position 0 of the journal
  double focus_z_um = 0.0;   // roughly in focus, in the middle of the region
  std::vector<SmearWavelength> wavelengths;

  [[nodiscard]] FocusModel focus_model() const;
  [[nodiscard]] FocusRange focus_search() const;
};

// {"options": {…}, "region_um": [x, y, width, height], "background": [x, y, z], "focus_z_um": …, "wavelengths":
// [{"wavelength_nm": 260, "filter": 1, "exposure_ms": 100}, …]}.
// from_json throws InputError naming what it does not understand.
[[nodiscard]] std::string smear_plan_to_json(const SmearPlan& plan);
[[nodiscard]] SmearPlan smear_plan_from_json(const std::string& json);

// Frames, moves, settling, filter changes and the focus points; an estimate, without repeats.
[[nodiscard]] double expected_time_s(const SmearPlan& plan, const FieldSize& field, const Stage& stage);

// Asks the devices what they can; moves and changes nothing. Throws InputError that names everything that is wrong with
// the plan on this instrument.
void check_smear_plan(const SmearPlan& plan, const FieldSize& field, const SmearInstrument& instrument);

}  // namespace tomocyte
