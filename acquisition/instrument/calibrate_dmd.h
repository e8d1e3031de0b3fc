// From gratings on the DMD to measured waves in the sample, and the affine map between them.
#pragma once

#include "acquisition/engine.h"
#include "acquisition/instrument/calibration_file.h"
#include "acquisition/instrument/connected_instrument.h"
#include "core/options.h"

namespace tomocyte {

struct CalibrationOptions {
  int patterns = 25;
  double illumination_na = 0.6;  // of the outermost; far enough inside the aperture for a DMD that is not aligned
  double exposure_ms = 5.0;
  double max_residual_rad_per_um = 0.1;  // of any pattern from the map; neighbours of a scan lie 1 rad/µm apart
};
template <>
const OptionTable<CalibrationOptions>& option_table<CalibrationOptions>();

// Shows a spiral of patterns where the stage stands (nothing moves), takes a hologram of each, measures its wave and
// fits the map. The light is off and the camera as it was however it ends. Throws InputError: no setup, no carrier, no
// DMD with gratings, a pattern without fringes, a fit beyond the limit (with the worst pattern); DeviceError,
// Cancelled.
[[nodiscard]] MeasuredCalibration calibrate_dmd(const ConnectedInstrument& instrument,
                                                const MeasureIllumination& measure,
                                                const CalibrationOptions& options = {}, const Progress& progress = {});

// What a calibration of this instrument belongs to now.
[[nodiscard]] RecordedConditions calibration_conditions(const ConnectedInstrument& instrument);

// The instrument's calibration was measured under other conditions, or is older than `max_age_h`: throws InputError
// naming each field with both values. One that was typed into the configuration has no date, and passes.
void check_calibration(const ConnectedInstrument& instrument, double max_age_h);

}  // namespace tomocyte
