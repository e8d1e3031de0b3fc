// tomocyte acquire smear: a region of a blood smear at several wavelengths in the deep ultraviolet, tile by tile,
// through the smear engine and its journal, into a smear file.
#include <fmt/format.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/instrument/watchdog.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/may_move.h"
#include "app/verbs/verbs.h"
#include "app/workflow/smear_job.h"
#include "core/error.h"
#include "core/files/text_file.h"

namespace tomocyte {
namespace {

struct AcquireSmearArguments {
  SmearJob job;
  std::vector<double> region_um;      // x, y, width, height; empty: the offered one
  std::vector<double> background_um;  // x, y, z; empty: the offered one
  std::filesystem::path plan;         // instead of region, background, wavelengths and options
  bool show_plan = false;
  std::filesystem::path resumed;  // a journal; empty: a new scan
  bool overwrite = false;
  // The simulated microscope
  bool simulated = false;
  SmearSlideOptions slide;
  SmearMicroscopeOptions microscope;
  // An instrument
  std::filesystem::path instrument;
  SampleInformation sample;
  bool may_move = false;  // ask_may_move()
};

std::string focus_text(const SmearReport& report) {
  std::size_t used = 0;
  for (const FocusPoint& point : report.focus.points) used += point.used ? 1 : 0;
  if (report.focus.points.empty()) return "no tile was left to scan\n";
  return fmt::format("focus map from {} of {} points, residual {:.2f} µm RMS; drift measured {:+.2f} µm\n", used,
                     report.focus.points.size(), report.focus.residual_rms_um, report.focus_drift_um);
}

nlohmann::ordered_json report_json(const SmearReport& report, const std::filesystem::path& file, std::size_t tiles,
                                   bool simulated) {
  nlohmann::ordered_json json = {{"simulated", simulated},
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

SmearPlan plan_for(const AcquireSmearArguments& arguments, const SmearPlan& offered) {
  if (!arguments.resumed.empty()) return SmearJournal(arguments.resumed).plan();
  if (arguments.plan.empty()) return smear_plan_of(arguments.job, offered);
  SmearPlan plan;
  naming_the_file(arguments.plan, [&] { plan = smear_plan_from_json(read_text_file(arguments.plan)); });
  return plan;
}

SmearResult run_or_resume(const SmearSource& source, const SmearPlan& plan, const AcquireSmearArguments& arguments,
                          const Progress& progress) {
  try {
    return arguments.resumed.empty() ? scan_smear(source, plan, arguments.job, progress)
                                     : resume_smear_job(source, arguments.resumed, arguments.job, progress);
  } catch (const Cancelled&) {
    const auto journal = arguments.resumed.empty() ? journal_of(arguments.job.output) : arguments.resumed;
    const std::string with =
        arguments.simulated ? "--simulated" : fmt::format("--instrument {}", arguments.instrument.string());
    fmt::print(stderr, "\nWhat was acquired is kept; go on with: tomocyte acquire smear {} --resume {}\n", with,
               journal.string());
    throw;
  }
}

// `may_move` is asked when the plan is known to be sound.
int scan(const Context& context, const AcquireSmearArguments& arguments, const SmearSource& source,
         const std::function<void()>& may_move) {
  const SmearPlan plan = plan_for(arguments, source.offered);
  const SmearForecast forecast = smear_forecast(plan, source);
  if (!context.quiet) fmt::print(stderr, "{}\n", to_string(forecast, plan));
  if (arguments.show_plan) {
    fmt::print("{}\n", nlohmann::ordered_json::parse(smear_plan_to_json(plan)).dump(2));
    return kSuccess;
  }
  may_move();
  Terminal terminal(context.quiet);
  const SmearResult result = run_or_resume(source, plan, arguments, terminal.progress());
  terminal.finish_line();
  std::string text = focus_text(result.report);
  for (const PositionReport& position : result.report.positions)
    for (const std::string& fault : position.faults)
      text += fmt::format("position {} was scanned again: {}\n", position.position, fault);
  const bool simulated = source.description.simulated;
  print_result(
      context, report_json(result.report, arguments.job.output, result.tiles, simulated).dump(2),
      fmt::format("{}{}: {} tiles; at most {} frames waited for the disk.{}", text, arguments.job.output.string(),
                  result.tiles, result.report.longest_queue, simulated ? " SIMULATED." : ""));
  return kSuccess;
}

int scan_with_instrument(const Context& context, const AcquireSmearArguments& arguments) {
  const InstrumentConfig config = read_instrument_config(arguments.instrument);
  const auto watchdog = start_watchdog(config);
  const ConnectedInstrument instrument(config);
  print_failed_devices(instrument);
  return scan(context, arguments, smear_source(instrument, arguments.sample),
              [&] { ask_may_move(instrument, arguments.may_move); });
}

int run(const Context& context, AcquireSmearArguments arguments) {
  if (arguments.simulated != arguments.instrument.empty())
    throw InputError("a smear is scanned with one of --simulated and --instrument FILE",
                     "Add --simulated, or the instrument's configuration.");
  const bool resumes = !arguments.resumed.empty();
  SmearJob& job = arguments.job;
  if (const auto& r = arguments.region_um; !r.empty()) job.region = SmearRegion{r.at(0), r.at(1), r.at(2), r.at(3)};
  if (const auto& b = arguments.background_um; !b.empty()) job.background = StagePosition{b.at(0), b.at(1), b.at(2)};
  if (resumes) job.output = std::filesystem::path(arguments.resumed).replace_extension(".h5");
  if (!arguments.show_plan) refuse_to_overwrite(job.output, arguments.overwrite);
  if (!arguments.simulated) return scan_with_instrument(context, arguments);
  SimulatedSmearSession session = resumes ? SimulatedSmearSession::of(SmearJournal(arguments.resumed))
                                          : SimulatedSmearSession(arguments.slide, arguments.microscope);
  return scan(context, arguments, smear_source(session), [] {});
}

}  // namespace

void add_acquire_smear(CLI::App& acquire, Context& context) {
  const auto arguments = std::make_shared<AcquireSmearArguments>();
  arguments->job.output = "smear.tomocyte.h5";
  CLI::App& verb = add_verb(acquire, context, "smear", "Scan a blood smear in the deep ultraviolet, crash-safe", false,
                            [&context, arguments] { return run(context, *arguments); });
  verb.add_option("-o,--output", arguments->job.output, "Smear file to write [smear.tomocyte.h5]");
  verb.add_flag("--simulated", arguments->simulated, "With the simulated smear microscope");
  CLI::Option* instrument =
      verb.add_option("--instrument", arguments->instrument, "Configuration (JSON) of the instrument to scan with");
  verb.add_option("--sample-id", arguments->sample.sample_id, "Kept in the smear file")->needs(instrument);
  verb.add_option("--donor", arguments->sample.donor_id, "Whose blood; kept in the smear file")->needs(instrument);
  verb.add_option("--operator", arguments->sample.operator_name, "Kept in the smear file")->needs(instrument);
  verb.add_option("--notes", arguments->sample.notes, "Kept in the smear file")->needs(instrument);
  add_may_move(verb, arguments->may_move)->needs(instrument);
  verb.add_option("--plan", arguments->plan,
                  "Plan (JSON) as --show-plan prints it, instead of region, background, wavelengths and options");
  verb.add_flag("--show-plan", arguments->show_plan, "Print plan and expected time; scan nothing");
  verb.add_option("--resume", arguments->resumed,
                  "Journal of an unfinished smear scan to complete; its smear file gets its name");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace a smear file of this name");
  verb.add_option("--region-um", arguments->region_um,
                  "x, y of the corner, width and height, µm on the stage [simulated: -500,-500,1000,1000]")
      ->delimiter(',')
      ->expected(4);
  verb.add_option("--background-um", arguments->background_um,
                  "x, y, z of a place without cells, µm [of the simulated smear: beside it]")
      ->delimiter(',')
      ->expected(3);
  verb.add_option("--wavelengths", arguments->job.wavelengths_nm, "nm, comma-separated [all that have a filter]")
      ->delimiter(',');
  verb.add_option("--exposures-ms", arguments->job.exposures_ms,
                  "One per wavelength, ms [the configuration's; simulated: 100,3,64]")
      ->delimiter(',');
  verb.add_option("--focus-z-um", arguments->job.focus_z_um, "Where focus is searched first, µm [0]");
  add_flags(verb, arguments->job.scan, "Scan");
  add_flags(verb, arguments->slide, "Simulated smear");
  add_flags(verb, arguments->microscope, "Simulated microscope");
}

}  // namespace tomocyte
