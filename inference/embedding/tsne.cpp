#include "inference/embedding/tsne.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "inference/embedding/nearest_neighbours.h"
#include "inference/embedding/pca.h"
#include "inference/embedding/perplexity.h"
#include "inference/embedding/quadtree.h"

namespace tomocyte {
namespace {

constexpr double kStartSd = 1e-4;

FuzzyGraph similarities(const Eigen::MatrixXd& features, double perplexity, const Progress& progress) {
  const int neighbours = static_cast<int>(3.0 * perplexity);
  if (features.rows() <= neighbours)
    throw InputError(
        fmt::format("a perplexity of {} needs more than {} cells, got {}", perplexity, neighbours, features.rows()),
        "Use more cells or a smaller perplexity.");
  const Neighbours found = nearest_neighbours(features, neighbours, kMostPointsCompared, progress);
  return joint_similarities(found.index, conditional_similarities(found.distance, perplexity));
}

Eigen::MatrixX2d start_of(const Eigen::MatrixXd& features) {
  const Eigen::MatrixX2d components = principal_components(features, 2);
  const double sd = std::sqrt(components.col(0).squaredNorm() / static_cast<double>(components.rows()));
  if (sd == 0.0) throw InputError("all cells have the same features: there is nothing to map");
  return components * (kStartSd / sd);
}

}  // namespace

template <>
const OptionTable<TsneOptions>& option_table<TsneOptions>() {
  using O = TsneOptions;
  static const OptionTable<O> table = {
      {&O::perplexity, "perplexity", "", "effective number of neighbours", 2.0, 500.0, {}},
      {&O::iterations, "iterations", "", "steps of the gradient descent", 1, 100000, {}},
      {&O::early_exaggeration, "early-exaggeration", "", "of the similarities in the first quarter", 1.0, 100.0, {}},
      {&O::learning_rate, "tsne-learning-rate", "", "0 = cells / early exaggeration, at least 50", 0.0, 1e6, {}},
      {&O::opening, "opening", "", "accuracy of the forces: 0 = exact and slow", 0.0, 1.0, {}},
  };
  return table;
}

Eigen::MatrixX2d tsne_gradient(const FuzzyGraph& joint, const Eigen::MatrixX2d& map, double exaggeration,
                               double opening) {
  const Quadtree tree(map);
  Eigen::MatrixX2d repelled(map.rows(), 2);
  Eigen::MatrixX2d attracted = Eigen::MatrixX2d::Zero(map.rows(), 2);
  double normalisation = 0.0;
  for (Eigen::Index i = 0; i < map.rows(); ++i) {
    const auto repulsion = tree.repulsion_of(i, opening);
    repelled.row(i) = repulsion.force;
    normalisation += repulsion.normalisation;
    for (FuzzyGraph::InnerIterator pair(joint, i); pair; ++pair) {
      const Eigen::RowVector2d difference = map.row(i) - map.row(pair.col());
      attracted.row(i) += pair.value() / (1.0 + difference.squaredNorm()) * difference;
    }
  }
  return 4.0 * (exaggeration * attracted - repelled / normalisation);
}

// Gradient descent with momentum and a gain for each coordinate (Jacobs 1988), as in the authors' program.
Eigen::MatrixXd tsne(const Eigen::MatrixXd& features, const TsneOptions& options, const Progress& progress) {
  validate_options(options);
  const FuzzyGraph joint = similarities(features, options.perplexity, progress.part(0.0, 0.1, "Finding neighbours"));
  Eigen::MatrixX2d map = start_of(features);
  Eigen::MatrixX2d velocity = Eigen::MatrixX2d::Zero(map.rows(), 2);
  Eigen::ArrayX2d gain = Eigen::ArrayX2d::Ones(map.rows(), 2);
  const double rate = options.learning_rate > 0.0
                          ? options.learning_rate
                          : std::max(50.0, static_cast<double>(map.rows()) / options.early_exaggeration);
  const int early = options.iterations / 4;
  const Progress descent = progress.part(0.1, 1.0, "Laying out the map");
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    descent.report(static_cast<double>(iteration) / options.iterations);
    const bool exaggerated = iteration < early;
    const Eigen::MatrixX2d gradient =
        tsne_gradient(joint, map, exaggerated ? options.early_exaggeration : 1.0, options.opening);
    const auto turned = gradient.array() * velocity.array() > 0.0;
    gain = turned.select(gain * 0.8, gain + 0.2).max(0.01);
    velocity = (exaggerated ? 0.5 : 0.8) * velocity - rate * (gain * gradient.array()).matrix();
    map += velocity;
    map.rowwise() -= map.colwise().mean().eval();
  }
  return map;
}

}  // namespace tomocyte
