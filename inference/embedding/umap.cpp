#include "inference/embedding/umap.h"

#include "inference/embedding/fuzzy_union.h"
#include "inference/embedding/nearest_neighbours.h"
#include "inference/embedding/optimize_layout.h"
#include "inference/embedding/smooth_distances.h"
#include "inference/embedding/spectral_start.h"

namespace tomocyte {
namespace {

constexpr Eigen::Index kManyCells = 10000;

LayoutOptions layout_options(const Umap& umap, Eigen::Index cells) {
  const UmapOptions& options = umap.options;
  const int automatic = cells <= kManyCells ? 500 : 200;
  return {umap.curve, options.epochs > 0 ? options.epochs : automatic, options.negative_samples, options.learning_rate,
          options.seed};
}

}  // namespace

template <>
const OptionTable<UmapOptions>& option_table<UmapOptions>() {
  using O = UmapOptions;
  static const OptionTable<O> table = {
      {&O::neighbours,
       "neighbours",
       "",
       "nearest cells that each cell is joined to; more show coarser structure",
       2,
       500,
       {}},
      {&O::minimum_distance, "minimum-distance", "", "how close cells may lie on the map", 0.0, 3.0, {}},
      {&O::spread, "spread", "", "scale of the map", 0.1, 10.0, {}},
      {&O::dimensions, "dimensions", "", "of the map", 1, 10, {}},
      {&O::epochs, "epochs", "", "rounds of the layout; 0 = 500, or 200 for more than 10,000 cells", 0, 100000, {}},
      {&O::negative_samples, "negative-samples", "", "random cells that repel for each that attracts", 0, 100, {}},
      {&O::learning_rate, "learning-rate", "", "first step of the layout", 0.001, 10.0, {}},
      {&O::seed, "seed", "", "the same seed gives the same map", 0, 2147483647, {}},
  };
  return table;
}

Umap fit_umap(const Eigen::MatrixXd& features, const UmapOptions& options, const Progress& progress) {
  validate_options(options);
  Umap umap{{}, features, find_ab(options.spread, options.minimum_distance), options};
  const Neighbours neighbours = nearest_neighbours(features, options.neighbours, kMostPointsCompared,
                                                   progress.part(0.0, 0.1, "Finding neighbours"));
  const Eigen::MatrixXd strength = membership(neighbours.distance, smooth_distances(neighbours.distance));
  const FuzzyGraph graph = fuzzy_union(neighbours.index, strength);
  progress.part(0.1, 0.2, "Starting the map").report(0.0);
  const Eigen::MatrixXd start = spectral_start(graph, features, options.dimensions, options.seed);
  umap.map = optimize_layout(graph, start, layout_options(umap, features.rows()),
                             progress.part(0.2, 1.0, "Laying out the map"));
  return umap;
}

Eigen::MatrixXd transform(const Umap& umap, const Eigen::MatrixXd& features, const Progress& progress) {
  const Neighbours neighbours =
      nearest_points(umap.features, features, umap.options.neighbours, progress.part(0.0, 0.1, "Finding neighbours"));
  const Eigen::MatrixXd strength =
      membership(neighbours.distance, smooth_distances(neighbours.distance, LocalConnectivity::kNone));
  LayoutOptions options = layout_options(umap, umap.features.rows());
  // As in the authors' program: new cells are nearly where they belong.
  options.epochs = std::max(1, options.epochs / 3);
  options.learning_rate /= 4.0;
  return place_points(umap.map, neighbours.index, strength, options, progress.part(0.1, 1.0, "Placing cells"));
}

}  // namespace tomocyte
