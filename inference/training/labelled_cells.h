// The cells that a network is trained or tested on, in memory: inputs, classes, donors.
#pragma once

#include <string>
#include <vector>

#include "core/array.h"
#include "core/cell.h"
#include "inference/metrics.h"
#include "inference/network/network_options.h"

namespace tomocyte {

struct LabelledCells {
  InputOptions input;
  std::string task = "annotations";  // how annotations became classes (class_task.h)
  std::vector<std::string> classes;
  Array<float, 4> inputs;            // [cell, z, y, x] as cell_input() makes them
  std::vector<int> truth;            // [cell], position in classes
  std::vector<std::string> donors;   // [cell], empty text: not known
  std::vector<CellIndices> indices;  // [cell], or empty: not needed by networks
  bool simulated = false;
};

// Positions of cells in a set, ascending.
using CellSelection = std::vector<std::size_t>;

// Throws InputError: sizes that disagree, no cell, a truth that is no class.
void validate(const LabelledCells& set);

// "sha256:…" of all inputs, classes and donors.
[[nodiscard]] std::string data_checksum(const LabelledCells& set);

// Copies of the inputs, [cell, z, y, x].
[[nodiscard]] Array<float, 4> selected_inputs(const LabelledCells& set, const CellSelection& selection);

// Sorted, each once; not known donors are left out.
[[nodiscard]] std::vector<std::string> donors_of(const LabelledCells& set, const CellSelection& selection);

// For evaluate(): donors are given only when all are known and there are two at least.
[[nodiscard]] Predictions predictions_of(const LabelledCells& set, const CellSelection& selection,
                                         const Eigen::MatrixXd& probabilities);

[[nodiscard]] CellSelection all_cells(const LabelledCells& set);

}  // namespace tomocyte
