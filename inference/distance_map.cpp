// Exact Euclidean distance transform, one axis at a time, as lower envelopes of parabolas (Felzenszwalb & Huttenlocher
// 2012).
#include <cmath>
#include <limits>

#include "inference/segmentation.h"

namespace tomocyte {
namespace {

constexpr double kFar = 1e12;  // larger than any squared distance, small enough to subtract

// Squared distances along one line of n values, `step` µm apart; in and out may be the same.
class LineTransform {
 public:
  explicit LineTransform(std::size_t n) : values_(n), vertex_(n), boundary_(n + 1) {}

  void run(float* line, Index stride, std::size_t n, double step) {
    const double step2 = step * step;
    for (std::size_t i = 0; i < n; ++i) values_[i] = line[static_cast<Index>(i) * stride];
    std::size_t k = 0;
    vertex_[0] = 0;
    boundary_[0] = -std::numeric_limits<double>::infinity();
    boundary_[1] = std::numeric_limits<double>::infinity();
    for (std::size_t q = 1; q < n; ++q) {
      double s = crossing(q, vertex_[k], step2);
      while (s <= boundary_[k]) s = crossing(q, vertex_[--k], step2);
      vertex_[++k] = q;
      boundary_[k] = s;
      boundary_[k + 1] = std::numeric_limits<double>::infinity();
    }
    k = 0;
    for (std::size_t q = 0; q < n; ++q) {
      while (boundary_[k + 1] < static_cast<double>(q)) ++k;
      const double d = static_cast<double>(q) - static_cast<double>(vertex_[k]);
      line[static_cast<Index>(q) * stride] = static_cast<float>(d * d * step2 + values_[vertex_[k]]);
    }
  }

 private:
  [[nodiscard]] double crossing(std::size_t q, std::size_t p, double step2) const {
    const auto dq = static_cast<double>(q);
    const auto dp = static_cast<double>(p);
    return ((values_[q] / step2 + dq * dq) - (values_[p] / step2 + dp * dp)) / (2.0 * (dq - dp));
  }
  std::vector<double> values_;
  std::vector<std::size_t> vertex_;
  std::vector<double> boundary_;
};

}  // namespace

Array<float, 3> distance_map(View<const unsigned char, 3> mask, const VoxelSize& voxel) {
  const Shape<3>& shape = mask.shape();
  Array<float, 3> distance(shape);
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x) distance(z, y, x) = mask(z, y, x) != 0 ? static_cast<float>(kFar) : 0.0F;
  const std::array<double, 3> step = {voxel.z, voxel.y, voxel.x};
  const Shape<3> stride = contiguous_stride(shape);
  for (std::size_t axis = 0; axis < 3; ++axis) {
    LineTransform transform(static_cast<std::size_t>(shape[axis]));
    const std::size_t a = axis == 0 ? 1 : 0;
    const std::size_t b = axis == 2 ? 1 : 2;
    for (Index i = 0; i < shape[a]; ++i)
      for (Index j = 0; j < shape[b]; ++j)
        transform.run(distance.data() + i * stride[a] + j * stride[b], stride[axis],
                      static_cast<std::size_t>(shape[axis]), step[axis]);
  }
  for (float& d : distance.values()) d = std::sqrt(d);
  return distance;
}

}  // namespace tomocyte
