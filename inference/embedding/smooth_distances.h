// How far "near" is for each point: rho, the distance to its nearest neighbour, and sigma, the scale beyond it
// (McInnes, Healy & Melville 2018, algorithm 3, SmoothKNNDist).
#pragma once

#include <Eigen/Core>

namespace tomocyte {

struct SmoothScales {
  Eigen::VectorXd rho;    // [point]
  Eigen::VectorXd sigma;  // [point], at least 0.001 of the mean distance
};

// Whether the nearest neighbour is connected for certain (points among themselves), or rho is 0 (new points).
enum class LocalConnectivity { kNearest, kNone };

// distance: [point, neighbour], nearest first. sigma solves sum over neighbours of exp(-max(0, d - rho)/sigma) =
// log2(k).
[[nodiscard]] SmoothScales smooth_distances(const Eigen::MatrixXd& distance,
                                            LocalConnectivity connectivity = LocalConnectivity::kNearest);

// Strength of the edge to each neighbour, exp(-max(0, d - rho)/sigma): [point, neighbour], in (0, 1].
[[nodiscard]] Eigen::MatrixXd membership(const Eigen::MatrixXd& distance, const SmoothScales& scales);

}  // namespace tomocyte
