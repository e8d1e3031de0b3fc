// Area and enclosed volume of an isosurface, below the size of a voxel: marching tetrahedra on six tetrahedra per
// cube with linear interpolation (Doi & Koide 1991). Counting voxel faces would give 1.5 times a sphere's area.
#pragma once

#include "core/array.h"
#include "core/tomogram.h"

namespace tomocyte {

struct SurfaceMeasure {
  double area_um2 = 0.0;
  double volume_fl = 0.0;
};

// The surface where `values` crosses `level`, inside being above. Values outside the array count as below the level.
[[nodiscard]] SurfaceMeasure measure_isosurface(View<const float, 3> values, double level, const VoxelSize& voxel);

}  // namespace tomocyte
