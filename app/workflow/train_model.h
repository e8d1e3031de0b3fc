// A model from annotated scan files: what `tomocyte train` and the window's training dialog call.
#pragma once

#include <filesystem>
#include <string>

#include "inference/training/make_model.h"

namespace tomocyte {

struct TrainingJob {
  std::filesystem::path source;  // folder of scan files, or CSV list (read_cell_set())
  std::filesystem::path output;  // model folder to make
  std::string task = "four";     // class_task()
  InputOptions input;
  TrainingPlan plan;
  ModelDescription description;
};

struct TrainedModel {
  MadeModel made;
  int left_out = 0;     // annotated cells that were not used
  std::string warning;  // what flatters the numbers; empty: nothing known
};

// A training that was stopped is continued. Throws FileError when the folder holds a model already and not `overwrite`,
// and what read_cell_set() and make_model() throw.
[[nodiscard]] TrainedModel train_model(const TrainingJob& job, bool overwrite, const Progress& progress = {},
                                       const EpochCallback& on_epoch = {});

}  // namespace tomocyte
