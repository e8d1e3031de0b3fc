// tomocyte acquire smear: a region of a blood smear at several wavelengths in the deep ultraviolet, tile by tile,
// through the smear engine and its journal, into a smear file.
#include <fmt/format.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/instrument_scan.h"
#include "app/workflow/smear_job.h"
#include "core/error.h"

namespace tomocyte {
namespace {

struct Arguments {
  SmearJob job;
  std::vector<double> region_um;  // x, y, width, height; empty: the session's
  bool simulated = false;
  std::filesystem::path resumed;  // a journal; empty: a new scan
  bool overwrite = false;
};

std::string focus_text(const SmearReport& report) {
  std::size_t used = 0;
  for (const FocusPoint& point : report.focus.points) used += point.used ? 1 : 0;
  if (report.focus.points.empty()) return "no tile was left to scan\n";
  return fmt::format("focus map from {} of {} points, residual {:.2f} µm RMS; drift measured {:+.2f} µm\n", used,
                     report.focus.points.size(), report.focus.residual_rms_um, report.focus_drift_um);
}

nlohmann::ordered_json report_json(const SmearReport& report, const std::filesystem::path& file, std::size_t tiles) {
  nlohmann::ordered_json json = {{"simulated", true},
                                 {"files", {file.string()}},
                                 {"tiles", tiles},
                                 {"longest_queue", report.longest_queue},
                                 {"focus_exposures", report.focus_exposures},
                                 {"focus_drift_um", report.focus_drift_um},
                                 {"focus_map", nlohmann::ordered_json::parse(focus_map_json(report.focus))},
                                 {"positions", nlohmann::ordered_json::array()}};
  for (const PositionReport& position : report.positions)
    json["positions"].push_back({{"position", position.position},
                                 {"attempts", position.attempts},
                                 {"faults", position.faults},
                                 {"exposures", position.exposures},
                                 {"light_on_s", position.light_on_s}});
  return json;
}

SmearResult run_or_resume(SimulatedSmearSession& session, const SmearPlan& plan, const Arguments& arguments,
                          const Progress& progress) {
  try {
    return arguments.resumed.empty() ? scan_smear(session, plan, arguments.job, progress)
                                     : resume_smear_job(session, arguments.resumed, arguments.job, progress);
  } catch (const Cancelled&) {
    const auto journal = arguments.resumed.empty() ? journal_of(arguments.job.output) : arguments.resumed;
    fmt::print(stderr, "\nWhat was acquired is kept; go on with: tomocyte acquire smear --simulated --resume {}\n",
               journal.string());
    throw;
  }
}

int run(const Context& context, Arguments arguments) {
  if (!arguments.simulated)
    throw InputError("smears are scanned with the simulated microscope only", "Add --simulated.");
  const bool resumes = !arguments.resumed.empty();
  SmearJob& job = arguments.job;
  if (const auto& r = arguments.region_um; !r.empty()) job.region = SmearRegion{r.at(0), r.at(1), r.at(2), r.at(3)};
  if (resumes) job.output = std::filesystem::path(arguments.resumed).replace_extension(".h5");
  refuse_to_overwrite(job.output, arguments.overwrite);
  SimulatedSmearSession session = resumes ? SimulatedSmearSession::of(SmearJournal(arguments.resumed))
                                          : SimulatedSmearSession(job.slide, job.microscope);
  const SmearPlan plan = resumes ? SmearJournal(arguments.resumed).plan() : smear_plan_of(job, session.plan());
  const SmearForecast forecast = smear_forecast(plan, session);
  if (!context.quiet)
    fmt::print(stderr, "{} tiles of {:.0f} x {:.0f} µm at {} wavelengths, about {:.0f} s with a real instrument\n",
               forecast.tiles, forecast.field.width_um, forecast.field.height_um, plan.wavelengths.size(),
               forecast.expected_s);
  Terminal terminal(context.quiet);
  const SmearResult result = run_or_resume(session, plan, arguments, terminal.progress());
  terminal.finish_line();
  std::string text = focus_text(result.report);
  for (const PositionReport& position : result.report.positions)
    for (const std::string& fault : position.faults)
      text += fmt::format("position {} was scanned again: {}\n", position.position, fault);
  print_result(context, report_json(result.report, job.output, result.tiles).dump(2),
               fmt::format("{}{}: {} tiles; at most {} frames waited for the disk. SIMULATED.", text,
                           job.output.string(), result.tiles, result.report.longest_queue));
  return kSuccess;
}

}  // namespace

void add_acquire_smear(CLI::App& acquire, Context& context) {
  const auto arguments = std::make_shared<Arguments>();
  arguments->job.output = "smear.tomocyte.h5";
  CLI::App& verb = add_verb(acquire, context, "smear", "Scan a blood smear in the deep ultraviolet, crash-safe", false,
                            [&context, arguments] { return run(context, *arguments); });
  verb.add_option("-o,--output", arguments->job.output, "Smear file to write [smear.tomocyte.h5]");
  verb.add_flag("--simulated", arguments->simulated, "With the simulated smear microscope");
  verb.add_option("--resume", arguments->resumed,
                  "Journal of an unfinished smear scan to complete; its smear file gets its name");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace a smear file of this name");
  verb.add_option("--region-um", arguments->region_um,
                  "x, y of the corner, width and height, µm on the stage [-500,-500,1000,1000]")
      ->delimiter(',')
      ->expected(4);
  verb.add_option("--wavelengths", arguments->job.wavelengths_nm, "nm, comma-separated [260,280,300]")->delimiter(',');
  verb.add_option("--exposures-ms", arguments->job.exposures_ms, "One per wavelength, ms [100,3,64]")->delimiter(',');
  verb.add_option("--focus-z-um", arguments->job.focus_z_um, "Where focus is searched first, µm [0]");
  add_flags(verb, arguments->job.scan, "Scan");
  add_flags(verb, arguments->job.slide, "Simulated smear");
  add_flags(verb, arguments->job.microscope, "Simulated microscope");
}

}  // namespace tomocyte
