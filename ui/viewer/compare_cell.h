// One cell of a comparison: its scan, and where it is in it.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/scan.h"

namespace tomocyte {

// A cell in a scan file. `label` 0: every cell of it.
struct CellPlace {
  std::filesystem::path path;
  int label = 0;
  bool operator==(const CellPlace&) const = default;
};

struct CompareCell {
  std::shared_ptr<const Scan> scan;  // has a tomogram
  int label = 0;                     // of scan->cells

  [[nodiscard]] const Cell& cell() const;
};

// The box of the largest of the cells, in µm with room around it: at this size all of them are shown.
[[nodiscard]] double commonSizeUm(const std::vector<CompareCell>& cells);

}  // namespace tomocyte
