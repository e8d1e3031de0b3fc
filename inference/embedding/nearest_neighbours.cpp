#include "inference/embedding/nearest_neighbours.h"

#include <fmt/format.h>

// Without it the header defines functions that two files of a program could not both include, and distances would
// differ in their last digits from one processor to the next.
#define NO_MANUAL_VECTORIZATION
#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

#include "core/error.h"

namespace tomocyte {
namespace {

void check(const Eigen::MatrixXd& points, int k, Eigen::Index available) {
  if (!points.allFinite()) throw InputError("a feature of a cell is not finite", "Leave out cells without features.");
  if (k < 1 || k > available)
    throw InputError(
        fmt::format("{} neighbours of each cell were asked for, but there are {} other cells", k, available),
        "Use more cells or fewer neighbours.");
}

// Writes the k candidates nearest to `query` into row `row`. `squared`: rough squared distances, by which they are
// chosen; they are then ordered by the exact ones.
void keep_nearest(const Eigen::MatrixXd& points, const Eigen::RowVectorXd& query, std::vector<int>& candidates,
                  const Eigen::VectorXd& squared, Eigen::Index row, Neighbours& found) {
  const auto k = found.index.cols();
  const auto nearer = [&](int a, int b) { return squared(a) != squared(b) ? squared(a) < squared(b) : a < b; };
  std::nth_element(candidates.begin(), candidates.begin() + k - 1, candidates.end(), nearer);
  std::vector<std::pair<double, int>> nearest;
  for (auto other = candidates.begin(); other != candidates.begin() + k; ++other)
    nearest.emplace_back((points.row(*other) - query).norm(), *other);
  std::sort(nearest.begin(), nearest.end());
  for (Eigen::Index i = 0; i < k; ++i)
    std::tie(found.distance(row, i), found.index(row, i)) = nearest[static_cast<std::size_t>(i)];
}

// All pairs, a block of queries at a time: |x - y|² = |x|² - 2 x·y + |y|² is one matrix product.
Neighbours compare_all(const Eigen::MatrixXd& points, const Eigen::MatrixXd& queries, int k, bool same,
                       const Progress& progress) {
  // About the mean, because the difference of large squares would lose the small distances.
  const Eigen::RowVectorXd mean = points.colwise().mean();
  const Eigen::MatrixXd centred = points.rowwise() - mean;
  const Eigen::VectorXd squares = centred.rowwise().squaredNorm();
  Neighbours found{Eigen::MatrixXi(queries.rows(), k), Eigen::MatrixXd(queries.rows(), k)};
  constexpr Eigen::Index kBlock = 256;
  std::vector<int> candidates;
  for (Eigen::Index begin = 0; begin < queries.rows(); begin += kBlock) {
    progress.report(static_cast<double>(begin) / static_cast<double>(queries.rows()));
    const Eigen::Index size = std::min(kBlock, queries.rows() - begin);
    const Eigen::MatrixXd block = queries.middleRows(begin, size).rowwise() - mean;
    const Eigen::MatrixXd products = centred * block.transpose();  // [point, query]
    for (Eigen::Index i = 0; i < size; ++i) {
      const Eigen::VectorXd squared = squares - 2.0 * products.col(i);
      candidates.resize(static_cast<std::size_t>(points.rows()));
      std::iota(candidates.begin(), candidates.end(), 0);
      if (same) candidates.erase(candidates.begin() + begin + i);
      keep_nearest(points, queries.row(begin + i), candidates, squared, begin + i, found);
    }
  }
  return found;
}

Neighbours walk_graph(const Eigen::MatrixXd& points, int k, const Progress& progress) {
  using Row = Eigen::RowVectorXf;
  constexpr std::size_t kLinks = 16;
  constexpr std::size_t kWidthOfBuilding = 200;
  constexpr std::size_t kSeed = 100;
  hnswlib::L2Space space(static_cast<std::size_t>(points.cols()));
  hnswlib::HierarchicalNSW<float> graph(&space, static_cast<std::size_t>(points.rows()), kLinks, kWidthOfBuilding,
                                        kSeed);
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    progress.report(static_cast<double>(i) / static_cast<double>(points.rows()));
    const Row point = points.row(i).cast<float>();
    graph.addPoint(point.data(), static_cast<std::size_t>(i));
  }
  graph.setEf(std::max<std::size_t>(100, 4 * static_cast<std::size_t>(k)));
  Neighbours found{Eigen::MatrixXi(points.rows(), k), Eigen::MatrixXd(points.rows(), k)};
  Eigen::VectorXd squared = Eigen::VectorXd::Zero(points.rows());
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    const Row point = points.row(i).cast<float>();
    auto heap = graph.searchKnn(point.data(), static_cast<std::size_t>(k) + 1);
    std::vector<int> candidates;
    for (; !heap.empty(); heap.pop()) {
      const auto other = static_cast<int>(heap.top().second);
      if (other == i) continue;
      squared(other) = (points.row(other) - points.row(i)).squaredNorm();
      candidates.push_back(other);
    }
    if (static_cast<int>(candidates.size()) < k)
      throw InputError("the neighbours of a cell were not found: too many cells are the same",
                       "Remove cells whose features are equal.");
    keep_nearest(points, points.row(i), candidates, squared, i, found);
  }
  return found;
}

}  // namespace

Neighbours nearest_neighbours(const Eigen::MatrixXd& points, int k, Eigen::Index most_compared,
                              const Progress& progress) {
  check(points, k, points.rows() - 1);
  return points.rows() <= most_compared ? compare_all(points, points, k, true, progress)
                                        : walk_graph(points, k, progress);
}

Neighbours nearest_points(const Eigen::MatrixXd& points, const Eigen::MatrixXd& queries, int k,
                          const Progress& progress) {
  check(points, k, points.rows());
  if (!queries.allFinite()) throw InputError("a feature of a cell is not finite", "Leave out cells without features.");
  if (queries.cols() != points.cols())
    throw InputError(
        fmt::format("cells of {} features cannot be placed among cells of {}", queries.cols(), points.cols()));
  return compare_all(points, queries, k, false, progress);
}

}  // namespace tomocyte
