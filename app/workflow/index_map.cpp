#include "app/workflow/index_map.h"

#include <fmt/format.h>

#include <cmath>

#include "core/error.h"
#include "core/report/reported_index.h"
#include "core/statistics.h"
#include "inference/embedding/umap.h"

namespace tomocyte {
namespace {

std::vector<double> column_of(std::span<const CellIndices> cells, double CellIndices::*member) {
  std::vector<double> values;
  for (const CellIndices& cell : cells) values.push_back(cell.*member);
  return values;
}

}  // namespace

std::vector<PlanePoint> index_map(std::span<const CellIndices> cells, const Progress& progress) {
  if (std::ssize(cells) < kFewestMappedCells)
    throw InputError(fmt::format("a map needs at least {} cells, there are {}", kFewestMappedCells, cells.size()),
                     "Show two indices instead.");
  Eigen::MatrixXd features(static_cast<Eigen::Index>(cells.size()), 0);
  for (const ReportedIndex& index : reported_indices()) {
    const std::vector<double> values = column_of(cells, index.member);
    const Summary summary = summarize(values);
    if (summary.minimum == summary.maximum) continue;
    features.conservativeResize(Eigen::NoChange, features.cols() + 1);
    features.rightCols(1) = (Eigen::Map<const Eigen::VectorXd>(values.data(), features.rows()).array() - summary.mean) /
                            summary.standard_deviation;
  }
  if (features.cols() == 0) throw InputError("all cells have the same indices", "Show two indices instead.");
  const Umap umap = fit_umap(features, {}, progress);
  std::vector<PlanePoint> places;
  for (Eigen::Index i = 0; i < umap.map.rows(); ++i) places.push_back({umap.map(i, 0), umap.map(i, 1)});
  return places;
}

}  // namespace tomocyte
