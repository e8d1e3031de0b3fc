// A 3D refractive-index map.
#pragma once

#include <string>
#include <vector>

#include "core/array.h"

namespace tomocyte {

struct VoxelSize {
  double z = 0.0;  // µm
  double y = 0.0;
  double x = 0.0;
  bool operator==(const VoxelSize&) const = default;
  [[nodiscard]] double volume_um3() const { return z * y * x; }  // equals fL
};

// How the iterations went: one entry per iteration, relative change of the potential (L2).
using ConvergenceCurve = std::vector<double>;

struct Tomogram {
  Array<float, 3> ri;  // [z, y, x], refractive index; the optical axis passes through voxel n/2
  VoxelSize voxel_size_um;
  double medium_index = 0.0;
  double wavelength_um = 0.0;
  ConvergenceCurve convergence;  // empty without regularization
};

// Throws InputError: empty, NaN, voxel size or medium index missing or impossible.
void validate(const Tomogram& tomogram);

}  // namespace tomocyte
