// The table of cells under /cells: numbers by column, annotations, and what a model said. Internal to core/files.
#pragma once

#include "core/cell.h"
#include "core/files/hdf5.h"

namespace tomocyte::hdf5 {

void write_cells(const File& file, const std::vector<Cell>& cells);
// Throws FileError when the columns differ in length.
[[nodiscard]] std::vector<Cell> read_cells(const File& file);

}  // namespace tomocyte::hdf5
