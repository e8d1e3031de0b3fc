#include "inference/classical/index_features.h"

namespace tomocyte {

const std::vector<std::string>& index_names() {
  static const std::vector<std::string> names = {"volume_fl",   "surface_area_um2",     "sphericity",
                                                 "dry_mass_pg", "protein_density_g_dl", "mean_ri"};
  return names;
}

Eigen::MatrixXd index_features(const std::vector<CellIndices>& cells) {
  Eigen::MatrixXd features(static_cast<Eigen::Index>(cells.size()), static_cast<Eigen::Index>(index_names().size()));
  for (std::size_t i = 0; i < cells.size(); ++i)
    features.row(static_cast<Eigen::Index>(i)) << cells[i].volume_fl, cells[i].surface_area_um2, cells[i].sphericity,
        cells[i].dry_mass_pg, cells[i].protein_density_g_dl, cells[i].mean_ri;
  return features;
}

}  // namespace tomocyte
