// How far a cell lies from what a model was trained on: the mean distance to its nearest neighbours among the training
// cells in feature space (Sun et al. 2022, "Out-of-distribution detection with deep nearest neighbors", with features
// standardised instead of normalised).
#pragma once

#include <Eigen/Core>

namespace tomocyte {

struct NoveltyReference {
  Eigen::MatrixXf features;  // [training cell, feature]
  double threshold = 0.0;    // 99th percentile of the training cells' own distances, each without itself
};

// At most `kept` of the training cells, evenly spread over their order. Throws InputError with fewer than 7 cells.
[[nodiscard]] NoveltyReference novelty_reference(const Eigen::MatrixXf& training_features, int kept = 1000);

// [cell], in standard deviations of the training cells' features. features: [cell, feature].
[[nodiscard]] Eigen::VectorXd novelty(const NoveltyReference& reference, const Eigen::MatrixXf& features);

}  // namespace tomocyte
