// tomocyte simulate: a scan of a simulated cell through the simulated microscope.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/simulate.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

struct Arguments {
  SimulationOptions options;
  std::filesystem::path output;
  bool overwrite = false;
};

int simulate(const Context& context, const Arguments& arguments) {
  const auto output =
      arguments.output.empty()
          ? std::filesystem::path(fmt::format("{}-{}.tomocyte.h5", arguments.options.sample, arguments.options.seed))
          : arguments.output;
  refuse_to_overwrite(output, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const Scan scan = simulate_scan(arguments.options, progress.part(0.0, 0.95, "Acquiring (simulated microscope)"));
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
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& verb = add_verb(program, context, "simulate", "Acquire a scan of a simulated cell", false,
                            [&context, arguments] { return simulate(context, *arguments); });
  verb.add_option("-o,--output", arguments->output, "Scan file to write [SAMPLE-SEED.tomocyte.h5]");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
  add_flags(verb, arguments->options, "Simulation");
}

}  // namespace tomocyte
