// tomocyte simulate: a scan of a simulated cell through the simulated microscope, or a set of cells to train networks.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/simulate.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/practice_sample.h"
#include "app/workflow/simulated_set.h"
#include "core/error.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

struct SimulateArguments {
  SimulatedSet options;
  int threads = 0;
  int practice = 0;
  std::filesystem::path output;
  bool overwrite = false;
};

int simulate_cells(const Context& context, const SimulateArguments& arguments) {
  if (arguments.output.empty()) throw InputError("a set of cells needs a folder", "Name it with --output.");
  Terminal terminal(context.quiet);
  const SimulatedSetReport report =
      simulate_set(arguments.options, arguments.output, arguments.threads, terminal.progress());
  terminal.finish_line();
  const nlohmann::ordered_json json = {
      {"folder", arguments.output.string()}, {"simulated", true}, {"made", report.made}, {"kept", report.kept}};
  print_result(
      context, json.dump(2),
      fmt::format("{}/: {} SIMULATED cells made, {} kept", arguments.output.string(), report.made, report.kept));
  return kSuccess;
}

int simulate_practice(const Context& context, const SimulateArguments& arguments) {
  if (arguments.output.empty()) throw InputError("a practice sample needs a folder", "Name it with --output.");
  Terminal terminal(context.quiet);
  const PracticeSample sample{.cells = arguments.practice, .seed = arguments.options.imaging.simulation.seed};
  const auto files = make_practice_sample(sample, arguments.output, {}, terminal.progress());
  terminal.finish_line();
  const nlohmann::ordered_json json = {{"folder", arguments.output.string()},
                                       {"simulated", true},
                                       {"sample_id", sample.sample_id},
                                       {"files", files.size()}};
  print_result(
      context, json.dump(2),
      fmt::format("{}/: SIMULATED sample {} of {} cells", arguments.output.string(), sample.sample_id, files.size()));
  return kSuccess;
}

int simulate(const Context& context, const SimulateArguments& arguments) {
  if (arguments.practice > 0) return simulate_practice(context, arguments);
  if (arguments.options.set.cells > 0) return simulate_cells(context, arguments);
  const SimulationOptions& options = arguments.options.imaging.simulation;
  const auto output = arguments.output.empty()
                          ? std::filesystem::path(fmt::format("{}-{}.tomocyte.h5", options.sample, options.seed))
                          : arguments.output;
  refuse_to_overwrite(output, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const Scan scan = simulate_scan(options, progress.part(0.0, 0.95, "Acquiring (simulated microscope)"));
  write_scan(output, scan, progress.part(0.95, 1.0, "Writing the scan"));
  terminal.finish_line();

  const Shape<3>& shape = scan.holograms->holograms.shape();
  const nlohmann::ordered_json json = {
      {"file", output.string()}, {"simulated", true}, {"sample_id", scan.sample_id}, {"holograms", shape}};
  print_result(context, json.dump(2),
               fmt::format("{}: SIMULATED scan \"{}\", {} holograms (angle x y x x)", output.string(), scan.sample_id,
                           to_string(shape)));
  return kSuccess;
}

}  // namespace

void add_simulate(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<SimulateArguments>();
  CLI::App& verb = add_verb(program, context, "simulate", "Acquire a scan of a simulated cell, or make a set of cells",
                            false, [&context, arguments] { return simulate(context, *arguments); });
  verb.add_option("-o,--output", arguments->output,
                  "Scan file to write [SAMPLE-SEED.tomocyte.h5]; the folder of a set");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
  verb.add_option("--threads", arguments->threads, "Cells of a set at a time; 0 = all cores [0]")
      ->check(CLI::Range(0, 1024));
  verb.add_option("--practice", arguments->practice,
                  "Write a sample of so many classified cells, to learn the review with; 0 = none [0]")
      ->check(CLI::Range(0, 1000));
  add_flags(verb, arguments->options.set, "Set of cells (--cells)");
  add_flags(verb, arguments->options.imaging.simulation, "Simulation");
  add_flags(verb, arguments->options.imaging.reconstruction, "Reconstruction (sets)");
  add_flags(verb, arguments->options.imaging.measurement, "Measurement (sets)");
}

}  // namespace tomocyte
