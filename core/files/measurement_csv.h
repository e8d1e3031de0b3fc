// Measurements and line profiles as CSV: UTF-8, point and comma whatever the locale, a header row, a units row; sample
// id and whether the scan is simulated stand in every row.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "core/drawn_measurement.h"
#include "core/line_profile.h"
#include "core/scan.h"

namespace tomocyte {

// One row per sample: distance from the first end, x, y, z, refractive index.
[[nodiscard]] std::string line_profile_csv(const LineProfile& profile, const Scan& scan);

// One row per measurement: number, kind, value with its unit, the points. A profile also tells the mean, lowest and
// highest refractive index along it. Throws InputError when the scan has no tomogram.
[[nodiscard]] std::string measurements_csv(std::span<const DrawnMeasurement> measurements, const Scan& scan);

}  // namespace tomocyte
