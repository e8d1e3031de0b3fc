// Slices and maximum-intensity projections of a volume, and pictures of them in a colour map.
#pragma once

#include <QImage>
#include <utility>

#include "core/array.h"
#include "ui/colour_map.h"
#include "ui/slice_geometry.h"

namespace tomocyte {

// [row, column] of the slice through `through`, oriented as SlicePlane says.
[[nodiscard]] Array<float, 2> slice(const Tomogram& tomogram, SlicePlane plane, const VoxelPoint& through);
// The highest value along the axis across the plane.
[[nodiscard]] Array<float, 2> maximumProjection(const Tomogram& tomogram, SlicePlane plane);

// Opaque RGB; `low` gets the darkest colour, `high` the brightest.
[[nodiscard]] QImage colourImage(View<const float, 2> values, const ColourMap& map, double low, double high);

struct RiRange {
  double low = 0.0;
  double high = 0.0;
};
// Medium index to slightly above the brightest voxel that is not noise (99.95th percentile of the voxels above
// the medium), at least 0.01 wide.
[[nodiscard]] RiRange displayRange(const Tomogram& tomogram);
// Smallest and largest finite value; {0, 1} when there is none.
[[nodiscard]] RiRange valueRange(View<const float, 2> values);

}  // namespace tomocyte
