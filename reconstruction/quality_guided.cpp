// Quality-guided flood fill (Ghiglia & Pritt 1998, section 4.3): the most reliable pixels are unwrapped first.
#include <algorithm>
#include <queue>

#include "reconstruction/phase_unwrapping.h"
#include "reconstruction/wrapping.h"

namespace tomocyte {
namespace {

// Sum of squared second differences of the phase: small where it is smooth.
Array<float, 2> roughness(View<const float, 2> wrapped) {
  Array<float, 2> result(wrapped.shape());
  const Index ny = wrapped.shape(0);
  const Index nx = wrapped.shape(1);
  for (Index y = 0; y < ny; ++y)
    for (Index x = 0; x < nx; ++x) {
      const float centre = wrapped(y, x);
      const float left = wrapped(y, std::max<Index>(x - 1, 0));
      const float right = wrapped(y, std::min(x + 1, nx - 1));
      const float above = wrapped(std::max<Index>(y - 1, 0), x);
      const float below = wrapped(std::min(y + 1, ny - 1), x);
      const float h = wrap(left - centre) - wrap(centre - right);
      const float v = wrap(above - centre) - wrap(centre - below);
      result(y, x) = h * h + v * v;
    }
  return result;
}

struct Step {
  float roughness;
  Index from_y, from_x, y, x;
  bool operator<(const Step& other) const { return roughness > other.roughness; }
};

}  // namespace

Array<float, 2> unwrap_quality_guided(View<const float, 2> wrapped) {
  Array<float, 2> phase(wrapped.shape());
  if (phase.empty()) return phase;
  const Array<float, 2> rough = roughness(wrapped);
  Array<unsigned char, 2> done(wrapped.shape());
  std::priority_queue<Step> queue;
  const auto visit = [&](Index y, Index x) {
    done(y, x) = 1;
    const auto offer = [&](Index to_y, Index to_x) {
      if (to_y >= 0 && to_x >= 0 && to_y < phase.shape(0) && to_x < phase.shape(1) && done(to_y, to_x) == 0)
        queue.push({rough(to_y, to_x), y, x, to_y, to_x});
    };
    offer(y, x + 1);
    offer(y, x - 1);
    offer(y + 1, x);
    offer(y - 1, x);
  };
  const auto smoothest = std::min_element(rough.values().begin(), rough.values().end()) - rough.values().begin();
  const Index start_y = smoothest / phase.shape(1);
  const Index start_x = smoothest % phase.shape(1);
  phase(start_y, start_x) = wrapped(start_y, start_x);
  visit(start_y, start_x);
  while (!queue.empty()) {
    const Step step = queue.top();
    queue.pop();
    if (done(step.y, step.x) != 0) continue;
    phase(step.y, step.x) =
        phase(step.from_y, step.from_x) + wrap(wrapped(step.y, step.x) - wrapped(step.from_y, step.from_x));
    visit(step.y, step.x);
  }
  return phase;
}

}  // namespace tomocyte
