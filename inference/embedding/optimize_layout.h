// The map: points joined by the graph attract each other, random others repel (McInnes 2018, algorithm 5).
#pragma once

#include "core/progress.h"
#include "inference/embedding/find_ab.h"
#include "inference/embedding/fuzzy_union.h"

namespace tomocyte {

struct LayoutOptions {
  MembershipCurve curve;
  int epochs = 500;
  int negative_samples = 5;    // random others for each attraction
  double learning_rate = 1.0;  // falls to 0 over the epochs
  int seed = 1;
};

// start: [point, dimension]. An edge of the largest weight attracts in every epoch, weaker ones as often as their
// weight says. One thread: the same seed gives the same map. Throws Cancelled.
[[nodiscard]] Eigen::MatrixXd optimize_layout(const FuzzyGraph& graph, const Eigen::MatrixXd& start,
                                              const LayoutOptions& options, const Progress& progress = {});

// Places new points among those of a map, which stay: neighbours and strength [new point, neighbour] are in the map.
// Begins at the mean of the neighbours by strength. A point's place does not depend on what else is placed.
[[nodiscard]] Eigen::MatrixXd place_points(const Eigen::MatrixXd& map, const Eigen::MatrixXi& neighbours,
                                           const Eigen::MatrixXd& strength, const LayoutOptions& options,
                                           const Progress& progress = {});

}  // namespace tomocyte
