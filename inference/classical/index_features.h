// The six indices of cells as the feature matrix of the classical classifiers.
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "core/cell.h"

namespace tomocyte {

// volume, surface area, sphericity, dry mass, protein density, mean RI: the order of index_features()' columns.
[[nodiscard]] const std::vector<std::string>& index_names();

// [cell, index].
[[nodiscard]] Eigen::MatrixXd index_features(const std::vector<CellIndices>& cells);

}  // namespace tomocyte
