// tomocyte train: a model folder from annotated scans.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/verbs.h"
#include "app/workflow/train_model.h"

namespace tomocyte {
namespace {

struct TrainArguments {
  TrainingJob job;
  bool overwrite = false;
};

int train(const Context& context, TrainArguments& arguments) {
  arguments.job.plan.device = context.device;
  Terminal terminal(context.quiet);
  const TrainedModel trained = train_model(arguments.job, arguments.overwrite, terminal.progress());
  terminal.finish_line();
  const ModelCard& card = trained.made.card;
  const nlohmann::ordered_json json = {{"model", arguments.job.output.string()},
                                       {"card", nlohmann::ordered_json::parse(card_to_json(card))},
                                       {"left_out", trained.left_out},
                                       {"epochs", trained.made.curve.size()}};
  print_result(
      context, json.dump(2),
      trained.warning + (trained.warning.empty() ? "" : "\n") + card_text(card) +
          fmt::format("\n{} epochs; {} annotated cells were left out\n", trained.made.curve.size(), trained.left_out));
  return kSuccess;
}

}  // namespace

void add_train(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<TrainArguments>();
  CLI::App& verb = add_verb(program, context, "train",
                            "Train a network on annotated cells; a training that was stopped is continued", true,
                            [&context, arguments] { return train(context, *arguments); });
  verb.add_option("source", arguments->job.source, "Folder of scan files, or CSV list (file,label,donor)")->required();
  verb.add_option("-o,--output", arguments->job.output, "Model folder to make")->required();
  verb.add_option("--task", arguments->job.task, "Classes: four, binary, or annotations (each its own class) [four]");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the model in the folder");
  add_flags(verb, arguments->job.input, "Input");
  add_flags(verb, arguments->job.plan.network, "Network");
  add_flags(verb, arguments->job.plan.training, "Training");
  add_flags(verb, arguments->job.plan.augmentation, "Augmentation");
  add_flags(verb, arguments->job.description, "Model card");
}

}  // namespace tomocyte
