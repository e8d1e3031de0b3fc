#include "app/workflow/compare_classifiers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/workflow/cell_set.h"
#include "core/error.h"
#include "inference/classical/index_features.h"
#include "inference/models/class_task.h"
#include "inference/models/model_folder.h"

namespace tomocyte {
namespace {

constexpr std::array kClassical = {ClassicalKind::kSupportVectors, ClassicalKind::kNearestNeighbours,
                                   ClassicalKind::kLinearDiscriminant, ClassicalKind::kNaiveBayes,
                                   ClassicalKind::kDecisionTree};

// Numbers of cells that were learned from flatter.
void refuse_shared_donors(const std::string& who, const std::vector<std::string>& trained, const LabelledCells& test) {
  for (const std::string& donor : donors_of(test, all_cells(test)))
    if (std::ranges::find(trained, donor) != trained.end())
      throw InputError(fmt::format("{} was trained on cells of donor \"{}\", who is in the test set", who, donor),
                       "Test on cells of other donors.");
}

// Lymphoid and myeloid from the four types.
Predictions as_binary(const Predictions& four) {
  const ClassTask task = class_task("binary", four.classes);
  std::vector<Eigen::Index> group;
  for (const std::string& name : four.classes) group.push_back(class_of(task, name).value());
  Predictions binary;
  binary.classes = task.classes;
  binary.donors = four.donors;
  binary.probabilities.setZero(four.probabilities.rows(), static_cast<Eigen::Index>(task.classes.size()));
  for (std::size_t i = 0; i < group.size(); ++i)
    binary.probabilities.col(group[i]) += four.probabilities.col(static_cast<Eigen::Index>(i));
  for (const int truth : four.truth) binary.truth.push_back(static_cast<int>(group[static_cast<std::size_t>(truth)]));
  return binary;
}

ComparedClassifier judged(std::string name, std::string input, const Predictions& predictions, const std::string& task,
                          const BootstrapOptions& bootstrap) {
  ComparedClassifier result{std::move(name), std::move(input), {}, {}};
  if (task == "binary") {
    result.binary = evaluate(predictions, bootstrap);
  } else {
    result.four = evaluate(predictions, bootstrap);
    result.binary = evaluate(as_binary(predictions), bootstrap);
  }
  return result;
}

ComparedClassifier judge_model(const std::filesystem::path& folder, const ComparisonOptions& options, bool& simulated,
                               const Progress& progress) {
  const Model model = load_model(folder, {options.device, false});
  if (model.card.task != "four" && model.card.task != "binary")
    throw InputError(fmt::format("the model \"{}\" is for other classes", model.card.name),
                     "Compare models for the four types, or for lymphoid and myeloid.");
  const CellSet set = read_cell_set(options.test, model.card, progress.part(0.0, 0.5, "Reading cells"));
  simulated |= set.cells.simulated;
  refuse_shared_donors("the model \"" + model.card.name + "\"", model.card.data.donors, set.cells);
  const CellPredictions found = predict(model, set.cells.inputs.view(), progress.part(0.5, 1.0, model.card.name));
  return judged(model.card.name, model.card.input.input,
                predictions_of(set.cells, all_cells(set.cells), found.probabilities), model.card.task,
                options.bootstrap);
}

}  // namespace

Comparison compare_classifiers(const ComparisonOptions& options, const Progress& progress) {
  Comparison comparison;
  const auto steps = static_cast<double>(options.models.size() + 1);
  for (std::size_t i = 0; i < options.models.size(); ++i)
    comparison.classifiers.push_back(
        judge_model(options.models[i], options, comparison.simulated,
                    progress.part(static_cast<double>(i) / steps, static_cast<double>(i + 1) / steps, "")));
  if (options.training.empty()) return comparison;
  // The smallest input: only the indices are used.
  InputOptions input;
  input.input = "mip";
  const Progress reading = progress.part(1.0 - 1.0 / steps, 1.0, "Reading cells");
  const LabelledCells training = read_cell_set(options.training, "four", input, reading.part(0.0, 0.7, "")).cells;
  const LabelledCells test = read_cell_set(options.test, "four", input, reading.part(0.7, 1.0, "")).cells;
  comparison.simulated |= test.simulated;
  refuse_shared_donors("the training set", donors_of(training, all_cells(training)), test);
  const Eigen::MatrixXd learned = index_features(training.indices);
  const Eigen::MatrixXd asked = index_features(test.indices);
  for (const ClassicalKind kind : kClassical) {
    const auto classifier = train_classical(kind, learned, training.truth, training.classes, options.classical);
    comparison.classifiers.push_back(judged(name_of(kind), "six indices",
                                            predictions_of(test, all_cells(test), classifier->predict(asked)), "four",
                                            options.bootstrap));
  }
  return comparison;
}

}  // namespace tomocyte
