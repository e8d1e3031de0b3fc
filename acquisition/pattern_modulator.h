// A DMD that steers the illumination: a stored sequence of patterns, each of which sends one plane wave onto the
// sample.
#pragma once

#include <vector>

#include "core/optical_setup.h"

namespace tomocyte {

struct IlluminationPattern {
  WaveVector illumination;       // rad/µm in the sample
  bool time_multiplexed = true;  // grey levels by several binary frames per exposure: no stray zero order
};

class PatternModulator {
 public:
  virtual ~PatternModulator() = default;
  // Replaces the stored sequence. Throws DeviceError when it is longer than capacity(), or a wave cannot be made.
  virtual void upload(const std::vector<IlluminationPattern>& sequence) = 0;
  [[nodiscard]] virtual std::size_t capacity() const = 0;
  // Shows pattern `index` of the sequence until another is shown. Returns when it stands.
  virtual void display(std::size_t index) = 0;
};

}  // namespace tomocyte
