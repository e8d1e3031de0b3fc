// What the 3D view needs to know of a tomogram before it draws: the distribution of its refractive index, and where the
// membrane and the nucleus-like interior are sensibly drawn.
#pragma once

#include "core/histogram.h"
#include "core/scan.h"

namespace tomocyte {

struct SurfaceLevels {
  Histogram ri;                // from below the medium to the highest voxel
  double membrane_ri = 0.0;    // the bound of a cell in the scan's last measurement; without one the default bound
  double interior_ri = 0.0;    // Otsu's threshold within the cells: it separates the denser interior from the cytoplasm
  bool interior_found = true;  // false: the cells are even; interior_ri lies halfway to the highest index
};

// Throws InputError when the scan has no tomogram.
[[nodiscard]] SurfaceLevels surface_levels(const Scan& scan);

}  // namespace tomocyte
