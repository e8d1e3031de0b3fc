// tomocyte acquire smear: a region of a blood smear at several wavelengths in the deep ultraviolet, tile by tile,
// through the smear engine and its journal, into a smear file.
#include <fmt/format.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/smear/simulated_smear_session.h"
#include "acquisition/smear/smear_engine.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/instrument_scan.h"
#include "app/workflow/seal_smear.h"
#include "core/error.h"

namespace tomocyte {
namespace {

struct Arguments {
  SmearSlideOptions slide;
  SmearMicroscopeOptions microscope;
  SmearOptions scan;
  std::vector<double> region_um;       // x, y, width, height; empty: the session's
  std::vector<double> wavelengths_nm;  // empty: all
  std::vector<double> exposures_ms;    // one per wavelength; empty: the session's
  double focus_z_um = 0.0;
  bool simulated = false;
  std::filesystem::path output = "smear.tomocyte.h5";
  std::filesystem::path resumed;  // a journal; empty: a new scan
  bool overwrite = false;
};

SmearWavelength wavelength_of(const SmearPlan& offered, double wavelength_nm) {
  for (const SmearWavelength& w : offered.wavelengths)
    if (w.wavelength_nm == wavelength_nm) return w;
  throw InputError(fmt::format("there is no filter for {} nm", wavelength_nm), "Choose from 260, 280 and 300 nm.");
}

SmearPlan plan_of(const Arguments& arguments, const SmearPlan& offered) {
  SmearPlan plan = offered;
  plan.options = arguments.scan;
  plan.focus_z_um = arguments.focus_z_um;
  if (const auto& r = arguments.region_um; !r.empty()) plan.region = {r.at(0), r.at(1), r.at(2), r.at(3)};
  if (!arguments.wavelengths_nm.empty()) plan.wavelengths.clear();
  for (const double wavelength_nm : arguments.wavelengths_nm)
    plan.wavelengths.push_back(wavelength_of(offered, wavelength_nm));
  if (arguments.exposures_ms.empty()) return plan;
  if (arguments.exposures_ms.size() != plan.wavelengths.size())
    throw InputError(fmt::format("{} exposures were given for {} wavelengths", arguments.exposures_ms.size(),
                                 plan.wavelengths.size()),
                     "Give one per wavelength.");
  for (std::size_t i = 0; i < plan.wavelengths.size(); ++i) plan.wavelengths[i].exposure_ms = arguments.exposures_ms[i];
  return plan;
}

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

SmearReport run_or_resume(SimulatedSmearSession& session, const SmearPlan& plan, const std::filesystem::path& journal,
                          bool resumes, const Progress& progress) {
  try {
    if (resumes) return resume_smear(session.instrument(), journal, {}, progress);
    return acquire_smear(session.instrument(), plan, session.description(), journal, {}, progress);
  } catch (const Cancelled&) {
    fmt::print(stderr, "\nWhat was acquired is kept; go on with: tomocyte acquire smear --simulated --resume {}\n",
               journal.string());
    throw;
  }
}

int run(const Context& context, const Arguments& arguments) {
  if (!arguments.simulated)
    throw InputError("smears are scanned with the simulated microscope only", "Add --simulated.");
  const bool resumes = !arguments.resumed.empty();
  const auto journal = resumes ? arguments.resumed : journal_of(arguments.output);
  const auto output = resumes ? std::filesystem::path(journal).replace_extension(".h5") : arguments.output;
  refuse_to_overwrite(output, arguments.overwrite);
  SimulatedSmearSession session = resumes ? SimulatedSmearSession::of(SmearJournal(journal))
                                          : SimulatedSmearSession(arguments.slide, arguments.microscope);
  const SmearPlan plan = resumes ? SmearJournal(journal).plan() : plan_of(arguments, session.plan());
  const FieldSize field = session.description().field();
  check_smear_plan(plan, field, session.instrument());
  const std::size_t tiles = smear_raster(plan.region, field, plan.options.overlap).size();
  if (!context.quiet)
    fmt::print(stderr, "{} tiles of {:.0f} x {:.0f} µm at {} wavelengths, about {:.0f} s with a real instrument\n",
               tiles, field.width_um, field.height_um, plan.wavelengths.size(),
               expected_time_s(plan, field, session.instrument().stage));
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const SmearReport report =
      run_or_resume(session, plan, journal, resumes, progress.part(0.0, 0.9, "Acquiring (simulated)"));
  seal_smear(
      journal, output, [&](SmearScan& scan) { scan.truth_json = session.truth_json(scan.region, scan.tiles); },
      progress.part(0.9, 1.0, "Sealing"));
  terminal.finish_line();
  std::string text = focus_text(report);
  for (const PositionReport& position : report.positions)
    for (const std::string& fault : position.faults)
      text += fmt::format("position {} was scanned again: {}\n", position.position, fault);
  print_result(context, report_json(report, output, tiles).dump(2),
               fmt::format("{}{}: {} tiles; at most {} frames waited for the disk. SIMULATED.", text, output.string(),
                           tiles, report.longest_queue));
  return kSuccess;
}

}  // namespace

void add_acquire_smear(CLI::App& acquire, Context& context) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& verb = add_verb(acquire, context, "smear", "Scan a blood smear in the deep ultraviolet, crash-safe", false,
                            [&context, arguments] { return run(context, *arguments); });
  verb.add_option("-o,--output", arguments->output, "Smear file to write [smear.tomocyte.h5]");
  verb.add_flag("--simulated", arguments->simulated, "With the simulated smear microscope");
  verb.add_option("--resume", arguments->resumed,
                  "Journal of an unfinished smear scan to complete; its smear file gets its name");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace a smear file of this name");
  verb.add_option("--region-um", arguments->region_um,
                  "x, y of the corner, width and height, µm on the stage [-500,-500,1000,1000]")
      ->delimiter(',')
      ->expected(4);
  verb.add_option("--wavelengths", arguments->wavelengths_nm, "nm, comma-separated [260,280,300]")->delimiter(',');
  verb.add_option("--exposures-ms", arguments->exposures_ms, "One per wavelength, ms [100,3,64]")->delimiter(',');
  verb.add_option("--focus-z-um", arguments->focus_z_um, "Where focus is searched first, µm [0]");
  add_flags(verb, arguments->scan, "Scan");
  add_flags(verb, arguments->slide, "Simulated smear");
  add_flags(verb, arguments->microscope, "Simulated microscope");
}

}  // namespace tomocyte
