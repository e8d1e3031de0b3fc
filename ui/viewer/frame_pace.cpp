#include "ui/viewer/frame_pace.h"

#include <array>

namespace tomocyte {
namespace {

// Each about half as much work as the one before it.
constexpr std::array<RaySampling, 7> kLevels = {{{true, 1.0, 1.0},
                                                 {true, 1.0, 1.5},
                                                 {true, 1.0, 2.0},
                                                 {true, 1.5, 2.5},
                                                 {true, 2.0, 3.0},
                                                 {true, 2.0, 4.0},
                                                 {true, 3.0, 5.0}}};

double work(const RaySampling& sampling) { return 1.0 / (sampling.step_voxels * sampling.pixels * sampling.pixels); }

}  // namespace

RaySampling FramePace::moving() const { return kLevels[level_]; }

void FramePace::drawn(double milliseconds) {
  const double now = work(kLevels[level_]);
  if (milliseconds > kLongestFrameMs) {
    while (level_ + 1 < kLevels.size() && milliseconds * work(kLevels[level_]) / now > kLongestFrameMs) ++level_;
  } else if (level_ > 0 && milliseconds * work(kLevels[level_ - 1]) / now < 0.7 * kLongestFrameMs) {
    --level_;  // with room to spare, so that it does not go to and fro
  }
}

}  // namespace tomocyte
