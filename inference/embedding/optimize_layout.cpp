#include "inference/embedding/optimize_layout.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <span>
#include <vector>

namespace tomocyte {
namespace {

using Positions = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr double kLongestStep = 4.0;  // of one coordinate, before the learning rate

struct Edge {
  int from;
  int to;
  double epochs_between;   // attractions
  double next_attraction;  // epoch
  double next_repulsion;   // epoch
};

Edge edge_of(int from, int to, double epochs_between, const LayoutOptions& options) {
  return {from, to, epochs_between, epochs_between, epochs_between / std::max(1, options.negative_samples)};
}

std::vector<Edge> edges_of(const FuzzyGraph& graph, const LayoutOptions& options) {
  double heaviest = 0.0;
  for (Eigen::Index i = 0; i < graph.nonZeros(); ++i) heaviest = std::max(heaviest, graph.valuePtr()[i]);
  std::vector<Edge> edges;
  for (int from = 0; from < static_cast<int>(graph.rows()); ++from)
    for (FuzzyGraph::InnerIterator entry(graph, from); entry; ++entry)
      edges.push_back(edge_of(from, static_cast<int>(entry.col()), heaviest / entry.value(), options));
  // Too weak to attract even once.
  std::erase_if(edges, [&](const Edge& edge) { return edge.epochs_between > options.epochs; });
  return edges;
}

std::span<double> row(Positions& positions, Eigen::Index i) {
  return {positions.row(i).data(), static_cast<std::size_t>(positions.cols())};
}

double squared_distance(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
  return sum;
}

// Moves `point` along its difference to `other`, and `other` the opposite way by its share.
void move(std::span<double> point, std::span<double> other, double coefficient, double rate, double share_of_other) {
  for (std::size_t d = 0; d < point.size(); ++d) {
    const double step = rate * std::clamp(coefficient * (point[d] - other[d]), -kLongestStep, kLongestStep);
    point[d] += step;
    other[d] -= share_of_other * step;
  }
}

class Layout {
 public:
  // `placed` moves; it may be the map itself, which then moves on both ends of an edge.
  Layout(Positions& placed, Positions& map, const LayoutOptions& options)
      : placed_(placed), map_(map), options_(options), random_(static_cast<std::uint64_t>(options.seed)) {}

  void run_epoch(std::vector<Edge>& edges, int epoch) {
    const double rate = options_.learning_rate * (1.0 - static_cast<double>(epoch) / options_.epochs);
    for (Edge& edge : edges) {
      if (edge.next_attraction > epoch) continue;
      attract(edge, rate);
      edge.next_attraction += edge.epochs_between;
      repel(edge, epoch, rate);
    }
  }

 private:
  [[nodiscard]] bool moves_itself() const { return &placed_ == &map_; }

  void attract(const Edge& edge, double rate) {
    const auto point = row(placed_, edge.from);
    const auto other = row(map_, edge.to);
    move(point, other, attraction(options_.curve, squared_distance(point, other)), rate, moves_itself() ? 1.0 : 0.0);
  }

  void repel(Edge& edge, int epoch, double rate) {
    if (options_.negative_samples <= 0) return;
    const double between = edge.epochs_between / options_.negative_samples;
    const auto due = static_cast<int>((epoch - edge.next_repulsion) / between);
    const auto point = row(placed_, edge.from);
    for (int i = 0; i < due; ++i) {
      // The remainder, not a distribution of the standard library, which differ between compilers.
      const auto picked = static_cast<Eigen::Index>(random_() % static_cast<std::uint64_t>(map_.rows()));
      if (moves_itself() && picked == edge.from) continue;
      const auto other = row(map_, picked);
      move(point, other, repulsion(options_.curve, squared_distance(point, other)), rate, 0.0);
    }
    edge.next_repulsion += due * between;
  }

  Positions& placed_;
  Positions& map_;
  const LayoutOptions& options_;
  std::mt19937_64 random_;
};

}  // namespace

Eigen::MatrixXd optimize_layout(const FuzzyGraph& graph, const Eigen::MatrixXd& start, const LayoutOptions& options,
                                const Progress& progress) {
  Positions positions = start;
  std::vector<Edge> edges = edges_of(graph, options);
  Layout layout(positions, positions, options);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    progress.report(static_cast<double>(epoch) / options.epochs);
    layout.run_epoch(edges, epoch);
  }
  return positions;
}

Eigen::MatrixXd place_points(const Eigen::MatrixXd& map, const Eigen::MatrixXi& neighbours,
                             const Eigen::MatrixXd& strength, const LayoutOptions& options, const Progress& progress) {
  Positions fixed = map;
  Eigen::MatrixXd placed(neighbours.rows(), map.cols());
  for (Eigen::Index i = 0; i < neighbours.rows(); ++i) {
    progress.report(static_cast<double>(i) / static_cast<double>(neighbours.rows()));
    Positions point = Positions::Zero(1, map.cols());
    std::vector<Edge> edges;
    for (Eigen::Index k = 0; k < neighbours.cols(); ++k) {
      point += strength(i, k) / strength.row(i).sum() * fixed.row(neighbours(i, k));
      const double between = strength.row(i).maxCoeff() / strength(i, k);
      if (between <= options.epochs) edges.push_back(edge_of(0, neighbours(i, k), between, options));
    }
    // A layout of its own, so that its random others are the same in any company.
    Layout layout(point, fixed, options);
    for (int epoch = 0; epoch < options.epochs; ++epoch) layout.run_epoch(edges, epoch);
    placed.row(i) = point;
  }
  return placed;
}

}  // namespace tomocyte
