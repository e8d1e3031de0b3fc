// The driver's own part of a device's configuration ("options").
#pragma once

#include "acquisition/dlpc900/dlpc900.h"
#include "acquisition/instrument/instrument_config.h"
#include "acquisition/thorlabs/apt_stage.h"

namespace tomocyte {

struct DmdConfig {
  dlpc900::DmdCalibration calibration;
  dlpc900::Dlpc900Options options;
};
// {"calibration": {"xx": …, "xy": …, "yx": …, "yy": …, "offset_x": …, "offset_y": …}, "bit_planes": 5}; rad/µm per
// cycle per mirror. Throws InputError, also when there is no calibration: without one the angles of a scan mean
// nothing.
[[nodiscard]] DmdConfig dmd_config(const DeviceConfig& config);

// {"x": {"port": "/dev/ttyUSB0", "bay": 1, "counts_per_um": 20}, "y": {…}, "z": {…}}. Axes that are not mentioned: x is
// bay 1 and y is bay 2 of the controller at the device's address, z is absent. Throws InputError.
[[nodiscard]] AptStageOptions apt_config(const DeviceConfig& config);

// {"pixels": 512}: of the simulated camera, which is square. Throws InputError.
[[nodiscard]] Index simulated_camera_pixels(const DeviceConfig& config);

}  // namespace tomocyte
