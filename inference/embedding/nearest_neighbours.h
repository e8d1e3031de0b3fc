// The first step of UMAP and t-SNE: for each point its nearest others.
#pragma once

#include <Eigen/Core>

#include "core/progress.h"

namespace tomocyte {

struct Neighbours {
  Eigen::MatrixXi index;     // [point, neighbour], nearest first, of equals the earlier
  Eigen::MatrixXd distance;  // [point, neighbour], Euclidean
};

// Up to this many points the search compares all pairs; beyond, it walks a hierarchical graph (Malkov & Yashunin 2020),
// which misses a few neighbours in a hundred but does not take the square of the number of points.
constexpr Eigen::Index kMostPointsCompared = 8192;

// points: [point, feature]. A point is not its own neighbour. Throws InputError: a value that is not finite, k below 1
// or not below the number of points; Cancelled.
[[nodiscard]] Neighbours nearest_neighbours(const Eigen::MatrixXd& points, int k,
                                            Eigen::Index most_compared = kMostPointsCompared,
                                            const Progress& progress = {});

// Nearest among `points` for each of `queries`, which are other cells. Compares all pairs. Throws InputError likewise,
// and for queries of another number of features.
[[nodiscard]] Neighbours nearest_points(const Eigen::MatrixXd& points, const Eigen::MatrixXd& queries, int k,
                                        const Progress& progress = {});

}  // namespace tomocyte
