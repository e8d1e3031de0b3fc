// Pixel and voxel arithmetic of the orthoslices.
#include "ui/slice_geometry.h"

#include <algorithm>
#include <cmath>

namespace tomocyte {

SliceGeometry::SliceGeometry(SlicePlane plane, const Shape<3>& shape, const VoxelSize& voxel_size_um)
    : plane_(plane),
      shape_(shape),
      size_{voxel_size_um.z, voxel_size_um.y, voxel_size_um.x},
      columnAxis_(plane == SlicePlane::yz ? 0 : 2),
      rowAxis_(plane == SlicePlane::xz ? 0 : 1) {}

QPointF SliceGeometry::pixel(const VoxelPoint& voxel) const {
  return {static_cast<double>(voxel[columnAxis_]) + 0.5, static_cast<double>(voxel[rowAxis_]) + 0.5};
}

VoxelPoint SliceGeometry::voxel(const QPointF& pixel, const VoxelPoint& through) const {
  VoxelPoint voxel = through;
  voxel[columnAxis_] = static_cast<Index>(std::floor(pixel.x()));
  voxel[rowAxis_] = static_cast<Index>(std::floor(pixel.y()));
  return clampVoxel(shape_, voxel);
}

QRectF SliceGeometry::box(const VoxelBox& box) const {
  const auto at = [](Index value) { return static_cast<double>(value); };
  return {QPointF(at(box.begin[columnAxis_]), at(box.begin[rowAxis_])),
          QPointF(at(box.end[columnAxis_]), at(box.end[rowAxis_]))};
}

std::array<double, 3> voxelToUm(const Tomogram& tomogram, const VoxelPoint& voxel) {
  const VoxelSize& size = tomogram.voxel_size_um;
  const std::array<double, 3> step = {size.z, size.y, size.x};
  std::array<double, 3> position{};
  for (std::size_t axis = 0; axis < 3; ++axis)
    position[axis] = static_cast<double>(voxel[axis] - tomogram.ri.shape(axis) / 2) * step[axis];
  return position;
}

VoxelPoint umToVoxel(const Tomogram& tomogram, const std::array<double, 3>& position) {
  const VoxelSize& size = tomogram.voxel_size_um;
  const std::array<double, 3> step = {size.z, size.y, size.x};
  VoxelPoint voxel{};
  for (std::size_t axis = 0; axis < 3; ++axis)
    voxel[axis] = static_cast<Index>(std::lround(position[axis] / step[axis])) + tomogram.ri.shape(axis) / 2;
  return clampVoxel(tomogram.ri.shape(), voxel);
}

VoxelPoint clampVoxel(const Shape<3>& shape, VoxelPoint voxel) {
  for (std::size_t axis = 0; axis < 3; ++axis)
    voxel[axis] = std::clamp<Index>(voxel[axis], 0, std::max<Index>(shape[axis] - 1, 0));
  return voxel;
}

}  // namespace tomocyte
