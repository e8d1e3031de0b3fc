// tomocyte model: a model's card, after checking that the model is whole and works here.
#include <memory>
#include <nlohmann/json.hpp>

#include "app/verbs/verbs.h"
#include "inference/models/model_folder.h"

namespace tomocyte {
namespace {

struct ModelArguments {
  std::filesystem::path model;
  ModelLoadOptions load;
};

int show_model(const Context& context, ModelArguments& arguments) {
  arguments.load.device = context.device;
  const Model model = load_model(arguments.model, arguments.load);
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(card_to_json(model.card));
  json["reproduces_its_test"] = true;  // otherwise load_model() refused it
  print_result(context, json.dump(2),
               card_text(model.card) + "\nweights " + model.checksum + "\nThis machine reproduces its test output.");
  return kSuccess;
}

}  // namespace

void add_model(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<ModelArguments>();
  CLI::App& verb = add_verb(program, context, "model", "Check a model and show its card", true,
                            [&context, arguments] { return show_model(context, *arguments); });
  verb.add_option("model", arguments->model, "Model folder")->required();
  verb.add_flag("--trust-model-code", arguments->load.trust_code, "Load a TorchScript model, which runs its code");
}

}  // namespace tomocyte
