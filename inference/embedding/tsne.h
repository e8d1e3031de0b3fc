// t-SNE in two dimensions (van der Maaten & Hinton 2008), with the Barnes-Hut approximation (van der Maaten 2014).
#pragma once

#include <Eigen/Core>

#include "core/options.h"
#include "core/progress.h"
#include "inference/embedding/fuzzy_union.h"

namespace tomocyte {

struct TsneOptions {
  double perplexity = 30.0;
  int iterations = 1000;
  double early_exaggeration = 12.0;  // of the similarities in the first quarter of the iterations
  double learning_rate = 0.0;        // 0: cells / early exaggeration, at least 50 (Belkina et al. 2019)
  double opening = 0.5;              // of the quadtree; 0: exact forces
};
template <>
const OptionTable<TsneOptions>& option_table<TsneOptions>();

// features: [cell, feature], of comparable scale. Returns [cell, 2]. Starts at the principal components (Kobak & Berens
// 2019), so nothing is random. Throws InputError: values that are not finite, not more cells than 3 perplexities;
// Cancelled.
[[nodiscard]] Eigen::MatrixXd tsne(const Eigen::MatrixXd& features, const TsneOptions& options = {},
                                   const Progress& progress = {});

// Gradient of the Kullback-Leibler divergence, [cell, 2]. joint: similarities that sum to 1, here times `exaggeration`.
[[nodiscard]] Eigen::MatrixX2d tsne_gradient(const FuzzyGraph& joint, const Eigen::MatrixX2d& map, double exaggeration,
                                             double opening);

}  // namespace tomocyte
