// All distances are compared here, without the neighbour search of the maps that this is to judge.
#include "inference/embedding/trustworthiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/error.h"

namespace tomocyte {
namespace {

// All points by their distance from one of them, which itself is left out.
std::vector<int> by_distance(const Eigen::MatrixXd& points, Eigen::Index from) {
  const Eigen::VectorXd squared = (points.rowwise() - points.row(from)).rowwise().squaredNorm();
  std::vector<int> order(static_cast<std::size_t>(points.rows()));
  std::iota(order.begin(), order.end(), 0);
  order.erase(order.begin() + from);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return squared(a) < squared(b); });
  return order;
}

}  // namespace

double trustworthiness(const Eigen::MatrixXd& features, const Eigen::MatrixXd& map, int k) {
  const auto n = static_cast<double>(features.rows());
  if (features.rows() != map.rows() || k < 1 || 2.0 * k >= n)
    throw InputError(
        fmt::format("trustworthiness of {} neighbours needs more than {} cells in features and map, got {} and {}", k,
                    2 * k, features.rows(), map.rows()));
  double excess = 0.0;
  std::vector<int> rank(static_cast<std::size_t>(features.rows()));
  for (Eigen::Index i = 0; i < features.rows(); ++i) {
    const std::vector<int> in_features = by_distance(features, i);
    for (std::size_t r = 0; r < in_features.size(); ++r)
      rank[static_cast<std::size_t>(in_features[r])] = static_cast<int>(r) + 1;
    const std::vector<int> on_map = by_distance(map, i);
    for (int j = 0; j < k; ++j)
      excess += std::max(0, rank[static_cast<std::size_t>(on_map[static_cast<std::size_t>(j)])] - k);
  }
  return 1.0 - 2.0 / (n * k * (2.0 * n - 3.0 * k - 1.0)) * excess;
}

}  // namespace tomocyte
