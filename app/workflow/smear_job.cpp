#include "app/workflow/smear_job.h"

#include <fmt/format.h>

#include "app/workflow/instrument_scan.h"
#include "app/workflow/seal_smear.h"
#include "core/error.h"

namespace tomocyte {
namespace {

SmearWavelength wavelength_of(const SmearPlan& offered, double wavelength_nm) {
  for (const SmearWavelength& w : offered.wavelengths)
    if (w.wavelength_nm == wavelength_nm) return w;
  throw InputError(fmt::format("there is no filter for {} nm", wavelength_nm), "Choose from 260, 280 and 300 nm.");
}

SmearEngineOptions engine_options(const SmearJob& job, const std::vector<SmearTile>& raster) {
  SmearEngineOptions engine;
  if (job.on_tile)
    engine.on_frame = [&job, raster](Index position, Index wavelength, const CameraFrame& frame) {
      if (position > 0) job.on_tile(raster[static_cast<std::size_t>(position - 1)], wavelength, frame);
    };
  return engine;
}

// `acquires` fills the journal.
template <class Acquires>
SmearResult acquire_and_seal(SimulatedSmearSession& session, const SmearPlan& plan,
                             const std::filesystem::path& journal, const SmearJob& job, const Progress& progress,
                             const Acquires& acquires) {
  const std::vector<SmearTile> raster = smear_raster(plan.region, session.description().field(), plan.options.overlap);
  SmearResult result;
  result.tiles = raster.size();
  result.report = acquires(engine_options(job, raster), progress.part(0.0, 0.9, "Acquiring (simulated)"));
  seal_smear(
      journal, job.output, [&](SmearScan& scan) { scan.truth_json = session.truth_json(scan.region, scan.tiles); },
      progress.part(0.9, 1.0, "Sealing"));
  return result;
}

}  // namespace

template <>
const OptionTable<SmearRegionOptions>& option_table<SmearRegionOptions>() {
  using O = SmearRegionOptions;
  static const OptionTable<O> table = {
      {&O::x_um, "region-x-um", "µm", "corner of least x", -1e6, 1e6, {}},
      {&O::y_um, "region-y-um", "µm", "corner of least y", -1e6, 1e6, {}},
      {&O::width_um, "region-width-um", "µm", "of the region", 1.0, 1e5, {}},
      {&O::height_um, "region-height-um", "µm", "of the region", 1.0, 1e5, {}},
  };
  return table;
}

SmearPlan smear_plan_of(const SmearJob& job, const SmearPlan& offered) {
  SmearPlan plan = offered;
  plan.options = job.scan;
  plan.focus_z_um = job.focus_z_um;
  if (job.region) plan.region = *job.region;
  if (!job.wavelengths_nm.empty()) plan.wavelengths.clear();
  for (const double wavelength_nm : job.wavelengths_nm)
    plan.wavelengths.push_back(wavelength_of(offered, wavelength_nm));
  if (job.exposures_ms.empty()) return plan;
  if (job.exposures_ms.size() != plan.wavelengths.size())
    throw InputError(
        fmt::format("{} exposures were given for {} wavelengths", job.exposures_ms.size(), plan.wavelengths.size()),
        "Give one per wavelength.");
  for (std::size_t i = 0; i < plan.wavelengths.size(); ++i) plan.wavelengths[i].exposure_ms = job.exposures_ms[i];
  return plan;
}

SmearForecast smear_forecast(const SmearPlan& plan, SimulatedSmearSession& session) {
  const FieldSize field = session.description().field();
  check_smear_plan(plan, field, session.instrument());
  return {smear_raster(plan.region, field, plan.options.overlap).size(), field,
          expected_time_s(plan, field, session.instrument().stage)};
}

SmearResult scan_smear(SimulatedSmearSession& session, const SmearPlan& plan, const SmearJob& job,
                       const Progress& progress) {
  const std::filesystem::path journal = journal_of(job.output);
  return acquire_and_seal(
      session, plan, journal, job, progress, [&](const SmearEngineOptions& engine, const Progress& part) {
        return acquire_smear(session.instrument(), plan, session.description(), journal, engine, part);
      });
}

SmearResult resume_smear_job(SimulatedSmearSession& session, const std::filesystem::path& journal, const SmearJob& job,
                             const Progress& progress) {
  return acquire_and_seal(session, SmearJournal(journal).plan(), journal, job, progress,
                          [&](const SmearEngineOptions& engine, const Progress& part) {
                            return resume_smear(session.instrument(), journal, engine, part);
                          });
}

}  // namespace tomocyte
