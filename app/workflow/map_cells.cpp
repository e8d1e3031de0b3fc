#include "app/workflow/map_cells.h"

#include "app/workflow/cell_set.h"
#include "core/error.h"
#include "inference/embedding/trustworthiness.h"

namespace tomocyte {
namespace {

struct SeenCells {
  Eigen::MatrixXd features;
  std::vector<MappedCell> cells;
  bool simulated = false;
};

SeenCells see(const Model& model, const std::filesystem::path& source, bool placed, const Progress& progress) {
  const LabelledCells set = read_cell_set(source, model.card, progress.part(0.0, 0.5, "Reading cells")).cells;
  const CellPredictions found = predict(model, set.inputs.view(), progress.part(0.5, 1.0, "Classifying"));
  SeenCells seen{found.features.cast<double>(), {}, set.simulated};
  for (std::size_t i = 0; i < set.truth.size(); ++i) {
    Eigen::Index best = 0;
    found.probabilities.row(static_cast<Eigen::Index>(i)).maxCoeff(&best);
    seen.cells.push_back({0.0, 0.0, set.classes[static_cast<std::size_t>(set.truth[i])],
                          set.classes[static_cast<std::size_t>(best)], set.donors[i], placed});
  }
  return seen;
}

void add(CellMap& map, SeenCells seen, const Eigen::MatrixXd& places) {
  for (std::size_t i = 0; i < seen.cells.size(); ++i) {
    seen.cells[i].x = places(static_cast<Eigen::Index>(i), 0);
    seen.cells[i].y = places(static_cast<Eigen::Index>(i), 1);
    map.cells.push_back(std::move(seen.cells[i]));
  }
  map.simulated |= seen.simulated;
}

}  // namespace

template <>
const OptionTable<MapOptions>& option_table<MapOptions>() {
  using O = MapOptions;
  static const OptionTable<O> table = {
      {&O::method, "method", "", "how cells are laid out", 0.0, 0.0, {"umap", "tsne"}},
      {&O::neighbours_judged, "neighbours-judged", "", "neighbours by which trustworthiness is judged", 1, 1000, {}},
  };
  return table;
}

CellMap map_cells(const Model& model, const std::filesystem::path& source, const std::filesystem::path& placed,
                  const MapOptions& options, const UmapOptions& umap_options, const TsneOptions& tsne_options,
                  const Progress& progress) {
  const bool by_umap = options.method == "umap";
  if (!by_umap && !placed.empty())
    throw InputError("t-SNE cannot place other cells on a finished map", "Use --method umap.");
  SeenCells shaping = see(model, source, false, progress.part(0.0, 0.4, ""));
  CellMap map;
  if (by_umap) {
    const Umap fitted = fit_umap(shaping.features, umap_options, progress.part(0.4, 0.8, "Laying out the map"));
    map.trustworthiness = trustworthiness(shaping.features, fitted.map, options.neighbours_judged);
    add(map, std::move(shaping), fitted.map);
    if (placed.empty()) return map;
    SeenCells others = see(model, placed, true, progress.part(0.8, 0.95, ""));
    const Eigen::MatrixXd places = transform(fitted, others.features, progress.part(0.95, 1.0, "Placing cells"));
    add(map, std::move(others), places);
    return map;
  }
  const Eigen::MatrixXd places = tsne(shaping.features, tsne_options, progress.part(0.4, 1.0, "Laying out the map"));
  map.trustworthiness = trustworthiness(shaping.features, places, options.neighbours_judged);
  add(map, std::move(shaping), places);
  return map;
}

}  // namespace tomocyte
