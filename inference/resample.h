// Volumes and fields on another grid, for networks that see every cell at one voxel size: Lanczos interpolation (three
// lobes), widened to the new samples' spacing where that is the coarser, so that nothing aliases.
#pragma once

#include <array>

#include "core/hologram_stack.h"
#include "core/tomogram.h"

namespace tomocyte {

// `tomogram` on `shape` [z, y, x] voxels of `voxel`, with `centre_um` [z, y, x] (from its voxel n/2, as in
// Cell::centroid_um) at the new voxel n/2. Beyond the old volume lies the medium; the result is not below it where the
// tomogram is not.
[[nodiscard]] Tomogram resample(const Tomogram& tomogram, const std::array<double, 3>& centre_um,
                                const VoxelSize& voxel, const Shape<3>& shape);

// Frame `frame` of `fields` alone, on `pixels` x `pixels` of `pixel_um`, with `centre_um` [y, x] at the new pixel n/2.
// Logarithm of the amplitude and unwrapped phase are interpolated. Throws InputError without an unwrapped phase.
[[nodiscard]] FieldStack resample_field(const FieldStack& fields, Index frame, const std::array<double, 2>& centre_um,
                                        double pixel_um, Index pixels);

}  // namespace tomocyte
