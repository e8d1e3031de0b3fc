// A smear scanned with the simulated smear microscope or a connected instrument, from the plan to the smear file: what
// the command line and the window both call.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "acquisition/smear/simulated_smear_session.h"
#include "acquisition/smear/smear_engine.h"
#include "app/workflow/instrument_scan.h"

namespace tomocyte {

// What is asked in the window before a smear is scanned; the places are those of the simulated smear's default plan.
struct SmearRequest {
  std::string sample_id;
  std::string donor_id;
  std::string operator_name;
  std::string notes;
  double x_um = -500.0;
  double y_um = -500.0;
  double width_um = 1000.0;
  double height_um = 1000.0;
  double background_x_um = 11000.0;
  double background_y_um = 0.0;
  double background_z_um = 0.0;
  [[nodiscard]] SmearRegion region() const { return {x_um, y_um, width_um, height_um}; }
  [[nodiscard]] StagePosition background() const { return {background_x_um, background_y_um, background_z_um}; }
  [[nodiscard]] SampleInformation sample() const { return {sample_id, operator_name, notes, donor_id, std::nullopt}; }
};
template <>
const OptionTable<SmearRequest>& option_table<SmearRequest>();

// What smears are scanned with. Whoever made it keeps session or instrument.
struct SmearSource {
  SmearInstrument instrument;
  SmearPlan offered;  // wavelengths, and of the simulated microscope the region and the place of the background
  SmearDescription description;
  // SmearScan::truth_json; empty: nobody knows.
  std::function<std::string(const SmearRegion&, const std::vector<SmearTile>&)> truth;
};
[[nodiscard]] SmearSource smear_source(SimulatedSmearSession& session);
// Throws DeviceError naming what is not connected, InputError when the configuration has no "smear".
[[nodiscard]] SmearSource smear_source(const ConnectedInstrument& instrument, const SampleInformation& sample);

struct SmearJob {
  SmearOptions scan;
  std::optional<SmearRegion> region;        // absent: the offered one
  std::optional<StagePosition> background;  // absent: the offered one
  std::vector<double> wavelengths_nm;       // empty: all
  std::vector<double> exposures_ms;         // one per wavelength; empty: the offered ones
  double focus_z_um = 0.0;
  std::filesystem::path output;
  std::shared_ptr<Pause> pause;  // as SmearEngineOptions::pause
  // Of each tile and wavelength, on the engine's thread.
  std::function<void(const SmearTile& tile, Index wavelength, const CameraFrame& frame)> on_tile;
};

// Throws InputError: a wavelength without a filter, exposures that are not one per wavelength, no region.
[[nodiscard]] SmearPlan smear_plan_of(const SmearJob& job, const SmearPlan& offered);

struct SmearForecast {
  std::size_t tiles = 0;
  FieldSize field;
  double expected_s = 0.0;  // with a real instrument
};
// Checks the plan; moves nothing. Throws InputError.
[[nodiscard]] SmearForecast smear_forecast(const SmearPlan& plan, const SmearSource& source);
// "70 tiles of 161 x 121 µm at 3 wavelengths, about 210 s".
[[nodiscard]] std::string to_string(const SmearForecast& forecast, const SmearPlan& plan);

struct SmearResult {
  SmearReport report;
  std::size_t tiles = 0;
};

// The journal stands beside `output` until the smear is sealed. Throws what acquire_smear() and seal_smear() throw.
[[nodiscard]] SmearResult scan_smear(const SmearSource& source, const SmearPlan& plan, const SmearJob& job,
                                     const Progress& progress = {});
// job.output says where the smear file goes; its plan is the journal's.
[[nodiscard]] SmearResult resume_smear_job(const SmearSource& source, const std::filesystem::path& journal,
                                           const SmearJob& job, const Progress& progress = {});

}  // namespace tomocyte
