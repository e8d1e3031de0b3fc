// tomocyte run: the main job. Acquire cells from the simulated microscope, reconstruct, measure, and write per
// cell a scan file, plus one picture each and one table for all.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/model_choice.h"
#include "app/verbs/results.h"
#include "app/verbs/verbs.h"
#include "app/workflow/workflow.h"
#include "core/error.h"
#include "core/files/export.h"
#include "core/files/scan_file.h"
#include "core/research_use.h"
#ifdef TOMOCYTE_GUI
#include "ui/pictures.h"
#endif

namespace tomocyte {
namespace {

struct RunArguments {
  MainJobOptions options;
  std::vector<std::string> samples = {"monocyte", "b-lymphocyte", "rbc"};
  std::filesystem::path folder = "tomocyte-run";
  std::string model;  // folder, "none", or empty: the installed one
  bool overwrite = false;
};

std::filesystem::path file_name(const RunArguments& arguments, std::size_t index, const std::string& ending) {
  return arguments.folder / fmt::format("{:02}-{}{}", index + 1, arguments.samples[index], ending);
}

std::vector<std::string> kinds_of_sample() {
  for (const auto& option : option_table<SimulationOptions>())
    if (option.name == "sample") return option.choices;
  return {};
}

// All names are checked before the first minute is spent.
void prepare_folder(const RunArguments& arguments) {
  std::error_code failure;
  std::filesystem::create_directories(arguments.folder, failure);
  if (failure) throw FileError(arguments.folder, "cannot be created: " + failure.message(), "Choose another --output.");
  for (std::size_t i = 0; i < arguments.samples.size(); ++i)
    for (const char* ending : {".tomocyte.h5", ".csv", ".png"})
      refuse_to_overwrite(file_name(arguments, i, ending), arguments.overwrite);
}

Scan run_one(const RunArguments& arguments, std::size_t index, const Progress& progress) {
  MainJobOptions options = arguments.options;
  options.simulation.sample = arguments.samples[index];
  options.simulation.seed += static_cast<int>(index);
  Scan scan = run_main_job(options, progress.part(0.0, 0.9, "Acquiring"));
  write_scan(file_name(arguments, index, ".tomocyte.h5"), scan, progress.part(0.9, 0.95, "Writing the scan"));
  export_cells_csv(file_name(arguments, index, ".csv"), scan);
#ifdef TOMOCYTE_GUI
  progress.part(0.95, 1.0, "Drawing the picture").report(0.0);
  render_overview(scan, file_name(arguments, index, ".png"));
#endif
  return scan;
}

int run(const Context& context, RunArguments arguments) {
  arguments.options.device = context.device;
  arguments.options.model = model_for(arguments.model, context.device);
  prepare_folder(arguments);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text;
  const auto count = static_cast<double>(arguments.samples.size());
  for (std::size_t i = 0; i < arguments.samples.size(); ++i) {
    const auto start = static_cast<double>(i);
    const Scan scan = run_one(arguments, i, progress.part(start / count, (start + 1.0) / count, ""));
    nlohmann::ordered_json entry = tomogram_json(scan);
    entry["file"] = file_name(arguments, i, ".tomocyte.h5").string();
    entry["cells"] = cells_json(scan)["cells"];
    json.push_back(std::move(entry));
    text += fmt::format("== {} ==\n{}\n{}\n\n", file_name(arguments, i, ".tomocyte.h5").string(), tomogram_text(scan),
                        cells_text(scan));
  }
  terminal.finish_line();
  print_result(context, json.dump(2),
               text + fmt::format("Scans (.tomocyte.h5), tables (.csv) and pictures (.png) are in {}/.\n"
                                  "Open one in the window: tomocyte {}\n"
                                  "All of it is SIMULATED. {}",
                                  arguments.folder.string(), file_name(arguments, 0, ".tomocyte.h5").string(),
                                  kResearchUseOnly));
  return kSuccess;
}

}  // namespace

void add_run(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<RunArguments>();
  CLI::App& verb = add_verb(program, context, "run",
                            "The main job: acquire from the simulated microscope, reconstruct, measure, draw", true,
                            [&context, arguments] { return run(context, *arguments); });
  verb.add_option("-o,--output", arguments->folder, "Folder for the results [tomocyte-run]");
  verb.add_option("--samples", arguments->samples, "Cells to acquire, comma-separated [monocyte,b-lymphocyte,rbc]")
      ->delimiter(',')
      ->check(CLI::IsMember(kinds_of_sample()));
  add_model_choice(verb, arguments->model);
  verb.add_flag("--overwrite", arguments->overwrite, "Replace results of an earlier run");
  add_flags(verb, arguments->options.simulation, "Simulation");
  verb.remove_option(verb.get_option("--sample"));  // --samples says it
  add_flags(verb, arguments->options.reconstruction, "Reconstruction");
  add_flags(verb, arguments->options.measurement, "Measurement");
}

}  // namespace tomocyte
