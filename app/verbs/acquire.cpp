// tomocyte acquire: cells from the simulated microscope, or the positions of a plan with a connected instrument,
// through the engine and its journal, into scan files.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/engine.h"
#include "acquisition/instrument/watchdog.h"
#include "acquisition/simulated_session.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/may_move.h"
#include "app/verbs/model_choice.h"
#include "app/verbs/verbs.h"
#include "app/workflow/instrument_scan.h"
#include "app/workflow/read_background.h"
#include "app/workflow/recorded_place.h"
#include "app/workflow/scan_again.h"
#include "app/workflow/seal.h"
#include "core/error.h"
#include "core/files/scan_file.h"
#include "core/files/text_file.h"

namespace tomocyte {
namespace {

struct AcquireArguments {
  SimulationOptions simulation;
  ScanOptions scan;
  std::vector<std::string> samples = {"monocyte", "b-lymphocyte", "rbc"};
  std::filesystem::path output = "scan.tomocyte.h5";
  std::filesystem::path resumed;     // a journal; empty: a new scan
  std::filesystem::path background;  // a scan file; empty: one is acquired
  bool overwrite = false;
  // With an instrument
  std::filesystem::path instrument;  // its configuration; empty: the simulated session
  std::filesystem::path plan;
  std::filesystem::path again;
  InstrumentScanOptions with_instrument;
  std::string model;      // as in model_choice.h
  bool may_move = false;  // ask_may_move()
};

EngineOptions engine_options(const ScanDescription& description) {
  EngineOptions options;
  options.frame_timeout = kSimulatedFrameTimeout;
  options.measure_illumination = measure_illumination(description.setup, description.carrier.value());
  return options;
}

// The files that the scan will be sealed into are checked before the first frame.
void check_outputs(const std::filesystem::path& output, const ScanPlan& plan, bool overwrite) {
  for (Index position = 1; position < plan.position_count(); ++position)
    refuse_to_overwrite(scan_file_of(output, plan, position), overwrite);
}

nlohmann::ordered_json report_json(const AcquisitionReport& report, const Sealed& sealed, bool simulated) {
  nlohmann::ordered_json json = {{"simulated", simulated}, {"files", nlohmann::ordered_json::array()}};
  for (const auto& file : sealed.files) json["files"].push_back(file.string());
  json["dropped_frames"] = report.dropped_frames;
  json["longest_queue"] = report.longest_queue;
  json["positions"] = nlohmann::ordered_json::array();
  for (const PositionReport& position : report.positions) {
    if (!position.taken_from.empty()) {
      json["positions"].push_back({{"position", position.position}, {"taken_from", position.taken_from}});
      continue;
    }
    json["positions"].push_back({{"position", position.position},
                                 {"attempts", position.attempts},
                                 {"faults", position.faults},
                                 {"scan_s", position.scan_s},
                                 {"exposures", position.exposures},
                                 {"exposure_ms", position.exposure_ms},
                                 {"light_on_s", position.light_on_s}});
  }
  return json;
}

std::string report_text(const AcquisitionReport& report, const Sealed& sealed, bool simulated) {
  std::string text;
  for (const PositionReport& position : report.positions) {
    const std::string name = position.position == 0 ? "background" : fmt::format("position {}", position.position);
    if (!position.taken_from.empty()) {
      text += fmt::format("{:<12} of {}\n", name, position.taken_from);
      continue;
    }
    text += fmt::format("{:<12} {} exposures of {} ms, light on for {:.2f} s\n", name, position.exposures,
                        position.exposure_ms, position.light_on_s);
    for (const std::string& fault : position.faults) text += fmt::format("  scanned again: {}\n", fault);
  }
  for (const auto& file : sealed.files) text += fmt::format("{}\n", file.string());
  return text + fmt::format("{} frames dropped; at most {} waited for the disk.{}", report.dropped_frames,
                            report.longest_queue, simulated ? " SIMULATED." : "");
}

AcquisitionReport run_or_resume(SimulatedSession& session, const ScanPlan& plan, const std::filesystem::path& journal,
                                const AcquireArguments& arguments, const Progress& progress) {
  const bool resumes = !arguments.resumed.empty();
  EngineOptions options = engine_options(session.description());
  if (!arguments.background.empty())
    options.background = std::make_shared<const StoredBackground>(read_background(arguments.background));
  try {
    if (resumes) return resume(session.instrument(), journal, options, progress);
    return acquire(session.instrument(), plan, session.description(), journal, options, progress);
  } catch (const Cancelled&) {
    fmt::print(stderr, "\nWhat was acquired is kept; go on with: tomocyte acquire --resume {}\n", journal.string());
    throw;
  }
}

ScanPlan read_plan(const std::filesystem::path& path) {
  ScanPlan plan;
  naming_the_file(path, [&] { plan = plan_from_json(read_text_file(path)); });
  return plan;
}

// The plan's only position is where the first scan was taken, and what was not typed is as it was then.
void scan_again(const std::filesystem::path& file, bool simulated, ScanPlan& plan, SampleInformation& sample) {
  const Scan first = read_scan(file, {.holograms = false, .fields = false, .tomogram = false, .truth = false});
  naming_the_file(file, [&] { plan.positions = {place_to_return_to(first, simulated).position}; });
  const SampleInformation known = information_to_scan_again(first, file);
  if (sample.sample_id.empty()) sample.sample_id = known.sample_id;
  if (sample.donor_id.empty()) sample.donor_id = known.donor_id;
  if (!sample.medium_index) sample.medium_index = known.medium_index;
  sample.scans_again = known.scans_again;
}

// --overwrite is meant for other files: the first scan stays.
void refuse_to_replace_first(const std::filesystem::path& first, const std::filesystem::path& output) {
  std::error_code absent;
  if (std::filesystem::equivalent(first, output, absent))
    throw FileError(output, "is the first scan of this cell, which is kept", "Choose another name with -o.");
}

int run_with_instrument(const Context& context, AcquireArguments arguments) {
  const InstrumentConfig config = read_instrument_config(arguments.instrument);
  const auto watchdog = start_watchdog(config);
  const ConnectedInstrument instrument(config);
  InstrumentScanOptions& options = arguments.with_instrument;
  options.background = arguments.background;
  options.device = context.device;
  options.model = model_for(arguments.model, context.device);
  const bool resumes = !arguments.resumed.empty();
  options.output = resumes ? std::filesystem::path(arguments.resumed).replace_extension(".h5") : arguments.output;
  ScanPlan plan = resumes ? ScanJournal(arguments.resumed).plan() : read_plan(arguments.plan);
  if (!arguments.again.empty()) {
    scan_again(arguments.again, instrument.simulated(), plan, options.sample);
    refuse_to_replace_first(arguments.again, options.output);
  }
  check_outputs(options.output, plan, arguments.overwrite);
  print_failed_devices(instrument);
  ask_may_move(instrument, arguments.may_move);
  Terminal terminal(context.quiet);
  const InstrumentScanResult result =
      resumes ? resume_instrument_scan(instrument, arguments.resumed, options, terminal.progress())
              : scan_instrument(instrument, plan, options, terminal.progress());
  terminal.finish_line();
  const Sealed sealed{result.files, {}};
  nlohmann::ordered_json json = report_json(result.report, sealed, instrument.simulated());
  json["unprocessed"] = result.unprocessed;
  std::string text = report_text(result.report, sealed, instrument.simulated());
  for (const std::string& why : result.unprocessed) text += "\nnot reconstructed: " + why;
  print_result(context, json.dump(2), text);
  return kSuccess;
}

int run(const Context& context, const AcquireArguments& arguments) {
  if (!arguments.instrument.empty()) return run_with_instrument(context, arguments);
  const bool resumes = !arguments.resumed.empty();
  const auto journal =
      resumes ? arguments.resumed : std::filesystem::path(arguments.output).replace_extension(".journal");
  const auto output = resumes ? std::filesystem::path(journal).replace_extension(".h5") : arguments.output;
  SimulatedSession session =
      resumes ? SimulatedSession::of(ScanJournal(journal)) : SimulatedSession(arguments.simulation, arguments.samples);
  ScanPlan plan = session.plan();
  plan.options = arguments.scan;
  check_outputs(output, plan, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const AcquisitionReport report =
      run_or_resume(session, plan, journal, arguments, progress.part(0.0, 0.9, "Acquiring (simulated)"));
  const Sealed sealed = seal_journal(
      journal, output, [&](Scan& scan, Index position) { scan.truth = session.truth(position); },
      progress.part(0.9, 1.0, "Sealing"));
  terminal.finish_line();
  print_result(context, report_json(report, sealed, true).dump(2), report_text(report, sealed, true));
  return kSuccess;
}

}  // namespace

void add_acquire(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<AcquireArguments>();
  CLI::App& verb = add_verb(program, context, "acquire",
                            "Acquire cells, crash-safe: from the simulated microscope, or with an instrument", true,
                            [&context, arguments] { return run(context, *arguments); });
  verb.add_option("-o,--output", arguments->output,
                  "Scan file to write; with several cells NAME-01…, NAME-02… [scan.tomocyte.h5]");
  verb.add_option("--resume", arguments->resumed,
                  "Journal of an unfinished scan to complete; its scan files get its name");
  verb.add_option("--background", arguments->background,
                  "Scan file whose background is used instead of acquiring one, when it was recorded under the same "
                  "conditions");
  verb.add_option("--samples", arguments->samples,
                  "Cells on the slide, comma-separated (the kinds of --sample) [monocyte,b-lymphocyte,rbc]")
      ->delimiter(',');
  verb.add_flag("--overwrite", arguments->overwrite, "Replace scan files of these names");
  CLI::Option* instrument = verb.add_option("--instrument", arguments->instrument,
                                            "Configuration (JSON) of the instrument to scan with; each cell is "
                                            "reconstructed and measured while the next is acquired");
  verb.add_option("--plan", arguments->plan, "Plan (JSON): positions, background, angles; docs/hardware.md")
      ->needs(instrument);
  verb.add_option("--again", arguments->again,
                  "Scan file of a cell to scan once more, where it was taken, instead of the plan's positions; sample, "
                  "donor and the sample's medium index are the first scan's unless they are given")
      ->needs("--plan")
      ->excludes("--resume");
  InstrumentScanOptions& with = arguments->with_instrument;
  verb.add_option("--sample-id", with.sample.sample_id, "Kept in the scan files")->needs(instrument);
  verb.add_option("--donor", with.sample.donor_id, "Whose blood; kept in the scan files")->needs(instrument);
  verb.add_option("--sample-medium-index", with.sample.medium_index,
                  "Refractive index of this sample's medium, when it was measured [the configuration's]")
      ->needs(instrument);
  add_model_choice(verb, arguments->model)->needs(instrument);
  add_may_move(verb, arguments->may_move)->needs(instrument);
  verb.add_option("--operator", with.sample.operator_name, "Kept in the scan files")->needs(instrument);
  verb.add_option("--notes", with.sample.notes, "Kept in the scan files")->needs(instrument);
  verb.add_flag("--process,!--no-process", with.process, "Reconstruct and measure every cell [on]")->needs(instrument);
  add_acquire_smear(verb, context);
  add_flags(verb, arguments->scan, "Scan");
  add_flags(verb, arguments->simulation, "Simulation");
}

}  // namespace tomocyte
