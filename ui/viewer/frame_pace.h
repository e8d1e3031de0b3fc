// How finely a volume is sampled while it moves: as finely as lets a frame be drawn in time on this computer.
#pragma once

#include <cstddef>

namespace tomocyte {

struct RaySampling {
  bool reduced = false;      // the volume reduced to kReducedVoxels an edge: it fits into a processor's cache
  double step_voxels = 1.0;  // along a ray, of the volume that is drawn
  double pixels = 1.0;       // edge of the square of screen pixels that one ray fills
};

inline constexpr int kReducedVoxels = 64;

class FramePace {
 public:
  // 12 frames a second look continuous enough to aim by.
  static constexpr double kLongestFrameMs = 80.0;

  // For the next frame while the volume moves. At rest: RaySampling{}.
  [[nodiscard]] RaySampling moving() const;
  // How long a frame with moving() took. Too long: the next one is coarser, at once by as many steps as it needs; fast
  // enough for the finer one: one step finer.
  void drawn(double milliseconds);
  [[nodiscard]] std::size_t level() const { return level_; }

 private:
  std::size_t level_ = 3;
};

}  // namespace tomocyte
