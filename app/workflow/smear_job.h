// A smear scanned with the simulated smear microscope, from the plan to the smear file: what the command line and the
// window both call.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "acquisition/smear/simulated_smear_session.h"
#include "acquisition/smear/smear_engine.h"

namespace tomocyte {

// A SmearRegion that can be edited: of the default plan.
struct SmearRegionOptions {
  double x_um = -500.0;
  double y_um = -500.0;
  double width_um = 1000.0;
  double height_um = 1000.0;
  [[nodiscard]] SmearRegion region() const { return {x_um, y_um, width_um, height_um}; }
};
template <>
const OptionTable<SmearRegionOptions>& option_table<SmearRegionOptions>();

struct SmearJob {
  SmearSlideOptions slide;
  SmearMicroscopeOptions microscope;
  SmearOptions scan;
  std::optional<SmearRegion> region;   // absent: the session's
  std::vector<double> wavelengths_nm;  // empty: all
  std::vector<double> exposures_ms;    // one per wavelength; empty: the session's
  double focus_z_um = 0.0;
  std::filesystem::path output;
  // Of each tile and wavelength, on the engine's thread.
  std::function<void(const SmearTile& tile, Index wavelength, const CameraFrame& frame)> on_tile;
};

// Throws InputError: a wavelength without a filter, exposures that are not one per wavelength.
[[nodiscard]] SmearPlan smear_plan_of(const SmearJob& job, const SmearPlan& offered);

struct SmearForecast {
  std::size_t tiles = 0;
  FieldSize field;
  double expected_s = 0.0;  // with a real instrument
};
// Checks the plan; moves nothing. Throws InputError.
[[nodiscard]] SmearForecast smear_forecast(const SmearPlan& plan, SimulatedSmearSession& session);

struct SmearResult {
  SmearReport report;
  std::size_t tiles = 0;
};

// The journal stands beside `output` until the smear is sealed. Throws what acquire_smear() and seal_smear() throw.
[[nodiscard]] SmearResult scan_smear(SimulatedSmearSession& session, const SmearPlan& plan, const SmearJob& job,
                                     const Progress& progress = {});
// `session` of the journal; job.output says where the smear file goes.
[[nodiscard]] SmearResult resume_smear_job(SimulatedSmearSession& session, const std::filesystem::path& journal,
                                           const SmearJob& job, const Progress& progress = {});

}  // namespace tomocyte
