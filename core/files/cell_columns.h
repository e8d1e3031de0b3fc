// The columns of the cell table: one list for the scan file and the CSV.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/cell.h"

namespace tomocyte {

struct CellColumn {
  std::string name;  // "volume_fl": also the dataset's name under /cells
  std::string unit;  // "fL", "" when it has none
  bool whole_number = false;
  std::function<double(const Cell&)> get;
  std::function<void(Cell&, double)> set;
};

[[nodiscard]] const std::vector<CellColumn>& cell_columns();

}  // namespace tomocyte
