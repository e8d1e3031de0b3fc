// Where a voxel of the tomogram lies on a slice, and back: [z, y, x] voxels ↔ µm ↔ picture pixels.
#pragma once

#include <QPointF>
#include <QRectF>
#include <array>

#include "core/cell.h"
#include "core/tomogram.h"

namespace tomocyte {

// XY: x to the right, y down. XZ: x to the right, z down. YZ: z to the right, y down, so that it stands beside XY.
enum class SlicePlane { xy, xz, yz };

using VoxelPoint = Shape<3>;  // [z, y, x]

class SliceGeometry {
 public:
  SliceGeometry() = default;
  SliceGeometry(SlicePlane plane, const Shape<3>& shape, const VoxelSize& voxel_size_um);

  [[nodiscard]] SlicePlane plane() const { return plane_; }
  // Axes of [z, y, x]: the one across the picture, the one down it, the one along which slices are stacked.
  [[nodiscard]] std::size_t columnAxis() const { return columnAxis_; }
  [[nodiscard]] std::size_t rowAxis() const { return rowAxis_; }
  [[nodiscard]] std::size_t depthAxis() const { return 3 - columnAxis_ - rowAxis_; }
  [[nodiscard]] Index columns() const { return shape_[columnAxis_]; }
  [[nodiscard]] Index rows() const { return shape_[rowAxis_]; }
  [[nodiscard]] double columnSizeUm() const { return size_[columnAxis_]; }
  [[nodiscard]] double rowSizeUm() const { return size_[rowAxis_]; }

  // Centre of a voxel in picture pixels (voxel 0 covers 0..1).
  [[nodiscard]] QPointF pixel(const VoxelPoint& voxel) const;
  // The voxel under a point of the picture, in the slice through `through`; clamped to the volume.
  [[nodiscard]] VoxelPoint voxel(const QPointF& pixel, const VoxelPoint& through) const;
  // Outline of a cell's box on the picture.
  [[nodiscard]] QRectF box(const VoxelBox& box) const;

 private:
  SlicePlane plane_ = SlicePlane::xy;
  Shape<3> shape_{};
  std::array<double, 3> size_{};
  std::size_t columnAxis_ = 2;
  std::size_t rowAxis_ = 1;
};

// [z, y, x] in µm from the centre voxel n/2, and the nearest voxel of such a point (clamped to the volume).
[[nodiscard]] std::array<double, 3> voxelToUm(const Tomogram& tomogram, const VoxelPoint& voxel);
[[nodiscard]] VoxelPoint umToVoxel(const Tomogram& tomogram, const std::array<double, 3>& position);
[[nodiscard]] VoxelPoint clampVoxel(const Shape<3>& shape, VoxelPoint voxel);

}  // namespace tomocyte
