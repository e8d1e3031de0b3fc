// The graph of all points: two points are joined when either holds the other for near (McInnes 2018, section 3.1).
#pragma once

#include <Eigen/SparseCore>

#include "inference/embedding/nearest_neighbours.h"

namespace tomocyte {

// [point, point], symmetric, weights in (0, 1].
using FuzzyGraph = Eigen::SparseMatrix<double, Eigen::RowMajor>;

// The probabilistic union w + w' - w·w' of the strengths in both directions. strength: [point, neighbour].
[[nodiscard]] FuzzyGraph fuzzy_union(const Eigen::MatrixXi& neighbours, const Eigen::MatrixXd& strength);

}  // namespace tomocyte
