#include "inference/network/resample.h"

#include <cmath>
#include <vector>

namespace tomocyte {
namespace {

constexpr double kLongestPlainStep = 1.5;

// One sample position along one axis: two neighbours and their weights. A position outside has weight 0.
struct Tap {
  Index at = 0;
  Index next = 0;
  float weight = 0.0F;
  float next_weight = 0.0F;
};

int samples_per_voxel(double step) { return step > kLongestPlainStep ? static_cast<int>(std::ceil(step)) : 1; }

Tap tap(double position, Index length) {
  Tap result;
  const double below = std::floor(position);
  const auto fraction = static_cast<float>(position - below);
  const auto index = static_cast<Index>(below);
  if (index >= 0 && index < length) {
    result.at = index;
    result.weight = 1.0F - fraction;
  }
  if (index + 1 >= 0 && index + 1 < length) {
    result.next = index + 1;
    result.next_weight = fraction;
  }
  return result;
}

// All positions along one axis; those inside voxel i of the result are [i * samples, (i + 1) * samples).
std::vector<Tap> taps(Index count, double centre, double step, Index length) {
  const int samples = samples_per_voxel(step);
  std::vector<Tap> result;
  for (Index i = 0; i < count; ++i)
    for (int s = 0; s < samples; ++s) {
      const double inside = (s + 0.5) / samples - 0.5;
      result.push_back(tap(centre + (static_cast<double>(i - count / 2) + inside) * step, length));
    }
  for (Tap& t : result) {
    t.weight /= static_cast<float>(samples);
    t.next_weight /= static_cast<float>(samples);
  }
  return result;
}

// Sums `source` [outer, length, inner] along its middle axis with the taps: [outer, count, inner].
Array<float, 3> along_axis(View<const float, 3> source, const std::vector<Tap>& positions, Index count) {
  Array<float, 3> result({source.shape(0), count, source.shape(2)});
  const auto samples = static_cast<Index>(positions.size()) / count;
  const Index inner = source.shape(2);
  for (Index o = 0; o < source.shape(0); ++o)
    for (Index i = 0; i < static_cast<Index>(positions.size()); ++i) {
      const Tap& t = positions[static_cast<std::size_t>(i)];
      float* to = &result(o, i / samples, 0);
      const float* a = &source(o, t.at, 0);
      const float* b = &source(o, t.next, 0);
      for (Index x = 0; x < inner; ++x) to[x] += t.weight * a[x] + t.next_weight * b[x];
    }
  return result;
}

}  // namespace

Array<float, 3> resample(View<const float, 3> source, const SamplingGrid& grid, float outside) {
  Array<float, 3> volume(source.shape());
  for (Index z = 0; z < source.shape(0); ++z)
    for (Index y = 0; y < source.shape(1); ++y)
      for (Index x = 0; x < source.shape(2); ++x) volume(z, y, x) = source(z, y, x) - outside;
  // One axis after the other: [z, y, x] seen as [outer, axis, inner].
  Shape<3> shape = source.shape();
  for (std::size_t axis = 0; axis < 3; ++axis) {
    Shape<3> folded = {1, shape[axis], 1};
    for (std::size_t i = 0; i < axis; ++i) folded[0] *= shape[i];
    for (std::size_t i = axis + 1; i < 3; ++i) folded[2] *= shape[i];
    const auto positions = taps(grid.shape[axis], grid.centre[axis], grid.step[axis], shape[axis]);
    volume = along_axis(View<const float, 3>(volume.data(), folded), positions, grid.shape[axis]);
    shape[axis] = grid.shape[axis];
  }
  Array<float, 3> result(shape);
  for (Index i = 0; i < result.size(); ++i) result.data()[i] = volume.data()[i] + outside;
  return result;
}

}  // namespace tomocyte
