// tomocyte compare: networks and classical classifiers on the same cells, in the layout of figures 5 and 6 of Ryu 2021.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/verbs.h"
#include "app/workflow/compare_classifiers.h"

namespace tomocyte {
namespace {

std::string percent(const std::optional<Evaluation>& evaluation) {
  if (!evaluation) return "-";
  const Interval& accuracy = evaluation->accuracy;
  return fmt::format("{:.1f} ({:.1f}-{:.1f})", 100.0 * accuracy.value, 100.0 * accuracy.low, 100.0 * accuracy.high);
}

std::string class_rates(const Evaluation& evaluation) {
  std::string text;
  for (const ClassMetrics& c : evaluation.classes)
    text += fmt::format("{:>16}", c.sensitivity ? fmt::format("{:.1f}", 100.0 * c.sensitivity->value) : "-");
  return text;
}

std::string table_of(const Comparison& comparison) {
  std::string text = comparison.simulated ? "SIMULATED cells\n" : "";
  std::string classes;
  for (const ComparedClassifier& row : comparison.classifiers)
    if (row.four && classes.empty())
      for (const ClassMetrics& c : row.four->classes) classes += fmt::format("{:>16}", c.name);
  text += fmt::format("{:<24} {:<12} {:<20} {:<20} sensitivity %\n{:<79}{}\n", "classifier", "input", "four types %",
                      "lymphoid/myeloid %", "", classes);
  for (const ComparedClassifier& row : comparison.classifiers)
    text += fmt::format("{:<24} {:<12} {:<20} {:<20}{}\n", row.name, row.input, percent(row.four), percent(row.binary),
                        row.four ? class_rates(*row.four) : "");
  if (!comparison.classifiers.empty()) {
    const Evaluation& any = comparison.classifiers.front().binary.value();
    text += fmt::format("Accuracy of {} cells{}, in brackets 95 % by bootstrap.", any.cells,
                        any.donors > 0 ? fmt::format(" of {} donors", any.donors) : "");
  }
  return text;
}

nlohmann::ordered_json json_of(const Comparison& comparison) {
  const auto evaluation = [](const std::optional<Evaluation>& e) {
    return e ? nlohmann::ordered_json::parse(evaluation_to_json(*e)) : nlohmann::ordered_json();
  };
  nlohmann::ordered_json json = {{"simulated", comparison.simulated}};
  for (const ComparedClassifier& row : comparison.classifiers)
    json["classifiers"].push_back(
        {{"name", row.name}, {"input", row.input}, {"four", evaluation(row.four)}, {"binary", evaluation(row.binary)}});
  return json;
}

int compare(const Context& context, ComparisonOptions options) {
  options.device = context.device;
  Terminal terminal(context.quiet);
  const Comparison comparison = compare_classifiers(options, terminal.progress());
  terminal.finish_line();
  print_result(context, json_of(comparison).dump(2), table_of(comparison));
  return kSuccess;
}

}  // namespace

void add_compare(CLI::App& program, Context& context) {
  const auto options = std::make_shared<ComparisonOptions>();
  CLI::App& verb = add_verb(program, context, "compare", "Compare models and classical classifiers on annotated cells",
                            true, [&context, options] { return compare(context, *options); });
  verb.add_option("test", options->test, "Test cells: folder of scan files, or CSV list (file,label,donor)")
      ->required();
  verb.add_option("--train", options->training, "Cells that the classical classifiers learn from [none: models only]");
  verb.add_option("--models", options->models, "Model folders");
  add_flags(verb, options->classical, "Classical classifiers");
  add_flags(verb, options->bootstrap, "Intervals");
}

}  // namespace tomocyte
