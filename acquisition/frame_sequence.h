// Do the frames of a triggered stream follow each other without a gap? Internal to the engine.
#pragma once

#include <cstdint>
#include <string>

#include "acquisition/camera.h"

namespace tomocyte {

// A lost frame shifts every later one against its pattern. Two clocks tell: the camera's count of exposures (a frame
// lost after its exposure leaves a gap) and its timestamps (an exposure that never happened leaves a pause).
class FrameSequence {
 public:
  explicit FrameSequence(double period_s) : period_s_(period_s) {}

  // Empty when `frame` is the one after the last; otherwise what is wrong with it.
  [[nodiscard]] std::string fault_of(const CameraFrame& frame);

 private:
  double period_s_;
  int count_ = 0;
  std::uint64_t number_ = 0;
  double timestamp_s_ = 0.0;
};

// A frame without light: no count above 1/64 of full scale. A camera with a black level above that hides the dark from
// this check, not from the one of the illumination.
[[nodiscard]] bool is_dark(const CameraFrame& frame, int bit_depth);

}  // namespace tomocyte
