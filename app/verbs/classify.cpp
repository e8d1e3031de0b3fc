// tomocyte classify: what a model says of the cells of scans.
#include <fmt/format.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/results.h"
#include "app/verbs/verbs.h"
#include "app/workflow/classify_scan.h"
#include "core/files/atomic_file.h"
#include "core/files/scan_file.h"
#include "inference/models/model_folder.h"

namespace tomocyte {
namespace {

struct ClassifyArguments {
  std::vector<std::filesystem::path> files;
  std::filesystem::path model;
  ModelLoadOptions load;
};

std::string cell_text(const Cell& cell) {
  if (!cell.classification) return fmt::format("{:>6}  not classified (too small)\n", cell.label);
  const Classification& found = *cell.classification;
  return fmt::format("{:>6}  {:<16} {:.3f}  {}\n", cell.label, found.probabilities.front().cell_class,
                     found.probabilities.front().probability,
                     found.uncertain.empty() ? std::string() : "uncertain: " + found.uncertain);
}

nlohmann::ordered_json cell_json(const Cell& cell) {
  nlohmann::ordered_json json = {{"label", cell.label}};
  if (cell.classification) json["classification"] = classification_json(*cell.classification);
  return json;
}

int classify_files(const Context& context, ClassifyArguments& arguments) {
  for (const auto& file : arguments.files) check_writable(file);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  arguments.load.device = context.device;
  const Model model = load_model(arguments.model, arguments.load);
  nlohmann::ordered_json json = {{"model", model.card.name}, {"model_checksum", model.checksum}};
  json["scans"] = nlohmann::ordered_json::array();
  std::string text = model.card.data.simulated ? "The model was trained on SIMULATED cells.\n" : "";
  const auto count = static_cast<double>(arguments.files.size());
  for (std::size_t i = 0; i < arguments.files.size(); ++i) {
    const auto& file = arguments.files[i];
    const Progress part = progress.part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count,
                                        "Classifying " + file.filename().string());
    Scan scan = read_scan(file);
    naming_the_file(file, [&] { classify_scan(scan, model, part); });
    write_scan(file, scan);
    nlohmann::ordered_json cells = nlohmann::ordered_json::array();
    text += file.string() + (scan.simulated ? " (SIMULATED)\n" : "\n");
    for (const Cell& cell : scan.cells) {
      cells.push_back(cell_json(cell));
      text += cell_text(cell);
    }
    json["scans"].push_back({{"file", file.string()}, {"simulated", scan.simulated}, {"cells", std::move(cells)}});
  }
  terminal.finish_line();
  print_result(context, json.dump(2), text);
  return kSuccess;
}

}  // namespace

void add_classify(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<ClassifyArguments>();
  CLI::App& verb = add_verb(program, context, "classify", "Classify the cells of measured scans with a model", true,
                            [&context, arguments] { return classify_files(context, *arguments); });
  verb.add_option("files", arguments->files, "Scan files; what the model says is added to them")->required();
  verb.add_option("--model", arguments->model, "Model folder")->required();
  verb.add_flag("--trust-model-code", arguments->load.trust_code, "Load a TorchScript model, which runs its code");
}

}  // namespace tomocyte
