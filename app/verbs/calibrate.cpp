// tomocyte calibrate: the map from gratings on the DMD to waves in the sample, measured on an instrument.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/instrument/calibrate_dmd.h"
#include "acquisition/instrument/watchdog.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/may_move.h"
#include "app/verbs/verbs.h"
#include "app/workflow/seal.h"
#include "core/error.h"
#include "core/files/text_file.h"

namespace tomocyte {
namespace {

struct CalibrateArguments {
  std::filesystem::path instrument;
  std::filesystem::path output = "dmd-calibration.json";
  std::vector<double> place_um;  // x, y, z; empty: where the stage stands
  bool overwrite = false;
  bool may_move = false;  // ask_may_move()
  CalibrationOptions options;
};

void move_to_place(const ConnectedInstrument& instrument, const std::vector<double>& place_um) {
  const Instrument devices = instrument.for_scan();
  devices.light.set_on(false);
  devices.stage.move_to({place_um[0], place_um[1], place_um[2]});
}

MeasureIllumination measure_with(const ConnectedInstrument& instrument) {
  const auto& setup = instrument.config().setup;
  const auto carrier = instrument.carrier();
  return setup && carrier ? measure_illumination(*setup, *carrier) : MeasureIllumination();
}

std::string result_text(const MeasuredCalibration& c, const std::filesystem::path& output) {
  const dlpc900::DmdCalibration& map = c.calibration;
  return fmt::format(
      "{}: {} patterns\n"
      "  kx = {:.3f} gx {:+.3f} gy {:+.4f} rad/µm\n  ky = {:.3f} gx {:+.3f} gy {:+.4f} rad/µm\n"
      "  distance of the waves from it: {:.4f} rad/µm RMS, at most {:.4f}{}\n"
      "Scans use it with \"calibration_file\": \"{}\" in the options of the instrument's \"modulator\".",
      output.string(), c.pairs.size(), map.xx, map.xy, map.offset.x, map.yx, map.yy, map.offset.y, c.rms_residual,
      c.largest_residual, c.simulated ? "\nSIMULATED." : "", output.string());
}

int calibrate(const Context& context, const CalibrateArguments& arguments) {
  refuse_to_overwrite(arguments.output, arguments.overwrite);
  const InstrumentConfig config =
      arguments.instrument.empty() ? simulated_instrument() : read_instrument_config(arguments.instrument);
  const auto watchdog = start_watchdog(config);
  const ConnectedInstrument instrument(config);
  if (!arguments.place_um.empty()) {
    ask_may_move(instrument, arguments.may_move);
    move_to_place(instrument, arguments.place_um);
  }
  Terminal terminal(context.quiet);
  const MeasuredCalibration result = calibrate_dmd(instrument, measure_with(instrument), arguments.options,
                                                   terminal.progress().part(0.0, 1.0, "Calibrating the DMD"));
  terminal.finish_line();
  const std::string json = calibration_to_json(result);
  write_text_file(arguments.output, json + "\n");
  print_result(context, json, result_text(result, arguments.output));
  return kSuccess;
}

}  // namespace

void add_calibrate(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<CalibrateArguments>();
  CLI::App& verb = add_verb(program, context, "calibrate",
                            "Measure the map from gratings on the DMD to waves in the sample, at a place without one",
                            false, [&context, arguments] { return calibrate(context, *arguments); });
  verb.add_option("--instrument", arguments->instrument,
                  "Configuration (JSON) of the instrument [the simulated microscope]");
  verb.add_option("-o,--output", arguments->output, "Calibration to write (JSON) [dmd-calibration.json]");
  verb.add_option("--at", arguments->place_um, "Place without a sample, X,Y,Z in µm [where the stage stands]")
      ->delimiter(',')
      ->expected(3);
  add_may_move(verb, arguments->may_move);
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
  add_flags(verb, arguments->options, "Calibration");
}

}  // namespace tomocyte
