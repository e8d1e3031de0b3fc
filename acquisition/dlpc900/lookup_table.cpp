#include "acquisition/dlpc900/lookup_table.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "acquisition/dlpc900/pattern_packing.h"
#include "core/error.h"

namespace tomocyte::dlpc900 {
namespace {

// How long the shortest plane stands.
std::uint32_t unit_exposure_us(int planes, double exposure_us) {
  const double units = (1 << planes) - 1;
  const double unit_us = std::floor(exposure_us / units);
  if (!(unit_us >= kMinExposureUs))
    throw DeviceError(fmt::format("the DMD cannot show a pattern of {} bit planes in {} µs; it needs at least {} µs",
                                  planes, exposure_us, kMinExposureUs * units),
                      "Expose longer, or use fewer bit planes.");
  if (!(unit_us * (1 << (planes - 1)) <= kMaxTimeUs))
    throw DeviceError(fmt::format("the DMD cannot show a pattern for {} µs; one bit plane takes up to {} µs",
                                  exposure_us, kMaxTimeUs));
  return static_cast<std::uint32_t>(unit_us);
}

}  // namespace

std::vector<LutEntry> make_lookup_table(std::span<const int> planes, const PatternTiming& timing) {
  const auto total = static_cast<std::size_t>(std::accumulate(planes.begin(), planes.end(), 0));
  if (total > kMaxLutEntries)
    throw DeviceError(fmt::format("the DMD stores {} binary patterns; {} illuminations need {}", kMaxLutEntries,
                                  planes.size(), total),
                      "Use fewer angles or fewer bit planes.");
  if (!(timing.dark_us >= 0.0 && timing.dark_us <= kMaxTimeUs))
    throw DeviceError(
        fmt::format("the DMD cannot stay dark for {} µs; it takes 0 to {} µs", timing.dark_us, kMaxTimeUs));
  std::vector<LutEntry> table;
  table.reserve(total);
  for (const int count : planes) {
    const std::uint32_t unit_us = unit_exposure_us(count, timing.exposure_us);
    for (int plane = 0; plane < count; ++plane) {
      const auto index = static_cast<std::uint16_t>(table.size());
      const bool first = plane == 0;
      const bool last = plane + 1 == count;
      table.push_back({.index = index,
                       .exposure_us = unit_us << plane,
                       .dark_us = last ? static_cast<std::uint32_t>(std::lround(timing.dark_us)) : 0,
                       .wait_for_trigger = first && timing.advance == PatternAdvance::kTriggerIn,
                       .trigger_out_2 = first && timing.trigger_out,
                       .image = static_cast<std::uint8_t>(index / kPatternsPerImage),
                       .bit = static_cast<std::uint8_t>(index % kPatternsPerImage)});
    }
  }
  return table;
}

}  // namespace tomocyte::dlpc900
