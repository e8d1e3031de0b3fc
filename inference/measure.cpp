#include "inference/measure.h"

#include <fmt/format.h>

#include "core/error.h"
#include "inference/cell_indices.h"
#include "inference/segmentation.h"

namespace tomocyte {
namespace {

double threshold_of(const Tomogram& tomogram, const MeasurementOptions& options) {
  const double threshold =
      options.threshold_ri > 0.0 ? options.threshold_ri : tomogram.medium_index + options.threshold_above_medium;
  if (threshold <= tomogram.medium_index)
    throw InputError(fmt::format("the threshold {:.4f} does not lie above the medium's index {:.4f}", threshold,
                                 tomogram.medium_index),
                     "Raise --threshold-ri, or set it to 0 to use --threshold-above-medium.");
  return threshold;
}

// Boxes and centroids of all labels in one pass.
std::vector<Cell> locate_cells(const Segmentation& segmentation, const VoxelSize& voxel) {
  const Shape<3>& shape = segmentation.labels.shape();
  std::vector<Cell> cells(static_cast<std::size_t>(segmentation.count));
  std::vector<double> counts(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].label = static_cast<int>(i + 1);
    cells[i].box.begin = shape;
  }
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x) {
        const std::uint16_t label = segmentation.labels(z, y, x);
        if (label == 0) continue;
        Cell& cell = cells[label - 1U];
        const Shape<3> at = {z, y, x};
        for (std::size_t axis = 0; axis < 3; ++axis) {
          cell.box.begin[axis] = std::min(cell.box.begin[axis], at[axis]);
          cell.box.end[axis] = std::max(cell.box.end[axis], at[axis] + 1);
          cell.centroid_um[axis] += static_cast<double>(at[axis] - shape[axis] / 2);
        }
        counts[label - 1U] += 1.0;
      }
  const std::array<double, 3> size = {voxel.z, voxel.y, voxel.x};
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (std::size_t axis = 0; axis < 3; ++axis) {
      cells[i].centroid_um[axis] *= size[axis] / counts[i];
      cells[i].touches_border |= cells[i].box.begin[axis] == 0 || cells[i].box.end[axis] == shape[axis];
    }
  return cells;
}

}  // namespace

Measurement measure_cells(const Tomogram& tomogram, const MeasurementOptions& options, const Progress& progress) {
  validate(tomogram);
  validate_options(options);
  const double threshold = threshold_of(tomogram, options);
  Segmentation segmentation =
      segment_cells(tomogram, threshold, options.split_depth_um, progress.part(0.0, 0.6, "Finding cells"));
  Measurement result;
  result.cells = locate_cells(segmentation, tomogram.voxel_size_um);
  result.labels = std::move(segmentation.labels);
  const Progress measuring = progress.part(0.6, 1.0, "Measuring cells");
  for (std::size_t i = 0; i < result.cells.size(); ++i) {
    measuring.report(static_cast<double>(i) / static_cast<double>(result.cells.size()));
    Cell& cell = result.cells[i];
    cell.indices = cell_indices(tomogram, std::as_const(result.labels).view(), cell, threshold, options.rii_ml_g);
    cell.too_small = cell.indices.volume_fl < options.minimum_volume_fl;
  }
  add_corpuscular_indices(tomogram, std::as_const(result.labels).view(), options, result.cells);
  return result;
}

}  // namespace tomocyte
