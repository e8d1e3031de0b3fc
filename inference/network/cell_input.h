// What a network sees of one cell: a crop centred on it, resampled to the model's voxels, neighbours masked out,
// contrast normalised.
#pragma once

#include <cstdint>

#include "core/array.h"
#include "core/cell.h"
#include "core/hologram_stack.h"
#include "core/tomogram.h"
#include "inference/network/network_options.h"

namespace tomocyte {

// The parts of a scan that inputs are cut from. They must outlive the struct.
struct CellImages {
  const Tomogram* tomogram = nullptr;
  View<const std::uint16_t, 3> labels;  // [z, y, x] like the tomogram
  const FieldStack* fields = nullptr;   // for "phase" and "amplitude"
};

// [z, y, x] as input_shape() says: (n - n_m) / 0.03, phase / 2 rad, or (amplitude - 1) / 0.2; 0 is the medium.
// Throws InputError: no tomogram, labels or fields where needed; voxels more than 1.5 times coarser than the model's; a
// phase that is not unwrapped; no frame within 0.1 rad of normal incidence.
[[nodiscard]] Array<float, 3> cell_input(const CellImages& images, const Cell& cell, const InputOptions& options);

}  // namespace tomocyte
