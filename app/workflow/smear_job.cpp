#include "app/workflow/smear_job.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "app/workflow/seal_smear.h"
#include "core/error.h"

namespace tomocyte {
namespace {

SmearWavelength wavelength_of(const SmearPlan& offered, double wavelength_nm) {
  for (const SmearWavelength& w : offered.wavelengths)
    if (w.wavelength_nm == wavelength_nm) return w;
  std::vector<double> known;
  for (const SmearWavelength& w : offered.wavelengths) known.push_back(w.wavelength_nm);
  throw InputError(fmt::format("there is no filter for {} nm", wavelength_nm),
                   fmt::format("Choose from {} nm.", fmt::join(known, ", ")));
}

SmearEngineOptions engine_options(const SmearJob& job, const std::vector<SmearTile>& raster) {
  SmearEngineOptions engine;
  engine.pause = job.pause;
  if (job.on_tile)
    engine.on_frame = [&job, raster](Index position, Index wavelength, const CameraFrame& frame) {
      if (position > 0) job.on_tile(raster[static_cast<std::size_t>(position - 1)], wavelength, frame);
    };
  return engine;
}

// `acquires` fills the journal.
template <class Acquires>
SmearResult acquire_and_seal(const SmearSource& source, const SmearPlan& plan, const std::filesystem::path& journal,
                             const SmearJob& job, const Progress& progress, const Acquires& acquires) {
  const std::vector<SmearTile> raster = smear_raster(plan.region, source.description.field(), plan.options.overlap);
  const char* what = source.description.simulated ? "Acquiring (simulated)" : "Acquiring";
  SmearResult result;
  result.tiles = raster.size();
  result.report = acquires(engine_options(job, raster), progress.part(0.0, 0.9, what));
  const auto complete = [&](SmearScan& scan) {
    if (source.truth) scan.truth_json = source.truth(scan.region, scan.tiles);
  };
  seal_smear(journal, job.output, complete, progress.part(0.9, 1.0, "Sealing"));
  return result;
}

}  // namespace

template <>
const OptionTable<SmearRequest>& option_table<SmearRequest>() {
  using O = SmearRequest;
  static const OptionTable<O> table = {
      {&O::sample_id, "sample-id", "", "kept in the smear file", 0, 0, {}},
      {&O::donor_id, "donor", "", "whose blood; may be empty", 0, 0, {}},
      {&O::operator_name, "operator", "", "kept in the smear file", 0, 0, {}},
      {&O::notes, "notes", "", "kept in the smear file", 0, 0, {}},
      {&O::x_um, "region-x-um", "µm", "corner of least x", -1e6, 1e6, {}},
      {&O::y_um, "region-y-um", "µm", "corner of least y", -1e6, 1e6, {}},
      {&O::width_um, "region-width-um", "µm", "of the region", 1.0, 1e5, {}},
      {&O::height_um, "region-height-um", "µm", "of the region", 1.0, 1e5, {}},
      {&O::background_x_um, "background-x-um", "µm", "a place without cells", -1e6, 1e6, {}},
      {&O::background_y_um, "background-y-um", "µm", "of that place", -1e6, 1e6, {}},
      {&O::background_z_um, "background-z-um", "µm", "of that place", -1e6, 1e6, {}},
  };
  return table;
}

SmearSource smear_source(SimulatedSmearSession& session) {
  return {session.instrument(), session.plan(), session.description(),
          [&session](const SmearRegion& region, const std::vector<SmearTile>& tiles) {
            return session.truth_json(region, tiles);
          }};
}

SmearSource smear_source(const ConnectedInstrument& instrument, const SampleInformation& sample) {
  if (!instrument.config().smear)
    throw InputError(fmt::format("{} is no smear microscope", instrument.config().name),
                     "Enter \"smear\" (pixel size, numerical aperture, wavelengths) in its configuration.");
  const SmearOptics& optics = *instrument.config().smear;
  SmearSource source{instrument.for_smear_scan(), {}, {}, {}};
  source.offered.wavelengths = optics.wavelengths;
  SmearDescription& description = source.description;
  description.sample_id = sample.sample_id;
  description.simulated = instrument.simulated();
  description.pixel_size_um = optics.pixel_size_um;
  description.numerical_aperture = optics.numerical_aperture;
  description.bit_depth = source.instrument.camera.bit_depth();
  description.frame_shape = source.instrument.camera.frame_shape();
  nlohmann::ordered_json said = nlohmann::ordered_json::object();
  if (!sample.operator_name.empty()) said["operator"] = sample.operator_name;
  if (!sample.donor_id.empty()) said["donor_id"] = sample.donor_id;
  if (!sample.notes.empty()) said["notes"] = sample.notes;
  description.provenance = make_provenance("acquisition");
  description.provenance.options_json = said.dump();
  description.provenance.device = describe(instrument);
  description.provenance.input = sample.sample_id;
  return source;
}

SmearPlan smear_plan_of(const SmearJob& job, const SmearPlan& offered) {
  SmearPlan plan = offered;
  plan.options = job.scan;
  plan.focus_z_um = job.focus_z_um;
  if (job.region) plan.region = *job.region;
  if (job.background) plan.background = *job.background;
  if (!job.background && !(offered.region.width_um > 0.0))
    throw InputError("the place of the background is not given", "Give x, y, z of a place without cells, µm.");
  if (!(plan.region.width_um > 0.0) || !(plan.region.height_um > 0.0))
    throw InputError("the smear's region is not given", "Give its corner, width and height, µm on the stage.");
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

SmearForecast smear_forecast(const SmearPlan& plan, const SmearSource& source) {
  const FieldSize field = source.description.field();
  check_smear_plan(plan, field, source.instrument);
  return {smear_raster(plan.region, field, plan.options.overlap).size(), field,
          expected_time_s(plan, field, source.instrument.stage)};
}

std::string to_string(const SmearForecast& forecast, const SmearPlan& plan) {
  return fmt::format("{} tiles of {:.0f} x {:.0f} µm at {} wavelengths, about {:.0f} s with a real instrument",
                     forecast.tiles, forecast.field.width_um, forecast.field.height_um, plan.wavelengths.size(),
                     forecast.expected_s);
}

SmearResult scan_smear(const SmearSource& source, const SmearPlan& plan, const SmearJob& job,
                       const Progress& progress) {
  const std::filesystem::path journal = journal_of(job.output);
  return acquire_and_seal(source, plan, journal, job, progress,
                          [&](const SmearEngineOptions& engine, const Progress& part) {
                            return acquire_smear(source.instrument, plan, source.description, journal, engine, part);
                          });
}

SmearResult resume_smear_job(const SmearSource& source, const std::filesystem::path& journal, const SmearJob& job,
                             const Progress& progress) {
  return acquire_and_seal(source, SmearJournal(journal).plan(), journal, job, progress,
                          [&](const SmearEngineOptions& engine, const Progress& part) {
                            return resume_smear(source.instrument, journal, engine, part);
                          });
}

}  // namespace tomocyte
