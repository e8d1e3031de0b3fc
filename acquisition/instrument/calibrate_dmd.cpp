#include "acquisition/instrument/calibrate_dmd.h"

#include <fmt/format.h>

#include <cmath>

#include "acquisition/frame_sequence.h"
#include "acquisition/illumination_scan.h"
#include "acquisition/safe_state.h"
#include "core/error.h"
#include "core/provenance.h"

namespace tomocyte {
namespace {

constexpr std::size_t kFewestPatterns = 6;  // twice what the map needs: the rest tells whether it fits

void check_ready(const ConnectedInstrument& instrument) {
  if (!instrument.calibration())
    throw InputError("the instrument's DMD takes no gratings", "Use a DMD with \"optics\" in its configuration.");
  if (!instrument.config().setup)
    throw InputError("the instrument's optical setup is not known", "Enter \"setup\" in its configuration.");
  if (!instrument.carrier())
    throw InputError("the reference wave is not known",
                     "Measure it with normal illumination and enter \"carrier_rad_per_um\" in the configuration.");
  if (instrument.camera() && instrument.camera()->streaming())
    throw DeviceError("the camera streams a live view", "Stop it first.");
}

WaveVector measured_wave(const Instrument& devices, std::size_t index, const MeasureIllumination& measure) {
  devices.modulator.display(index);
  const CameraFrame frame = devices.camera.snap();
  if (is_dark(frame, devices.camera.bit_depth()))
    throw DeviceError(fmt::format("pattern {} gives no light on the camera", index + 1),
                      "Check the light, the pinhole and the exposure.");
  try {
    return measure(frame.counts.view());
  } catch (const InputError& error) {
    throw InputError(fmt::format("pattern {} gives no fringes: {}", index + 1, error.what()), error.remedy());
  }
}

double residual_of(const dlpc900::DmdCalibration& map, const dlpc900::CalibrationPair& pair) {
  const WaveVector wave = map.illumination(pair.grating);
  return std::hypot(wave.x - pair.illumination.x, wave.y - pair.illumination.y);
}

MeasuredCalibration fitted(std::vector<dlpc900::CalibrationPair> pairs, double max_residual) {
  const dlpc900::CalibrationFit fit = dlpc900::fit_calibration(pairs);
  MeasuredCalibration result{fit.calibration, std::move(pairs), fit.rms_residual};
  std::size_t worst = 0;
  for (std::size_t i = 0; i < result.pairs.size(); ++i)
    if (const double residual = residual_of(fit.calibration, result.pairs[i]); residual > result.largest_residual) {
      result.largest_residual = residual;
      worst = i;
    }
  if (result.largest_residual > max_residual)
    throw InputError(
        fmt::format("the patterns do not fit one linear map: pattern {} of {} lies {:.3f} rad/µm from it, {} rad/µm "
                    "are allowed ({:.3f} RMS)",
                    worst + 1, result.pairs.size(), result.largest_residual, max_residual, result.rms_residual),
        "Check the pinhole that selects the order, vibration, and that the place is free of samples.");
  return result;
}

std::string name_of(const Device& device) {
  const DeviceIdentity identity = device.identity();
  return fmt::format("{} {} {}", identity.vendor, identity.model, identity.serial);
}

}  // namespace

template <>
const OptionTable<CalibrationOptions>& option_table<CalibrationOptions>() {
  using O = CalibrationOptions;
  static const OptionTable<O> table = {
      {&O::patterns, "patterns", "", "waves to measure, on a spiral", kFewestPatterns, 400, {}},
      {&O::illumination_na, "illumination-na", "", "aperture of the outermost wave", 0.05, 1.5, {}},
      {&O::exposure_ms, "exposure-ms", "ms", "exposure of one frame", 0.01, 10000.0, {}},
      {&O::max_residual_rad_per_um,
       "max-residual-rad-per-um",
       "rad/µm",
       "largest distance of a measured wave from the fitted map",
       1e-4,
       10.0,
       {}},
  };
  return table;
}

RecordedConditions calibration_conditions(const ConnectedInstrument& instrument) {
  using enum ValueSource;
  RecordedConditions conditions{utc_now(), {}};
  auto& values = conditions.values;
  values.push_back({"simulated", "", std::string(instrument.simulated() ? "yes" : "no"), kSet});
  if (instrument.camera()) values.push_back({"camera", "", name_of(*instrument.camera()), kSet});
  if (instrument.modulator()) values.push_back({"DMD", "", name_of(*instrument.modulator()), kSet});
  if (const auto& setup = instrument.config().setup) {
    values.push_back({"wavelength", "µm", setup->wavelength_um, kTyped});
    values.push_back({"pixel size", "µm", setup->pixel_size_um, kTyped});
  }
  if (const auto carrier = instrument.carrier()) {
    const ValueSource source = instrument.config().carrier ? kTyped : kSet;  // set: by the simulated microscope
    values.push_back({"carrier x", "rad/µm", carrier->x, source});
    values.push_back({"carrier y", "rad/µm", carrier->y, source});
  }
  return conditions;
}

MeasuredCalibration calibrate_dmd(const ConnectedInstrument& instrument, const MeasureIllumination& measure,
                                  const CalibrationOptions& options, const Progress& progress) {
  validate_options(options);
  check_ready(instrument);
  const Instrument devices = instrument.for_scan();
  ScanDescription description;
  description.simulated = instrument.simulated();
  description.setup = *instrument.config().setup;
  ScanPlan plan;
  plan.illumination = spiral_scan(description.setup, options.illumination_na, options.patterns);
  SafeState safe(devices);
  devices.camera.set_exposure_ms(options.exposure_ms);
  std::vector<IlluminationPattern> sequence;
  for (const WaveVector& k : plan.illumination) sequence.push_back({k, plan.time_multiplexed});
  progress.report(0.0);
  devices.modulator.upload(sequence);
  std::vector<dlpc900::CalibrationPair> pairs;
  {
    const LightOn light(devices.light);
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      progress.report(static_cast<double>(i) / static_cast<double>(sequence.size()));
      pairs.push_back(
          {instrument.calibration()->map.grating(plan.illumination[i]), measured_wave(devices, i, measure)});
    }
  }
  MeasuredCalibration result = fitted(std::move(pairs), options.max_residual_rad_per_um);
  result.simulated = instrument.simulated();
  result.conditions = calibration_conditions(instrument);
  result.acquired_with = scan_conditions(devices, plan, description);
  if (const std::string problem = safe.make_safe(); !problem.empty())
    throw DeviceError(problem, "Switch the light off at the device before anything else.");
  return result;
}

void check_calibration(const ConnectedInstrument& instrument, double max_age_h) {
  const auto& used = instrument.calibration();
  if (!used || !used->measured) return;
  const std::string reason =
      why_not_reusable(used->measured->conditions, calibration_conditions(instrument), max_age_h);
  if (!reason.empty())
    throw InputError(fmt::format("the calibration of the DMD, {}, does not hold: {}", used->file.string(), reason),
                     "Calibrate it anew: tomocyte calibrate.");
}

}  // namespace tomocyte
