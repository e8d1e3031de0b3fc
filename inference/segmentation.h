// A tomogram into labelled cells: threshold, 3D connected components, touching cells split by watershed.
#pragma once

#include <vector>

#include "core/array.h"
#include "core/progress.h"
#include "core/tomogram.h"

namespace tomocyte {

struct Segmentation {
  Array<std::uint16_t, 3> labels;  // [z, y, x], 0 = medium, 1.. = cells, largest first
  int count = 0;
};

// Voxels above `threshold_ri`, 6-connected (cells that meet at an edge only are not one cell); cavities inside a
// cell stay out, objects below 0.5 fL are noise and dropped. `split_depth_um` as in MeasurementOptions.
// Throws InputError when more than 65,535 objects are found (the threshold lies in the noise), Cancelled.
[[nodiscard]] Segmentation segment_cells(const Tomogram& tomogram, double threshold_ri, double split_depth_um,
                                         const Progress& progress = {});

// Steps of the segmentation, one file each.

// Labels the 6-connected components of mask != 0, in scan order from 1. Returns their number of voxels, by label - 1.
[[nodiscard]] std::vector<Index> label_components(View<const unsigned char, 3> mask, Array<std::int32_t, 3>& labels);

// Exact Euclidean distance (µm) of each voxel of the mask to the nearest voxel outside it  (Felzenszwalb &
// Huttenlocher 2012). The volume's border is not an edge of the mask.
[[nodiscard]] Array<float, 3> distance_map(View<const unsigned char, 3> mask, const VoxelSize& voxel);

// Splits mask into basins of the distance map's maxima that rise more than `depth_um` above the pass to a higher one.
// Basin numbers from 1; returns how many.
int split_by_watershed(View<const float, 3> distance, double depth_um, Array<std::int32_t, 3>& basins);

}  // namespace tomocyte
