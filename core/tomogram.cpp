#include "core/tomogram.h"

#include <fmt/format.h>

#include <cmath>

#include "core/error.h"

namespace tomocyte {

void validate(const Tomogram& tomogram) {
  if (tomogram.ri.empty()) throw InputError("the tomogram is empty");
  const VoxelSize& voxel = tomogram.voxel_size_um;
  if (!(voxel.z > 0.0 && voxel.y > 0.0 && voxel.x > 0.0))
    throw InputError(fmt::format("the voxel size is {} x {} x {} µm (z, y, x)", voxel.z, voxel.y, voxel.x),
                     "Store the attribute voxel_size_um = [z, y, x] in micrometres.");
  if (!(tomogram.medium_index >= 1.0 && tomogram.medium_index <= 1.7))
    throw InputError(fmt::format("the medium index is {}, expected 1.0 to 1.7", tomogram.medium_index));
  for (const float n : tomogram.ri.values())
    if (!std::isfinite(n))
      throw InputError("the tomogram holds a value that is not a number", "Reconstruct it again from the holograms.");
}

}  // namespace tomocyte
