// Similarities of t-SNE: for each point a normal distribution over its neighbours, as wide as the perplexity asks for
// (van der Maaten & Hinton 2008, section 2).
#pragma once

#include <Eigen/Core>

#include "inference/embedding/fuzzy_union.h"

namespace tomocyte {

// distance: [point, neighbour]. Returns p(neighbour | point), [point, neighbour]: rows sum to 1 and have the entropy
// log2(perplexity). Throws InputError unless 1 <= perplexity < number of neighbours.
[[nodiscard]] Eigen::MatrixXd conditional_similarities(const Eigen::MatrixXd& distance, double perplexity);

// p = (p(j|i) + p(i|j)) / 2N over all pairs of neighbours: symmetric, sum 1.
[[nodiscard]] FuzzyGraph joint_similarities(const Eigen::MatrixXi& neighbours, const Eigen::MatrixXd& conditional);

}  // namespace tomocyte
