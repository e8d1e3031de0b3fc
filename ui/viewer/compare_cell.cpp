#include "ui/viewer/compare_cell.h"

#include <algorithm>

#include "core/error.h"

namespace tomocyte {

const Cell& CompareCell::cell() const {
  for (const Cell& cell : scan->cells)
    if (cell.label == label) return cell;
  throw InputError("the scan has no cell " + std::to_string(label));
}

double commonSizeUm(const std::vector<CompareCell>& cells) {
  constexpr double kRoom = 1.25;
  double largest = 1.0;
  for (const CompareCell& one : cells) {
    const VoxelBox& box = one.cell().box;
    const VoxelSize& size = one.scan->tomogram->voxel_size_um;
    const double edges[] = {size.z, size.y, size.x};
    for (std::size_t axis = 0; axis < 3; ++axis)
      largest = std::max(largest, static_cast<double>(box.end[axis] - box.begin[axis]) * edges[axis]);
  }
  return kRoom * largest;
}

}  // namespace tomocyte
