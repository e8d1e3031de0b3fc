// A measured calibration of the DMD as a file (JSON): the map, the measurements that it was fitted to, and what it
// belongs to.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "acquisition/dlpc900/calibration.h"
#include "core/recorded_conditions.h"

namespace tomocyte {

struct MeasuredCalibration {
  dlpc900::DmdCalibration calibration;
  std::vector<dlpc900::CalibrationPair> pairs;
  double rms_residual = 0.0;      // rad/µm
  double largest_residual = 0.0;  // rad/µm
  bool simulated = false;
  RecordedConditions conditions;     // under other ones it does not hold
  RecordedConditions acquired_with;  // how its holograms were taken; nothing depends on it
};

[[nodiscard]] std::string calibration_to_json(const MeasuredCalibration& calibration);
// Throws InputError.
[[nodiscard]] MeasuredCalibration calibration_from_json(const std::string& json);
// Throws FileError with the path.
[[nodiscard]] MeasuredCalibration read_calibration(const std::filesystem::path& path);

}  // namespace tomocyte
