// What a model says of the cells of a scan.
#pragma once

#include <vector>

#include "core/cell.h"
#include "core/progress.h"
#include "inference/models/model.h"
#include "inference/network/cell_input.h"

namespace tomocyte {

// The inputs of the cells at `which` (positions in cells), [cell, z, y, x]. Throws InputError like cell_input().
[[nodiscard]] Array<float, 4> cell_inputs(const CellImages& images, const std::vector<Cell>& cells,
                                          const std::vector<std::size_t>& which, const InputOptions& options);

// Fills Cell::classification of every cell that is not too small; those get none. Uncertain are cells whose largest
// probability is below the card's, that are unlike the training cells, or that the volume cuts. Throws InputError,
// Cancelled.
void classify_cells(const Model& model, const CellImages& images, std::vector<Cell>& cells,
                    const Progress& progress = {});

}  // namespace tomocyte
