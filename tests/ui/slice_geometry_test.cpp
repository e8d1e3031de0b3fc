#include "ui/slice_geometry.h"

#include "body.h"
#include "tests/catch.h"
#include "ui/slice_image.h"

using namespace tomocyte;

TEST_CASE("voxel to pixel and back is the identity in every plane") {
  const Shape<3> shape = {20, 30, 40};
  const VoxelPoint voxel = {7, 11, 33};
  for (const SlicePlane plane : {SlicePlane::xy, SlicePlane::xz, SlicePlane::yz}) {
    const SliceGeometry geometry(plane, shape, {0.3, 0.2, 0.1});
    CHECK(geometry.voxel(geometry.pixel(voxel), voxel) == voxel);
    CHECK(geometry.columns() * geometry.rows() * shape[geometry.depthAxis()] == 20 * 30 * 40);
  }
}

TEST_CASE("planes lie as they are named") {
  const SliceGeometry xz(SlicePlane::xz, {20, 30, 40}, {0.3, 0.2, 0.1});
  CHECK(xz.columns() == 40);
  CHECK(xz.rows() == 20);
  CHECK(xz.columnSizeUm() == Approx(0.1));
  CHECK(xz.rowSizeUm() == Approx(0.3));
  CHECK(xz.depthAxis() == 1);
}

TEST_CASE("points outside the volume are clamped") {
  const SliceGeometry geometry(SlicePlane::xy, {20, 30, 40}, {0.1, 0.1, 0.1});
  CHECK(geometry.voxel({-5.0, 99.0}, {3, 0, 0}) == VoxelPoint{3, 29, 0});
}

TEST_CASE("micrometres count from the centre voxel n/2") {
  const auto scan = scanOfBody();
  CHECK(voxelToUm(*scan->tomogram, {32, 32, 32}) == std::array<double, 3>{0.0, 0.0, 0.0});
  CHECK(voxelToUm(*scan->tomogram, {29, 32, 37})[0] == Approx(-0.6));
  CHECK(umToVoxel(*scan->tomogram, {-0.6, 0.0, 1.0}) == VoxelPoint{29, 32, 37});
}

TEST_CASE("slices and projections show the voxels they say") {
  auto scan = scanOfBody();
  Tomogram& tomogram = *scan->tomogram;
  tomogram.ri(5, 6, 7) = 1.5f;
  CHECK(slice(tomogram, SlicePlane::xy, {5, 0, 0})(6, 7) == 1.5f);
  CHECK(slice(tomogram, SlicePlane::xz, {0, 6, 0})(5, 7) == 1.5f);
  CHECK(slice(tomogram, SlicePlane::yz, {0, 0, 7})(6, 5) == 1.5f);
  CHECK(maximumProjection(tomogram, SlicePlane::yz)(6, 5) == 1.5f);
  CHECK(slice(tomogram, SlicePlane::xy, {4, 0, 0})(6, 7) == 1.337f);
}
