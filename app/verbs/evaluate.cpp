// tomocyte evaluate: how well a model does on annotated cells.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/cell_set.h"
#include "core/files/text_file.h"
#include "inference/evaluation_figure.h"
#include "inference/models/model_folder.h"
#include "inference/training/cross_validation.h"

namespace tomocyte {
namespace {

struct EvaluateArguments {
  std::filesystem::path model;
  std::filesystem::path source;
  std::filesystem::path figure;
  int folds = 0;
  bool overwrite = false;
  ModelLoadOptions load;
};

struct Judged {
  Predictions predictions;
  int uncertain = 0;  // less probable than the card asks, or unlike the training cells
};

// The model as it is, on all cells.
Judged judge(const Model& model, const LabelledCells& set, const Progress& progress) {
  const CellPredictions found = predict(model, set.inputs.view(), progress);
  Judged judged{predictions_of(set, all_cells(set), found.probabilities)};
  for (Eigen::Index i = 0; i < found.novelty.size(); ++i) {
    const bool improbable = found.probabilities.row(i).maxCoeff() < model.card.least_probability;
    const bool novel = model.card.largest_novelty > 0.0 && found.novelty(i) > model.card.largest_novelty;
    judged.uncertain += improbable || novel ? 1 : 0;
  }
  return judged;
}

// Networks trained as the model was, one per fold.
Judged judge_by_folds(const Model& model, const LabelledCells& set, int folds, const ComputeDevice& device,
                      const Progress& progress) {
  const auto options = nlohmann::json::parse(model.card.training_json);
  TrainingPlan plan;
  plan.network = model.card.network;
  plan.training = options_from_json<TrainingOptions>(options.at("training").dump());
  plan.augmentation = options_from_json<AugmentationOptions>(options.at("augmentation").dump());
  plan.device = device;
  return {cross_validate(set, plan, folds, progress)};
}

// Donors on whom the model was trained and who are in the set too: their cells flatter it.
std::vector<std::string> donors_seen(const ModelCard& card, const LabelledCells& set) {
  std::vector<std::string> seen;
  for (const std::string& donor : donors_of(set, all_cells(set)))
    if (std::find(card.data.donors.begin(), card.data.donors.end(), donor) != card.data.donors.end())
      seen.push_back(donor);
  return seen;
}

std::string percent(const std::optional<Interval>& value) {
  if (!value) return "-";
  return fmt::format("{:.1f} ({:.1f}-{:.1f})", 100.0 * value->value, 100.0 * value->low, 100.0 * value->high);
}

std::string table_of(const Evaluation& evaluation) {
  std::string text = fmt::format("accuracy {} %, {} cells{}\n", percent(evaluation.accuracy), evaluation.cells,
                                 evaluation.donors > 0 ? fmt::format(" of {} donors", evaluation.donors) : "");
  text += fmt::format("{:<16} {:>6}  {:<20} {:<20} {:<20} {:<20} {}\n", "class", "cells", "sensitivity %",
                      "specificity %", "precision %", "F1 %", "ROC area %");
  for (const ClassMetrics& c : evaluation.classes)
    text += fmt::format("{:<16} {:>6}  {:<20} {:<20} {:<20} {:<20} {}\n", c.name, c.cells, percent(c.sensitivity),
                        percent(c.specificity), percent(c.precision), percent(c.f1), percent(c.roc_area));
  return text + fmt::format("expected calibration error {:.3f}, Brier score {:.3f}\n",
                            evaluation.expected_calibration_error, evaluation.brier_score);
}

std::string warning_of(const EvaluateArguments& arguments, const std::vector<std::string>& seen) {
  if (seen.empty() || arguments.folds > 0) return {};
  return fmt::format("{} of the donors were trained on: the numbers flatter the model.\n", seen.size());
}

int evaluate_model(const Context& context, EvaluateArguments& arguments) {
  if (!arguments.figure.empty()) refuse_to_overwrite(arguments.figure, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  arguments.load.device = context.device;
  const Model model = load_model(arguments.model, arguments.load);
  const CellSet set = read_cell_set(arguments.source, model.card, progress.part(0.0, 0.3, "Reading cells"));
  const Progress judging = progress.part(0.3, 1.0, "Classifying");
  const Judged judged = arguments.folds > 0 ? judge_by_folds(model, set.cells, arguments.folds, context.device, judging)
                                            : judge(model, set.cells, judging);
  const Evaluation evaluation = evaluate(judged.predictions);
  const std::string title = model.card.name + (arguments.folds > 0 ? fmt::format(", {} folds", arguments.folds) : "");
  if (!arguments.figure.empty())
    write_text_file(arguments.figure, evaluation_svg(evaluation, title, set.cells.simulated));
  terminal.finish_line();

  const auto seen = donors_seen(model.card, set.cells);
  nlohmann::ordered_json json = {{"model", model.card.name},         {"model_checksum", model.checksum},
                                 {"simulated", set.cells.simulated}, {"folds", arguments.folds},
                                 {"left_out", set.left_out},         {"donors_trained_on", seen},
                                 {"uncertain", judged.uncertain}};
  json["evaluation"] = nlohmann::ordered_json::parse(evaluation_to_json(evaluation));
  std::string text =
      warning_of(arguments, seen) + (set.cells.simulated ? "SIMULATED cells\n" : "") + table_of(evaluation);
  if (arguments.folds == 0)
    text +=
        fmt::format("{} of {} cells are uncertain and would be left to a person\n", judged.uncertain, evaluation.cells);
  print_result(context, json.dump(2), text);
  return kSuccess;
}

}  // namespace

void add_evaluate(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<EvaluateArguments>();
  CLI::App& verb = add_verb(program, context, "evaluate", "Measure how well a model does on annotated cells", true,
                            [&context, arguments] { return evaluate_model(context, *arguments); });
  verb.add_option("model", arguments->model, "Model folder")->required();
  verb.add_option("source", arguments->source, "Folder of scan files, or CSV list (file,label,donor)")->required();
  verb.add_option("--folds", arguments->folds,
                  "Cross-validate instead: train so many networks as the model was, each judges the rest [0]")
      ->check(CLI::Range(0, 1000));
  verb.add_option("--figure", arguments->figure, "Also draw confusion, ROC and reliability into this SVG file");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the figure if it exists");
  verb.add_flag("--trust-model-code", arguments->load.trust_code, "Load a TorchScript model, which runs its code");
}

}  // namespace tomocyte
