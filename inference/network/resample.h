// Sampling of a volume or an image on the regular grid of a network's input.
#pragma once

#include <array>

#include "core/array.h"

namespace tomocyte {

struct SamplingGrid {
  Shape<3> shape{};               // [z, y, x] of the result
  std::array<double, 3> centre{};  // of the result, in voxels of the source (fractional)
  std::array<double, 3> step{};    // distance of the result's voxels in voxels of the source
};

// Linear interpolation; where a step is longer than 1.5 source voxels, the mean of several samples inside each voxel of
// the result, so that fine detail does not alias. Outside the source the result is `outside`.
[[nodiscard]] Array<float, 3> resample(View<const float, 3> source, const SamplingGrid& grid, float outside);

}  // namespace tomocyte
