#include "inference/embedding/quadtree.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace tomocyte {
namespace {

constexpr int kLeaf = 8;      // points of a square that is not divided
constexpr int kDeepest = 40;  // points at the same place cannot be divided

}  // namespace

Quadtree::Quadtree(const Eigen::MatrixX2d& positions)
    : positions_(positions), order_(static_cast<std::size_t>(positions.rows())) {
  std::iota(order_.begin(), order_.end(), 0);
  const Eigen::RowVector2d low = positions_.colwise().minCoeff();
  const Eigen::RowVector2d high = positions_.colwise().maxCoeff();
  nodes_.push_back({positions_.colwise().mean(), (high - low).maxCoeff(), 0, static_cast<int>(positions.rows()), -1});
  divide(0, 0.5 * (low + high), 0);
}

void Quadtree::divide(std::size_t node, const Eigen::RowVector2d& middle, int depth) {
  const auto [centre, width, begin, end, child] = nodes_[node];
  if (end - begin <= kLeaf || depth == kDeepest) return;
  const auto first = order_.begin();
  const auto below = [&](int axis) { return [&, axis](int point) { return positions_(point, axis) < middle(axis); }; };
  const auto half = std::partition(first + begin, first + end, below(1));
  const auto lower = std::partition(first + begin, half, below(0));
  const auto upper = std::partition(half, first + end, below(0));
  const std::array<int, 5> bounds = {begin, static_cast<int>(lower - first), static_cast<int>(half - first),
                                     static_cast<int>(upper - first), end};
  const std::size_t children = nodes_.size();
  nodes_[node].first_child = static_cast<int>(children);
  for (std::size_t i = 0; i < 4; ++i) {
    Eigen::RowVector2d sum = Eigen::RowVector2d::Zero();
    for (int k = bounds[i]; k < bounds[i + 1]; ++k) sum += positions_.row(order_[static_cast<std::size_t>(k)]);
    nodes_.push_back({sum / std::max(1, bounds[i + 1] - bounds[i]), 0.5 * width, bounds[i], bounds[i + 1], -1});
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const Eigen::RowVector2d side(i % 2 == 0 ? -0.25 : 0.25, i < 2 ? -0.25 : 0.25);
    divide(children + i, middle + width * side, depth + 1);
  }
}

Quadtree::Repulsion Quadtree::repulsion_of(Eigen::Index point, double opening) const {
  Repulsion total;
  const Eigen::RowVector2d here = positions_.row(point);
  const auto add = [&](const Eigen::RowVector2d& other, double count) {
    const Eigen::RowVector2d difference = here - other;
    const double q = 1.0 / (1.0 + difference.squaredNorm());
    total.normalisation += count * q;
    total.force += count * q * q * difference;
  };
  // Depth first; each level leaves at most three squares waiting.
  std::array<int, 3 * kDeepest + 4> waiting{};
  std::size_t size = 1;
  while (size > 0) {
    const Node& node = nodes_[static_cast<std::size_t>(waiting[--size])];
    if (node.begin == node.end) continue;
    if (node.width * node.width < opening * opening * (here - node.centre).squaredNorm()) {
      add(node.centre, node.end - node.begin);
    } else if (node.first_child >= 0) {
      for (int i = 0; i < 4; ++i) waiting[size++] = node.first_child + i;
    } else {
      for (int k = node.begin; k < node.end; ++k)
        if (order_[static_cast<std::size_t>(k)] != point) add(positions_.row(order_[static_cast<std::size_t>(k)]), 1.0);
    }
  }
  return total;
}

}  // namespace tomocyte
