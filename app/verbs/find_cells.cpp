// tomocyte find-cells: an overview of the slide, and the plan to scan the cells that it shows.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/illumination_scan.h"
#include "acquisition/instrument/watchdog.h"
#include "acquisition/scan_plan.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/may_move.h"
#include "app/verbs/verbs.h"
#include "app/workflow/find_cells.h"
#include "core/error.h"
#include "core/files/text_file.h"

namespace tomocyte {
namespace {

struct FindCellsArguments {
  std::filesystem::path instrument;  // empty: the simulated microscope
  std::filesystem::path plan = "plan.json";
  std::vector<double> background_um;  // x, y, z of a place without a sample
  double illumination_na = 0.9;
  int angles = 49;
  bool overwrite = false;
  bool may_move = false;
  FindCellsOptions options;
  ScanOptions scan;
};

ScanPlan plan_of(const FindCellsArguments& arguments, const OpticalSetup& setup, const std::vector<FoundCell>& cells) {
  ScanPlan plan;
  plan.options = arguments.scan;
  plan.illumination = ring_scan(setup, arguments.illumination_na, arguments.angles);
  for (const FoundCell& cell : cells) plan.positions.push_back(cell.position);
  plan.background = {arguments.background_um[0], arguments.background_um[1], arguments.background_um[2]};
  return plan;
}

int find(const Context& context, const FindCellsArguments& arguments) {
  refuse_to_overwrite(arguments.plan, arguments.overwrite);
  const InstrumentConfig config =
      arguments.instrument.empty() ? simulated_instrument() : read_instrument_config(arguments.instrument);
  const auto watchdog = start_watchdog(config);
  const ConnectedInstrument instrument(config);
  ask_may_move(instrument, arguments.may_move);
  Terminal terminal(context.quiet);
  const std::vector<FoundCell> cells = find_cells(instrument, arguments.options, {}, terminal.progress());
  terminal.finish_line();
  if (cells.empty())
    throw InputError("no cell was found in the region", "Choose another region, focus, or lower --least-phase-rad.");
  write_text_file(arguments.plan, plan_to_json(plan_of(arguments, *config.setup, cells)));
  nlohmann::ordered_json json = {{"plan", arguments.plan.string()}, {"simulated", instrument.simulated()}};
  std::string text;
  for (const FoundCell& cell : cells) {
    json["cells"].push_back({{"position_um", {cell.position.x_um, cell.position.y_um, cell.position.z_um}},
                             {"diameter_um", cell.diameter_um},
                             {"highest_phase_rad", cell.highest_phase_rad}});
    text += fmt::format("x {:>9.1f}  y {:>9.1f} µm  diameter {:>5.1f} µm  phase {:.2f} rad\n", cell.position.x_um,
                        cell.position.y_um, cell.diameter_um, cell.highest_phase_rad);
  }
  print_result(context, json.dump(2),
               text + fmt::format("{}: {} cells{}", arguments.plan.string(), cells.size(),
                                  instrument.simulated() ? ". SIMULATED." : ""));
  return kSuccess;
}

}  // namespace

void add_find_cells(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<FindCellsArguments>();
  CLI::App& verb = add_verb(program, context, "find-cells",
                            "Look for cells on the slide and write the plan to scan them (tomocyte acquire --plan)",
                            false, [&context, arguments] { return find(context, *arguments); });
  verb.add_option("--instrument", arguments->instrument,
                  "Configuration (JSON) of the instrument [the simulated microscope]");
  verb.add_option("-o,--output", arguments->plan, "Plan to write [plan.json]");
  verb.add_option("--background", arguments->background_um, "Place without a sample, X,Y,Z in µm")
      ->delimiter(',')
      ->expected(3)
      ->required();
  verb.add_option("--illumination-na", arguments->illumination_na, "Of the scan's ring of waves [0.9]");
  verb.add_option("--angles", arguments->angles, "Of the scan [49]")->check(CLI::Range(4, 400));
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the plan if it exists");
  add_may_move(verb, arguments->may_move);
  add_flags(verb, arguments->options, "Overview");
  add_flags(verb, arguments->scan, "Scan");
}

}  // namespace tomocyte
