#include "inference/segmentation.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kSmallestObjectFl = 0.5;

struct Box {
  Shape<3> begin;
  Shape<3> end;
};

std::vector<Box> boxes_of(const Array<std::int32_t, 3>& labels, std::size_t count) {
  const Shape<3>& shape = labels.shape();
  std::vector<Box> boxes(count, Box{shape, {0, 0, 0}});
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x) {
        if (labels(z, y, x) == 0) continue;
        Box& box = boxes[static_cast<std::size_t>(labels(z, y, x) - 1)];
        const Shape<3> at = {z, y, x};
        for (std::size_t axis = 0; axis < 3; ++axis) {
          box.begin[axis] = std::min(box.begin[axis], at[axis]);
          box.end[axis] = std::max(box.end[axis], at[axis] + 1);
        }
      }
  return boxes;
}

// Splits one component inside its box and writes final numbers from `next` on; returns the number after the last.
std::int32_t split_component(const Array<std::int32_t, 3>& components, std::int32_t component, const Box& box,
                             const VoxelSize& voxel, double depth, std::int32_t next, Array<std::int32_t, 3>& cells) {
  // One voxel of medium around the box; at the volume's border the component simply ends.
  Shape<3> size{};
  for (std::size_t axis = 0; axis < 3; ++axis) size[axis] = box.end[axis] - box.begin[axis] + 2;
  Array<unsigned char, 3> mask(size);
  const auto each = [&](const auto& visit) {
    for (Index z = box.begin[0]; z < box.end[0]; ++z)
      for (Index y = box.begin[1]; y < box.end[1]; ++y)
        for (Index x = box.begin[2]; x < box.end[2]; ++x)
          if (components(z, y, x) == component)
            visit(z, y, x, z - box.begin[0] + 1, y - box.begin[1] + 1, x - box.begin[2] + 1);
  };
  each([&](Index, Index, Index, Index z, Index y, Index x) { mask(z, y, x) = 1; });
  const Array<float, 3> distance = distance_map(std::as_const(mask).view(), voxel);
  Array<std::int32_t, 3> basins;
  const int count = split_by_watershed(distance.view(), depth, basins);
  each(
      [&](Index z, Index y, Index x, Index bz, Index by, Index bx) { cells(z, y, x) = next + basins(bz, by, bx) - 1; });
  return next + count;
}

}  // namespace

Segmentation segment_cells(const Tomogram& tomogram, double threshold_ri, double split_depth_um,
                           const Progress& progress) {
  Array<unsigned char, 3> mask(tomogram.ri.shape());
  std::transform(tomogram.ri.values().begin(), tomogram.ri.values().end(), mask.data(),
                 [&](float n) { return n > static_cast<float>(threshold_ri) ? 1 : 0; });
  Array<std::int32_t, 3> components;
  const std::vector<Index> sizes = label_components(std::as_const(mask).view(), components);
  progress.report(0.3);
  const std::vector<Box> boxes = boxes_of(components, sizes.size());
  const double voxel_fl = tomogram.voxel_size_um.volume_um3();

  Array<std::int32_t, 3> cells(tomogram.ri.shape());
  std::int32_t next = 1;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (static_cast<double>(sizes[i]) * voxel_fl < kSmallestObjectFl) continue;
    progress.report(0.3 + 0.5 * static_cast<double>(i) / static_cast<double>(sizes.size()));
    next = split_component(components, static_cast<std::int32_t>(i + 1), boxes[i], tomogram.voxel_size_um,
                           split_depth_um, next, cells);
  }
  const auto count = static_cast<std::size_t>(next - 1);
  if (count > std::numeric_limits<std::uint16_t>::max())
    throw InputError(fmt::format("{} objects were found", count), "Raise the threshold: it lies in the noise.");

  std::vector<Index> volumes(count + 1);
  for (const std::int32_t label : cells.values()) ++volumes[static_cast<std::size_t>(label)];
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 1);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return volumes[a] > volumes[b]; });
  std::vector<std::uint16_t> rank(count + 1);
  for (std::size_t i = 0; i < count; ++i) rank[order[i]] = static_cast<std::uint16_t>(i + 1);

  Segmentation result;
  result.count = static_cast<int>(count);
  result.labels = Array<std::uint16_t, 3>(tomogram.ri.shape());
  std::transform(cells.values().begin(), cells.values().end(), result.labels.data(),
                 [&](std::int32_t label) { return rank[static_cast<std::size_t>(label)]; });
  return result;
}

}  // namespace tomocyte
