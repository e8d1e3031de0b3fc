// Where the points of a map begin: the smooth functions on the graph (Laplacian eigenmaps, Belkin & Niyogi 2003).
#pragma once

#include "inference/embedding/fuzzy_union.h"

namespace tomocyte {

// Eigenvectors 1 to `dimensions` of the normalised Laplacian of a connected graph, [point, dimension]; the sign is such
// that the largest element is positive. Dense below 256 points, Lanczos beyond. Empty where Lanczos did not converge or
// the graph has too few points for so many dimensions.
[[nodiscard]] Eigen::MatrixXd laplacian_eigenvectors(const FuzzyGraph& graph, int dimensions);

// Start of the layout, [point, dimension], within ±10. The parts of a graph that does not hang together are laid out
// one by one, around the principal components of their mean features; a part without eigenvectors starts at random.
// points: [point, feature].
[[nodiscard]] Eigen::MatrixXd spectral_start(const FuzzyGraph& graph, const Eigen::MatrixXd& points, int dimensions,
                                             int seed);

}  // namespace tomocyte
