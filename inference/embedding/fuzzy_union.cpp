#include "inference/embedding/fuzzy_union.h"

#include <vector>

namespace tomocyte {

FuzzyGraph fuzzy_union(const Eigen::MatrixXi& neighbours, const Eigen::MatrixXd& strength) {
  std::vector<Eigen::Triplet<double>> edges;
  edges.reserve(static_cast<std::size_t>(neighbours.size()));
  for (Eigen::Index i = 0; i < neighbours.rows(); ++i)
    for (Eigen::Index k = 0; k < neighbours.cols(); ++k)
      // Strengths that underflow are no edges.
      if (strength(i, k) > 0.0) edges.emplace_back(static_cast<int>(i), neighbours(i, k), strength(i, k));
  FuzzyGraph directed(neighbours.rows(), neighbours.rows());
  directed.setFromTriplets(edges.begin(), edges.end());
  const FuzzyGraph reversed = directed.transpose();
  return directed + reversed - FuzzyGraph(directed.cwiseProduct(reversed));
}

}  // namespace tomocyte
