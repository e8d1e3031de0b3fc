#include "inference/training/make_model.h"

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "inference/calibration.h"
#include "inference/models/model_folder.h"

namespace tomocyte {

template <>
const OptionTable<ModelDescription>& option_table<ModelDescription>() {
  using O = ModelDescription;
  static const OptionTable<O> table = {
      {&O::name, "name", "", "name of the model; none = that of its folder", 0.0, 0.0, {}},
      {&O::intended_use, "intended-use", "", "what the model is for, on its card", 0.0, 0.0, {}},
      {&O::limits, "limits", "", "what the model must not be used for, on its card", 0.0, 0.0, {}},
      {&O::least_probability,
       "least-probability",
       "",
       "cells below this probability are marked for review",
       0.0,
       1.0,
       {}},
  };
  return table;
}

namespace {

constexpr std::size_t kCheckCells = 2;

std::string limits_of(const LabelledCells& set, const TrainingOptions& options) {
  std::string text = "Cells of other kinds than its classes are forced into one of them or called uncertain.";
  if (set.simulated) text += " Trained on simulated cells: it says nothing of real ones.";
  if (options.split_by == "cell")
    text += " Tested on cells of the donors that it was trained on: the numbers flatter it.";
  return text;
}

TrainingData training_data(const LabelledCells& set, const Split& split) {
  TrainingData data;
  data.training_cells = static_cast<int>(split.training.size());
  data.validation_cells = static_cast<int>(split.validation.size());
  data.test_cells = static_cast<int>(split.test.size());
  CellSelection seen = split.training;
  seen.insert(seen.end(), split.validation.begin(), split.validation.end());
  data.donors = donors_of(set, seen);
  data.test_donors = donors_of(set, split.test);
  data.checksum = data_checksum(set);
  data.simulated = set.simulated;
  return data;
}

std::string training_json(const TrainingPlan& plan, const LearningCurve& curve) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(plan_to_json(plan));
  json["epochs"] = nlohmann::ordered_json::parse(curve_to_json(curve));
  return json.dump();
}

// For the card: the curves of ROC would be most of it.
std::string metrics_for_card(const Evaluation& evaluation) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(evaluation_to_json(evaluation));
  for (auto& item : json["classes"]) item.erase("roc");
  return json.dump();
}

}  // namespace

Split split_cells(const LabelledCells& set, const TrainingOptions& options) {
  const auto seed = static_cast<std::uint64_t>(options.seed);
  return options.split_by == "donor" ? split_by_donor(set, seed) : split_by_cell(set, seed);
}

MadeModel make_model(const LabelledCells& set, TrainingPlan plan, const ModelDescription& description,
                     const std::filesystem::path& folder, const Progress& progress, const EpochCallback& on_epoch) {
  validate(set);
  const Split split = split_cells(set, plan.training);
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) throw FileError(folder, "cannot be made: " + failure.message(), "Choose another place.");
  plan.checkpoint = folder / "checkpoint.safetensors";
  TrainedNetwork trained = train(set, split, plan, progress.part(0.0, 0.97, "Training"), on_epoch);

  const Progress rest = progress.part(0.97, 1.0, "Calibrating and testing");
  const LoadedNetwork network(plan.network, set.input, static_cast<int>(set.classes.size()), trained.weights,
                              plan.device);
  const auto look = [&](const CellSelection& cells) {
    return network.predict(selected_inputs(set, cells).view(), rest);
  };
  ModelParts parts;
  ModelCard& card = parts.card;
  card.name = description.name.empty() ? std::filesystem::absolute(folder).filename().string() : description.name;
  card.intended_use = description.intended_use;
  card.limits = description.limits.empty() ? limits_of(set, plan.training) : description.limits;
  card.network = plan.network;
  card.input = set.input;
  card.task = set.task;
  card.classes = set.classes;
  card.least_probability = description.least_probability;
  card.temperature = fit_temperature(look(split.validation).logits, predictions_of(set, split.validation, {}).truth);
  card.data = training_data(set, split);
  card.training_json = training_json(plan, trained.curve);
  MadeModel made;
  made.test = evaluate(predictions_of(set, split.test, softmax(look(split.test).logits, card.temperature)));
  card.metrics_json = metrics_for_card(made.test);
  parts.known = novelty_reference(look(split.training).features);
  parts.check_cells =
      selected_inputs(set, {split.test.begin(), split.test.begin() + std::min(kCheckCells, split.test.size())});
  parts.weights = std::move(trained.weights);
  save_model(folder, std::move(parts));
  std::filesystem::remove(plan.checkpoint, failure);
  made.card = read_card(folder);
  made.curve = std::move(trained.curve);
  return made;
}

}  // namespace tomocyte
