// From labelled cells to a model folder: split, training, calibration, test.
#pragma once

#include <filesystem>
#include <string>

#include "inference/metrics.h"
#include "inference/models/model_card.h"
#include "inference/training/training.h"

namespace tomocyte {

struct ModelDescription {
  std::string name;  // empty: that of the folder
  std::string intended_use =
      "For Research Use Only. Proposes a class for unstained white blood cells to a person who reviews it.";
  std::string limits;              // empty: what the data imply
  double least_probability = 0.8;  // a less probable cell is uncertain
};
template <>
const OptionTable<ModelDescription>& option_table<ModelDescription>();

struct MadeModel {
  ModelCard card;
  LearningCurve curve;
  Evaluation test;
};

// Trains as the plan says (its checkpoint is set to `folder`/checkpoint.safetensors), fits the temperature on the
// validation cells, stores training cells' features, evaluates the test cells and writes the folder. A training that
// was stopped is continued. Throws like train(), evaluate() and save_model().
[[nodiscard]] MadeModel make_model(const LabelledCells& set, TrainingPlan plan, const ModelDescription& description,
                                   const std::filesystem::path& folder, const Progress& progress = {},
                                   const EpochCallback& on_epoch = {});

// By donor or by cell as the options say.
[[nodiscard]] Split split_cells(const LabelledCells& set, const TrainingOptions& options);

}  // namespace tomocyte
