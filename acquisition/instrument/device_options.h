// The driver's own part of a device's configuration ("options").
#pragma once

#include "acquisition/dlpc900/dlpc900.h"
#include "acquisition/instrument/calibration_file.h"
#include "acquisition/instrument/instrument_config.h"
#include "acquisition/thorlabs/apt_stage.h"

namespace tomocyte {

// From gratings to waves, and where it comes from.
struct UsedCalibration {
  dlpc900::DmdCalibration map;
  std::filesystem::path file;                   // empty: typed into the configuration
  std::optional<MeasuredCalibration> measured;  // what the file says
};

struct DmdConfig {
  UsedCalibration calibration;
  dlpc900::Dlpc900Options options;
  std::optional<dlpc900::DmdCalibration> true_optics;  // of a simulated DMD; absent: as the calibration says
};
// {"calibration_file": "dmd.json"} (tomocyte calibrate), or {"calibration": {"xx": …, "xy": …, "yx": …, "yy": …,
// "offset_x": …, "offset_y": …}} in rad/µm per cycle per mirror, or {"optics": {"demagnification": 100, "rotation_rad":
// 0, "mirrored": false, "carrier": [0.2, 0.1]}} to begin with; and "bit_planes". Throws InputError, also when there is
// none of them: without a calibration the angles of a scan mean nothing. A simulated DMD has optics of its own then,
// and may have "true_optics" that differ from what its calibration says.
[[nodiscard]] DmdConfig dmd_config(const DeviceConfig& config);

// {"x": {"port": "/dev/ttyUSB0", "bay": 1, "counts_per_um": 20}, "y": {…}, "z": {…}}. Axes that are not mentioned: x is
// bay 1 and y is bay 2 of the controller at the device's address, z is absent. Throws InputError.
[[nodiscard]] AptStageOptions apt_config(const DeviceConfig& config);

// {"pixels": 512}: of the simulated camera, which is square. Throws InputError.
[[nodiscard]] Index simulated_camera_pixels(const DeviceConfig& config);

}  // namespace tomocyte
