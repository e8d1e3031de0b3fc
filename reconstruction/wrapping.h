// Phase differences on the circle. Internal to the unwrapping steps.
#pragma once

#include <cmath>
#include <numbers>

namespace tomocyte {

// To (-pi, pi].
[[nodiscard]] inline float wrap(float phase) {
  constexpr auto kTwoPi = static_cast<float>(2.0 * std::numbers::pi);
  return phase - kTwoPi * std::round(phase / kTwoPi);
}

}  // namespace tomocyte
