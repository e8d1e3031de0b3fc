#include "acquisition/frame_sequence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tomocyte {
namespace {

constexpr double kSpacingTolerance = 0.3;  // of a period: cameras stamp with some jitter, a lost frame is 1.0

}  // namespace

std::string FrameSequence::fault_of(const CameraFrame& frame) {
  const std::uint64_t number_before = std::exchange(number_, frame.number);
  const double time_before = std::exchange(timestamp_s_, frame.timestamp_s);
  if (++count_ == 1) return {};
  if (frame.number != number_before + 1)
    return fmt::format("the camera's frame count went from {} to {} at frame {}", number_before, frame.number, count_);
  const double spacing_s = frame.timestamp_s - time_before;
  if (!(std::abs(spacing_s - period_s_) <= kSpacingTolerance * period_s_))
    return fmt::format("frame {} came {:.3f} ms after the one before instead of {:.3f} ms", count_, 1e3 * spacing_s,
                       1e3 * period_s_);
  return {};
}

bool is_dark(const CameraFrame& frame, int bit_depth) {
  const auto counts = frame.counts.values();
  return std::ranges::none_of(counts, [limit = (1 << bit_depth) / 64](int count) { return count > limit; });
}

}  // namespace tomocyte
