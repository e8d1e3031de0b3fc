// Classification tree grown by Gini's diversity index (Breiman et al. 1984), level by level, without pruning.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

#include "inference/classical/json_values.h"
#include "inference/classical/models.h"

namespace tomocyte {
namespace {

struct Node {
  int feature = -1;  // -1: a leaf
  double threshold = 0.0;
  int left = 0;            // feature < threshold; children stand behind their parent
  int right = 0;           // the others
  Eigen::VectorXd shares;  // [class], of the training cells in the node
};

class DecisionTree final : public ClassicalClassifier {
 public:
  DecisionTree(ClassifierHead head, std::vector<Node> nodes)
      : ClassicalClassifier(std::move(head)), nodes_(std::move(nodes)) {}

 private:
  [[nodiscard]] Eigen::MatrixXd probabilities(const Eigen::MatrixXd& standardised) const override {
    Eigen::MatrixXd p(standardised.rows(), class_count());
    for (Eigen::Index cell = 0; cell < standardised.rows(); ++cell) {
      const Node* node = nodes_.data();
      while (node->feature >= 0)
        node = &nodes_[static_cast<std::size_t>(standardised(cell, node->feature) < node->threshold ? node->left
                                                                                                    : node->right)];
      p.row(cell) = node->shares.transpose();
    }
    return p;
  }

  [[nodiscard]] nlohmann::ordered_json model_json() const override {
    auto nodes = nlohmann::ordered_json::array();
    for (const Node& node : nodes_) {
      nlohmann::ordered_json json = {{"shares", json_of(node.shares)}};
      if (node.feature >= 0)
        json.update(
            {{"feature", node.feature}, {"threshold", node.threshold}, {"left", node.left}, {"right", node.right}});
      nodes.push_back(std::move(json));
    }
    return {{"nodes", std::move(nodes)}};
  }

  std::vector<Node> nodes_;
};

struct Split {
  int feature = -1;
  double threshold = 0.0;
  double gain = 0.0;
};

// Cells times Gini's index: n - sum of squared class counts / n.
double impurity(const Eigen::VectorXd& counts) {
  const double n = counts.sum();
  return n > 0.0 ? n - counts.squaredNorm() / n : 0.0;
}

// The best threshold of one feature. cells: sorted by it.
Split best_threshold(const TrainingSet& set, const std::vector<int>& cells, int feature, const Eigen::VectorXd& counts,
                     int minimum_leaf) {
  Split best;
  Eigen::VectorXd left = Eigen::VectorXd::Zero(counts.size());
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    left(set.truth[static_cast<std::size_t>(cells[i])]) += 1.0;
    const double below = set.features(cells[i], feature);
    const double above = set.features(cells[i + 1], feature);
    const auto smaller = std::min(i + 1, cells.size() - i - 1);
    if (!(below < above) || smaller < static_cast<std::size_t>(minimum_leaf)) continue;
    const double gain = impurity(counts) - impurity(left) - impurity(counts - left);
    // Neighbouring doubles have no middle: the upper one still separates them, since the left side is strictly below.
    const double middle = std::midpoint(below, above);
    if (gain > best.gain) best = {feature, middle > below ? middle : above, gain};
  }
  return best;
}

Split best_split(const TrainingSet& set, std::vector<int> cells, const Eigen::VectorXd& counts, int minimum_leaf) {
  // A gain within rounding is none.
  Split best{-1, 0.0, 1e-12 * static_cast<double>(cells.size())};
  for (int feature = 0; feature < static_cast<int>(set.features.cols()); ++feature) {
    std::stable_sort(cells.begin(), cells.end(),
                     [&](int a, int b) { return set.features(a, feature) < set.features(b, feature); });
    const Split split = best_threshold(set, cells, feature, counts, minimum_leaf);
    if (split.gain > best.gain) best = split;
  }
  return best;
}

Eigen::VectorXd counts_of(const TrainingSet& set, const std::vector<int>& cells, Eigen::Index classes) {
  Eigen::VectorXd counts = Eigen::VectorXd::Zero(classes);
  for (const int cell : cells) counts(set.truth[static_cast<std::size_t>(cell)]) += 1.0;
  return counts;
}

Node node_from_json(const nlohmann::json& json, const ClassifierHead& head, int position, int nodes) {
  Node node;
  node.shares = vector_member(json, "shares", static_cast<Eigen::Index>(head.classes.size()));
  if (node.shares.minCoeff() < 0.0 || std::abs(node.shares.sum() - 1.0) > 1e-9)
    refuse_classifier(fmt::format("the class shares of node {} do not sum to 1", position));
  if (!json.contains("feature")) return node;
  node.feature = integer_member(json, "feature", 0, static_cast<int>(head.standardisation.mean.size()) - 1);
  node.threshold = number_member(json, "threshold");
  // Children behind their parent: no walk through the tree can go in a circle.
  node.left = integer_member(json, "left", position + 1, nodes - 1);
  node.right = integer_member(json, "right", position + 1, nodes - 1);
  return node;
}

}  // namespace

Trained train_decision_tree(ClassifierHead head, const TrainingSet& set, const ClassicalOptions& options) {
  const auto classes = static_cast<Eigen::Index>(head.classes.size());
  std::vector<int> all(set.truth.size());
  std::iota(all.begin(), all.end(), 0);
  std::vector<Node> nodes(1);
  std::deque<std::pair<int, std::vector<int>>> open = {{0, all}};
  const int limit = options.maximum_splits > 0 ? options.maximum_splits : std::numeric_limits<int>::max();
  int splits = 0;
  for (; !open.empty(); open.pop_front()) {
    const auto& [position, cells] = open.front();
    const Eigen::VectorXd counts = counts_of(set, cells, classes);
    nodes[static_cast<std::size_t>(position)].shares = counts / counts.sum();
    if (splits == limit || static_cast<int>(cells.size()) < options.minimum_parent) continue;
    const Split split = best_split(set, cells, counts, options.minimum_leaf);
    if (split.feature < 0) continue;
    ++splits;
    std::vector<int> left;
    std::vector<int> right;
    for (const int cell : cells) (set.features(cell, split.feature) < split.threshold ? left : right).push_back(cell);
    const auto child = static_cast<int>(nodes.size());
    Node& node = nodes[static_cast<std::size_t>(position)];
    node = {split.feature, split.threshold, child, child + 1, node.shares};
    nodes.resize(nodes.size() + 2);
    open.emplace_back(child, std::move(left));
    open.emplace_back(child + 1, std::move(right));
  }
  return std::make_unique<DecisionTree>(std::move(head), std::move(nodes));
}

Trained decision_tree_from_json(ClassifierHead head, const nlohmann::json& model) {
  const auto& json = array_member(model, "nodes");
  if (json.empty()) refuse_classifier("the tree has no node");
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < json.size(); ++i)
    nodes.push_back(node_from_json(json[i], head, static_cast<int>(i), static_cast<int>(json.size())));
  return std::make_unique<DecisionTree>(std::move(head), std::move(nodes));
}

}  // namespace tomocyte
