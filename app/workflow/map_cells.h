// A map of cells by what a network makes of them: its features before the classifier, laid out in two dimensions
// (Ryu 2021, section 2.6, figure 5 b and d).
#pragma once

#include <Eigen/Core>
#include <filesystem>
#include <string>
#include <vector>

#include "core/progress.h"
#include "inference/embedding/tsne.h"
#include "inference/embedding/umap.h"
#include "inference/models/model.h"

namespace tomocyte {

struct MapOptions {
  std::string method = "umap";  // umap, tsne
  int neighbours_judged = 15;   // of trustworthiness
};
template <>
const OptionTable<MapOptions>& option_table<MapOptions>();

struct MappedCell {
  double x = 0.0;
  double y = 0.0;
  std::string cell_class;  // annotated
  std::string predicted;
  std::string donor;
  bool placed = false;  // put on the finished map, which it did not shape
};

struct CellMap {
  std::vector<MappedCell> cells;
  double trustworthiness = 0.0;  // of the cells that shaped the map
  bool simulated = false;
};

// `placed`: a second set that is put on the finished map (umap only); empty: none. Throws InputError, FileError,
// Cancelled.
[[nodiscard]] CellMap map_cells(const Model& model, const std::filesystem::path& source,
                                const std::filesystem::path& placed, const MapOptions& options, const UmapOptions& umap,
                                const TsneOptions& tsne, const Progress& progress = {});

}  // namespace tomocyte
