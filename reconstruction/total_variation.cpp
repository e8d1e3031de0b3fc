#include "reconstruction/total_variation.h"

#include <ATen/ATen.h>

namespace tomocyte {
namespace {

at::Tensor forward_difference(const at::Tensor& v) {
  return at::stack({at::roll(v, -1, 0) - v, at::roll(v, -1, 1) - v, at::roll(v, -1, 2) - v});
}

at::Tensor divergence(const at::Tensor& p) {
  return p[0] - at::roll(p[0], 1, 0) + p[1] - at::roll(p[1], 1, 1) + p[2] - at::roll(p[2], 1, 2);
}

}  // namespace

void smooth_total_variation(at::Tensor& volume, double weight) {
  if (weight <= 0.0) return;
  constexpr int kSteps = 10;
  constexpr double kStepSize = 1.0 / 12.0;  // at most 1/(4·dimensions): Chambolle 2004, theorem 3.1
  at::Tensor p = at::zeros({3, volume.size(0), volume.size(1), volume.size(2)}, volume.options());
  for (int i = 0; i < kSteps; ++i) {
    const at::Tensor g = forward_difference(divergence(p) - volume / weight);
    const at::Tensor norm = at::linalg_vector_norm(g, 2, at::IntArrayRef{0});
    p = (p + kStepSize * g) / (1.0 + kStepSize * norm);
  }
  volume.sub_(weight * divergence(p));
}

}  // namespace tomocyte
