#include "inference/embedding/perplexity.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <vector>

#include "core/error.h"

namespace tomocyte {
namespace {

// exp(-precision · squared distance), normalised; the nearest is taken off so that not all underflow.
Eigen::RowVectorXd similarities(const Eigen::RowVectorXd& squared, double precision) {
  const Eigen::RowVectorXd p = (-precision * (squared.array() - squared.minCoeff())).exp();
  return p / p.sum();
}

double entropy(const Eigen::RowVectorXd& p) { return -(p.array() * p.array().max(1e-300).log()).sum(); }

// The entropy falls as the precision grows.
Eigen::RowVectorXd with_entropy(const Eigen::RowVectorXd& squared, double target) {
  double low = 0.0;
  double high = std::numeric_limits<double>::infinity();
  // In units of the mean, so that features of any scale take as many steps.
  double precision = 1.0 / std::max(squared.mean(), std::numeric_limits<double>::min());
  constexpr int kSteps = 100;
  for (int step = 0; step < kSteps; ++step) {
    (entropy(similarities(squared, precision)) > target ? low : high) = precision;
    precision = std::isinf(high) ? 2.0 * precision : 0.5 * (low + high);
    // Neighbours at equal distance keep their entropy at any precision.
    if (!std::isfinite(precision)) return similarities(squared, low);
  }
  return similarities(squared, precision);
}

}  // namespace

Eigen::MatrixXd conditional_similarities(const Eigen::MatrixXd& distance, double perplexity) {
  if (!(perplexity >= 1.0 && perplexity < static_cast<double>(distance.cols())))
    throw InputError(fmt::format("a perplexity of {} needs more than {} neighbours", perplexity, distance.cols()),
                     "Use more cells or a smaller perplexity.");
  Eigen::MatrixXd conditional(distance.rows(), distance.cols());
  for (Eigen::Index i = 0; i < distance.rows(); ++i)
    conditional.row(i) = with_entropy(distance.row(i).cwiseAbs2(), std::log(perplexity));
  return conditional;
}

FuzzyGraph joint_similarities(const Eigen::MatrixXi& neighbours, const Eigen::MatrixXd& conditional) {
  const Eigen::Index points = neighbours.rows();
  std::vector<Eigen::Triplet<double>> entries;
  entries.reserve(2 * static_cast<std::size_t>(neighbours.size()));
  for (Eigen::Index i = 0; i < points; ++i)
    for (Eigen::Index k = 0; k < neighbours.cols(); ++k) {
      const double share = conditional(i, k) / (2.0 * static_cast<double>(points));
      entries.emplace_back(static_cast<int>(i), neighbours(i, k), share);
      entries.emplace_back(neighbours(i, k), static_cast<int>(i), share);
    }
  FuzzyGraph joint(points, points);
  joint.setFromTriplets(entries.begin(), entries.end());
  return joint;
}

}  // namespace tomocyte
