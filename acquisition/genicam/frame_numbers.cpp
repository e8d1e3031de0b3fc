#include "acquisition/genicam/frame_numbers.h"

#include <algorithm>

namespace tomocyte {
namespace {

constexpr std::uint64_t kGigE1Period = 65535;  // 0 is not used

// Frames from `last` to `now`; at least 1.
std::uint64_t step(std::uint64_t last, std::uint64_t now) {
  if (now > last) return now - last;
  const bool wrapped = last <= kGigE1Period && last - now > kGigE1Period / 2;
  return wrapped ? now + kGigE1Period - last : 1;
}

}  // namespace

std::uint64_t FrameNumbers::whole(std::uint64_t device_number) {
  const std::uint64_t missing = last_ ? std::max(step(*last_, device_number) - 1, damaged_) : damaged_;
  last_ = device_number;
  lost_ += missing;
  damaged_ = 0;
  const std::uint64_t number = next_ + missing;
  next_ = number + 1;
  return number;
}

}  // namespace tomocyte
