// tomocyte train: a model folder from annotated scans.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/verbs.h"
#include "app/workflow/cell_set.h"
#include "core/error.h"
#include "inference/training/make_model.h"

namespace tomocyte {
namespace {

struct Arguments {
  std::filesystem::path source;
  std::filesystem::path output;
  std::string task = "four";
  InputOptions input;
  TrainingPlan plan;
  ModelDescription description;
  bool overwrite = false;
};

void refuse_to_overwrite_model(const Arguments& arguments) {
  if (!arguments.overwrite && std::filesystem::exists(arguments.output / "model.json"))
    throw FileError(arguments.output, "holds a model already", "Choose another folder, or add --overwrite.");
}

std::string warning_of(const TrainingOptions& options) {
  if (options.split_by == "donor") return {};
  return "Split by cell: cells of one donor are on both sides, so the numbers flatter the model.\n";
}

int train_model(const Context& context, const Arguments& arguments) {
  refuse_to_overwrite_model(arguments);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const CellSet set =
      read_cell_set(arguments.source, arguments.task, arguments.input, progress.part(0.0, 0.05, "Reading cells"));
  TrainingPlan plan = arguments.plan;
  plan.device = context.device;
  const MadeModel made =
      make_model(set.cells, plan, arguments.description, arguments.output, progress.part(0.05, 1.0, "Training"));
  terminal.finish_line();

  const nlohmann::ordered_json json = {{"model", arguments.output.string()},
                                       {"card", nlohmann::ordered_json::parse(card_to_json(made.card))},
                                       {"left_out", set.left_out},
                                       {"epochs", made.curve.size()}};
  print_result(context, json.dump(2),
               warning_of(plan.training) + card_text(made.card) +
                   fmt::format("\n{} epochs; {} annotated cells were left out\n", made.curve.size(), set.left_out));
  return kSuccess;
}

}  // namespace

void add_train(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& verb = add_verb(program, context, "train",
                            "Train a network on annotated cells; a training that was stopped is continued", true,
                            [&context, arguments] { return train_model(context, *arguments); });
  verb.add_option("source", arguments->source, "Folder of scan files, or CSV list (file,label,donor)")->required();
  verb.add_option("-o,--output", arguments->output, "Model folder to make")->required();
  verb.add_option("--task", arguments->task, "Classes: four, binary, or annotations (each its own class) [four]");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the model in the folder");
  add_flags(verb, arguments->input, "Input");
  add_flags(verb, arguments->plan.network, "Network");
  add_flags(verb, arguments->plan.training, "Training");
  add_flags(verb, arguments->plan.augmentation, "Augmentation");
  add_flags(verb, arguments->description, "Model card");
}

}  // namespace tomocyte
