// Which cells a network learns from, which choose its best epoch, and which test it: 7:1:2 as in Ryu 2021. Cells of one
// donor resemble each other; a donor on both sides would make the test flatter the network.
#pragma once

#include <cstdint>
#include <vector>

#include "inference/training/labelled_cells.h"

namespace tomocyte {

struct Split {
  CellSelection training;
  CellSelection validation;
  CellSelection test;  // may be empty
};

// Donors are dealt in random order to the part that lacks most of its share of cells; each part gets one at least.
// Throws InputError: fewer than three donors, or cells whose donor is not known.
[[nodiscard]] Split split_by_donor(const LabelledCells& set, std::uint64_t seed);

// Cells of each class are dealt alike. Throws InputError with fewer than ten cells.
[[nodiscard]] Split split_by_cell(const LabelledCells& set, std::uint64_t seed);

// `folds` splits; each donor (or cell) is in the test part of exactly one. A tenth of the rest, one donor at least,
// validates. Throws InputError: fewer than two folds, fewer donors than folds (four for two folds).
[[nodiscard]] std::vector<Split> split_into_folds(const LabelledCells& set, int folds, bool by_donor,
                                                  std::uint64_t seed);

}  // namespace tomocyte
