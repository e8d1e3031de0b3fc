// A map of a sample's cells by their six indices: UMAP of the standardised indices. For samples whose networks'
// features the catalog does not keep.
#pragma once

#include <span>
#include <vector>

#include "core/cell.h"
#include "core/polygon.h"
#include "core/progress.h"

namespace tomocyte {

inline constexpr int kFewestMappedCells = 16;  // one more than the neighbours by which UMAP places a cell

// Where each cell lies on the map (no unit). Each index is brought to mean 0 and standard deviation 1 first; one that
// is the same in all cells says nothing and is left out. The same cells give the same map. Throws InputError: too few
// cells, an index that is not finite; Cancelled.
[[nodiscard]] std::vector<PlanePoint> index_map(std::span<const CellIndices> cells, const Progress& progress = {});

}  // namespace tomocyte
