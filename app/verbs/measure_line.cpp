// tomocyte measure-line: refractive index along a line through a tomogram, as the window's profile tool measures it.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>

#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "core/error.h"
#include "core/files/measurement_csv.h"
#include "core/files/text_file.h"

namespace tomocyte {
namespace {

struct MeasureLineArguments {
  Input input;
  std::vector<double> from;  // x, y, z as the window shows them
  std::vector<double> to;
  double step_um = 0.0;
  std::filesystem::path output;
  bool overwrite = false;
};

PositionUm position_of(const std::vector<double>& xyz) { return {xyz[2], xyz[1], xyz[0]}; }

int measure_line(const Context& context, const MeasureLineArguments& arguments) {
  if (!arguments.output.empty()) refuse_to_overwrite(arguments.output, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Scan scan = open_scan(arguments.input.path, arguments.input.import, terminal.progress());
  LineProfile profile;
  naming_the_file(arguments.input.path, [&] {
    if (!scan.tomogram) throw InputError("the scan holds no tomogram", "Reconstruct it first.");
    profile = line_profile(*scan.tomogram, position_of(arguments.from), position_of(arguments.to), arguments.step_um);
  });
  if (!arguments.output.empty()) write_text_file(arguments.output, line_profile_csv(profile, scan));
  terminal.finish_line();
  const auto [lowest, highest] = std::minmax_element(profile.ri.begin(), profile.ri.end());
  const double mean =
      std::accumulate(profile.ri.begin(), profile.ri.end(), 0.0) / static_cast<double>(profile.ri.size());
  const nlohmann::ordered_json json = {{"simulated", scan.simulated},
                                       {"sample_id", scan.sample_id},
                                       {"length_um", profile.distance_um.back()},
                                       {"step_um", profile.step_um},
                                       {"mean_ri", mean},
                                       {"lowest_ri", *lowest},
                                       {"highest_ri", *highest},
                                       {"distance_um", profile.distance_um},
                                       {"ri", profile.ri}};
  std::string text = fmt::format(
      "{}length {:.3f} µm, {} samples {:.4f} µm apart\n"
      "refractive index: mean {:.4f}, lowest {:.4f}, highest {:.4f}",
      scan.simulated ? "SIMULATED " : "", profile.distance_um.back(), profile.ri.size(), profile.step_um, mean, *lowest,
      *highest);
  if (!arguments.output.empty()) text += "\nprofile written to " + arguments.output.string();
  print_result(context, json.dump(2), text);
  return kSuccess;
}

}  // namespace

void add_measure_line(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<MeasureLineArguments>();
  CLI::App& verb = add_verb(program, context, "measure-line", "Refractive index along a line through a tomogram", false,
                            [&context, arguments] { return measure_line(context, *arguments); });
  add_input(verb, arguments->input);
  verb.add_option("--from", arguments->from, "One end: x y z, µm from the centre voxel")->expected(3)->required();
  verb.add_option("--to", arguments->to, "The other end: x y z, µm from the centre voxel")->expected(3)->required();
  verb.add_option("--step-um", arguments->step_um, "Largest distance of two samples, µm; 0 = half a voxel [0]")
      ->check(CLI::Range(0.0, 10.0));
  verb.add_option("-o,--output", arguments->output, "Also write the profile to this CSV file");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the CSV file if it exists");
}

}  // namespace tomocyte
