// The six indices as reports name them.
#pragma once

#include <array>

#include "core/cell.h"

namespace tomocyte {

struct ReportedIndex {
  const char* key;   // "volume_fl"
  const char* name;  // "Volume"
  const char* unit;  // "fL", "" when it has none
  const char* ucum;  // the unit in UCUM, for HL7
  int decimals;      // as printed
  double CellIndices::*member;
};

[[nodiscard]] inline const std::array<ReportedIndex, 6>& reported_indices() {
  static constexpr std::array<ReportedIndex, 6> kIndices = {{
      {"volume_fl", "Volume", "fL", "fL", 1, &CellIndices::volume_fl},
      {"surface_area_um2", "Surface area", "µm²", "um2", 1, &CellIndices::surface_area_um2},
      {"sphericity", "Sphericity", "", "1", 3, &CellIndices::sphericity},
      {"dry_mass_pg", "Dry mass", "pg", "pg", 1, &CellIndices::dry_mass_pg},
      {"protein_density_g_dl", "Protein density", "g/dL", "g/dL", 2, &CellIndices::protein_density_g_dl},
      {"mean_ri", "Mean refractive index", "", "1", 4, &CellIndices::mean_ri},
  }};
  return kIndices;
}

}  // namespace tomocyte
