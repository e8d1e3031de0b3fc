// Phantoms on grids of points: painted body by body, each inside its own box.
#include <algorithm>
#include <cmath>

#include "acquisition/phantom.h"

namespace tomocyte {
namespace {

// Half-open range of the grid's points that a body's box holds, [z, y, x].
struct PointRange {
  Shape<3> begin{};
  Shape<3> end{};
};

PointRange points_in(const Eigen::AlignedBox3d& box, const PointGrid& grid) {
  PointRange range;
  for (int axis = 0; axis < 3; ++axis) {
    const auto at = static_cast<std::size_t>(2 - axis);
    const auto nearest = [&](double um) { return (um - grid.first[axis]) / grid.step[axis]; };
    const auto limit = [&](double index) {
      return static_cast<Index>(std::clamp(index, 0.0, static_cast<double>(grid.shape[at])));
    };
    range.begin[at] = limit(std::ceil(nearest(box.min()[axis])));
    range.end[at] = limit(std::floor(nearest(box.max()[axis])) + 1.0);
  }
  return range;
}

// A grid of `step_um` over the phantom's box.
PointGrid grid_over(const Phantom& phantom, double step_um) {
  const Eigen::AlignedBox3d box = phantom.box();
  const auto count = [&](int axis) { return static_cast<Index>(std::floor(box.sizes()[axis] / step_um)) + 1; };
  return {box.min(), Eigen::Vector3d::Constant(step_um), {count(2), count(1), count(0)}};
}

}  // namespace

void paint(const Phantom& phantom, const PointGrid& grid, View<float, 3> values) {
  for (const Body& body : phantom.bodies) {
    const Eigen::Vector3d reach = body.half_extent();
    const PointRange range = points_in({body.centre - reach, body.centre + reach}, grid);
    const auto index = static_cast<float>(body.index);
    for (Index z = range.begin[0]; z < range.end[0]; ++z)
      for (Index y = range.begin[1]; y < range.end[1]; ++y)
        for (Index x = range.begin[2]; x < range.end[2]; ++x) {
          const Eigen::Vector3d steps(static_cast<double>(x), static_cast<double>(y), static_cast<double>(z));
          if (body.contains(grid.first + steps.cwiseProduct(grid.step))) values(z, y, x) = index;
        }
  }
}

PhantomTruth integrate(const Phantom& phantom, double step_um) {
  const PointGrid grid = grid_over(phantom, step_um);
  Array<float, 3> values(grid.shape);  // 0 where no body is
  paint(phantom, grid, values.view());
  double count = 0.0;
  double sum = 0.0;
  for (const float n : values.values()) {
    count += n > 0.0F ? 1.0 : 0.0;
    sum += n;
  }
  return {count * std::pow(step_um, 3), count > 0.0 ? sum / count : phantom.medium_index};
}

Tomogram sample_phantoms(const std::vector<Phantom>& phantoms, double medium_index, const Shape<3>& shape,
                         const VoxelSize& voxel) {
  Tomogram tomogram;
  tomogram.voxel_size_um = voxel;
  tomogram.medium_index = medium_index;
  tomogram.ri = Array<float, 3>(shape);
  // Eight points per voxel, a quarter of it off its centre; a slab of one voxel at a time.
  const Eigen::Vector3d size(voxel.x, voxel.y, voxel.z);
  const Eigen::Vector3d centre(static_cast<double>(shape[2] / 2), static_cast<double>(shape[1] / 2),
                               static_cast<double>(shape[0] / 2));
  PointGrid grid{
      -(centre + Eigen::Vector3d::Constant(0.25)).cwiseProduct(size), 0.5 * size, {2, 2 * shape[1], 2 * shape[2]}};
  Array<float, 3> points(grid.shape);
  for (Index z = 0; z < shape[0]; ++z, grid.first.z() += voxel.z) {
    std::fill(points.values().begin(), points.values().end(), static_cast<float>(medium_index));
    for (const Phantom& phantom : phantoms) paint(phantom, grid, points.view());
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x) {
        float sum = 0.0F;
        for (Index corner = 0; corner < 8; ++corner)
          sum += points(corner >> 2, 2 * y + ((corner >> 1) & 1), 2 * x + (corner & 1));
        tomogram.ri(z, y, x) = sum / 8.0F;
      }
  }
  return tomogram;
}

}  // namespace tomocyte
