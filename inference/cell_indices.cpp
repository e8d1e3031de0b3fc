#include "inference/cell_indices.h"

#include <cmath>
#include <numbers>

#include "inference/surface_mesh.h"

namespace tomocyte {
namespace {

constexpr double kDecilitre = 100.0;  // 1 pg/fL = 1 g/mL = 100 g/dL

// The cell's box with one voxel around it. Voxels of other objects are mirrored below the threshold, so that the
// surface ends half-way between this cell and its neighbour.
Array<float, 3> isolated(const Tomogram& tomogram, View<const std::uint16_t, 3> labels, const Cell& cell,
                         float threshold) {
  Shape<3> begin{};
  Shape<3> size{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    begin[axis] = std::max<Index>(0, cell.box.begin[axis] - 1);
    size[axis] = std::min(labels.shape(axis), cell.box.end[axis] + 1) - begin[axis];
  }
  Array<float, 3> values(size);
  for (Index z = 0; z < size[0]; ++z)
    for (Index y = 0; y < size[1]; ++y)
      for (Index x = 0; x < size[2]; ++x) {
        const float n = tomogram.ri(begin[0] + z, begin[1] + y, begin[2] + x);
        const bool own = labels(begin[0] + z, begin[1] + y, begin[2] + x) == cell.label;
        values(z, y, x) = own || n <= threshold ? n : 2.0F * threshold - n;
      }
  return values;
}

double mean_over_label(const Tomogram& tomogram, View<const std::uint16_t, 3> labels, const Cell& cell) {
  double sum = 0.0;
  double count = 0.0;
  for (Index z = cell.box.begin[0]; z < cell.box.end[0]; ++z)
    for (Index y = cell.box.begin[1]; y < cell.box.end[1]; ++y)
      for (Index x = cell.box.begin[2]; x < cell.box.end[2]; ++x) {
        if (labels(z, y, x) != cell.label) continue;
        sum += tomogram.ri(z, y, x);
        count += 1.0;
      }
  return count > 0.0 ? sum / count : 0.0;
}

// Grows the labels into the voxels above `level`, all cells at once, one voxel a round.
Array<std::uint16_t, 3> grown_labels(const Tomogram& tomogram, View<const std::uint16_t, 3> labels, float level) {
  Array<std::uint16_t, 3> grown(labels.shape());
  std::copy(labels.data(), labels.data() + labels.size(), grown.data());
  const Shape<3>& shape = labels.shape();
  const Shape<3> stride = contiguous_stride(shape);
  std::vector<Index> front;
  for (Index i = 0; i < labels.size(); ++i)
    if (labels.data()[i] != 0) front.push_back(i);
  while (!front.empty()) {
    std::vector<Index> next;
    for (const Index i : front) {
      const Shape<3> at = {i / stride[0], i / stride[1] % shape[1], i % shape[2]};
      for (std::size_t axis = 0; axis < 3; ++axis)
        for (const Index step : {Index{-1}, Index{1}}) {
          if (at[axis] + step < 0 || at[axis] + step >= shape[axis]) continue;
          const Index j = i + step * stride[axis];
          if (grown.data()[j] != 0 || tomogram.ri.data()[j] <= level) continue;
          grown.data()[j] = grown.data()[i];
          next.push_back(j);
        }
    }
    front = std::move(next);
  }
  return grown;
}

}  // namespace

double sphericity(double volume_fl, double surface_area_um2) {
  if (surface_area_um2 <= 0.0) return 0.0;
  return std::cbrt(std::numbers::pi) * std::pow(6.0 * volume_fl, 2.0 / 3.0) / surface_area_um2;
}

CellIndices cell_indices(const Tomogram& tomogram, View<const std::uint16_t, 3> labels, const Cell& cell,
                         double threshold_ri, double rii_ml_g) {
  const Array<float, 3> values = isolated(tomogram, labels, cell, static_cast<float>(threshold_ri));
  const SurfaceMeasure surface = measure_isosurface(values.view(), threshold_ri, tomogram.voxel_size_um);
  CellIndices indices;
  indices.volume_fl = surface.volume_fl;
  indices.surface_area_um2 = surface.area_um2;
  indices.sphericity = sphericity(surface.volume_fl, surface.area_um2);
  indices.mean_ri = mean_over_label(tomogram, labels, cell);
  const double density_pg_fl = (indices.mean_ri - tomogram.medium_index) / rii_ml_g;
  indices.protein_density_g_dl = kDecilitre * density_pg_fl;
  indices.dry_mass_pg = density_pg_fl * surface.volume_fl;
  return indices;
}

void add_corpuscular_indices(const Tomogram& tomogram, View<const std::uint16_t, 3> labels,
                             const MeasurementOptions& options, std::vector<Cell>& cells) {
  const double level = tomogram.medium_index + options.corpuscular_threshold;
  const Array<std::uint16_t, 3> grown = grown_labels(tomogram, labels, static_cast<float>(level));
  std::vector<double> voxels(cells.size() + 1);
  std::vector<double> contrast(cells.size() + 1);
  for (Index i = 0; i < grown.size(); ++i) {
    const std::uint16_t label = grown.data()[i];
    // A cell threshold below the corpuscular one would let fainter voxels in.
    if (label == 0 || tomogram.ri.data()[i] <= level) continue;
    voxels[label] += 1.0;
    contrast[label] += tomogram.ri.data()[i] - tomogram.medium_index;
  }
  const double voxel_fl = tomogram.voxel_size_um.volume_um3();
  for (Cell& cell : cells) {
    const auto label = static_cast<std::size_t>(cell.label);
    cell.corpuscular_volume_fl = voxels[label] * voxel_fl;
    cell.corpuscular_hemoglobin_pg = contrast[label] * voxel_fl / options.hemoglobin_rii_ml_g;
  }
}

}  // namespace tomocyte
