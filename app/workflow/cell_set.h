// Labelled cells from scan files: what `tomocyte train` and `tomocyte evaluate` read.
#pragma once

#include <filesystem>

#include "core/progress.h"
#include "inference/models/model_card.h"
#include "inference/training/labelled_cells.h"

namespace tomocyte {

struct CellSet {
  LabelledCells cells;
  int left_out = 0;  // annotated cells of other classes than the task's, cut by the border, or too small
};

// `source`: a folder, whose *.tomocyte.h5 are read in the order of their names, or a CSV file with the header
// file,label,donor (paths relative to it; an empty label or donor leaves the file's own). A label is that of every
// whole cell of its file. `task`: four, binary or annotations (class_task.h). Throws FileError naming the file,
// InputError without a cell, Cancelled.
[[nodiscard]] CellSet read_cell_set(const std::filesystem::path& source, const std::string& task,
                                    const InputOptions& input, const Progress& progress = {});

// The same with the classes, task and input of a model.
[[nodiscard]] CellSet read_cell_set(const std::filesystem::path& source, const ModelCard& card,
                                    const Progress& progress = {});

}  // namespace tomocyte
