// The controller's lookup table for a sequence of illuminations: one entry per bit plane, its exposure the plane's
// share.
#pragma once

#include <span>
#include <vector>

#include "acquisition/dlpc900/commands.h"
#include "acquisition/pattern_modulator.h"

namespace tomocyte::dlpc900 {

inline constexpr std::size_t kMaxLutEntries = 400;
inline constexpr double kMinExposureUs = 105.0;  // of a 1-bit pattern: loading the array and flipping it
inline constexpr double kMaxTimeUs = 0xFFFFFF;

// `planes` of each illumination, 1 for a binary one. Plane b stands 2^b times as long as plane 0, which is rounded down
// to whole microseconds: exact weights matter more than up to 2^planes - 1 missing microseconds. Only the first plane
// waits for the trigger and gives the pulse; the dark time follows the last. Throws DeviceError when there are too many
// entries, or when the timing is faster or slower than the device can.
[[nodiscard]] std::vector<LutEntry> make_lookup_table(std::span<const int> planes, const PatternTiming& timing);

}  // namespace tomocyte::dlpc900
