// In which order the gallery shows the cells of a sample.
#pragma once

#include <vector>

#include "core/catalog/records.h"
#include "core/differential_table.h"

namespace tomocyte {

enum class GalleryOrder {
  kLeastProbable,  // what the model is least sure of first
  kMostUnlike,     // what is most unlike the other cells of its class first
  kVolume,         // this and the following: largest first
  kSurfaceArea,
  kSphericity,
  kDryMass,
  kProteinDensity,
  kMeanRi,
  kImported,
};

// How far each cell is from its class now: the root mean square of its six indices' distances from the class's medians,
// in robust standard deviations (1.4826 times the median absolute deviation; Rousseeuw and Croux 1993). Classes of
// fewer than five cells, unidentified cells, and cells that the volume cuts have 0: nothing can be said of them.
[[nodiscard]] std::vector<double> unlikeness(const std::vector<CatalogCell>& cells);

// Positions of the cells, by class in the table's order (unidentified first), then by `order`; equal ones as they came.
[[nodiscard]] std::vector<std::size_t> galleryOrder(const std::vector<CatalogCell>& cells, GalleryOrder order,
                                                    const DifferentialTable& table);

}  // namespace tomocyte
