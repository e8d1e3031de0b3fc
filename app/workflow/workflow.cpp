#include "app/workflow/workflow.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/workflow/classify_scan.h"
#include "app/workflow/live_retrieval.h"
#include "core/compute/compute.h"
#include "core/error.h"
#include "core/files/checksum.h"
#include "core/options.h"
#include "reconstruction/frame_quality.h"

namespace tomocyte {
namespace {

template <class Options>
Provenance provenance_of(std::string step, const Options& options, const Scan& scan) {
  Provenance record = make_provenance(std::move(step));
  record.options_json = options_to_json(options);
  if (!scan.provenance.empty()) record.input = scan.provenance.front().input;
  return record;
}

// Of the measurement itself, not of the file around it: the same whether it came from disk or from the camera.
std::string measurement_checksum(const Scan& scan) {
  return scan.holograms ? checksum(std::as_bytes(scan.holograms->holograms.values()))
                        : checksum(std::as_bytes(scan.fields->field.values()));
}

// Under the name that imports use for what a file did not say.
void note_assumed_sign(Provenance& record) {
  auto options = nlohmann::ordered_json::parse(record.options_json);
  options["assumed"] = {"phase_sign"};
  record.options_json = options.dump();
}

// From `fields`, or from the scan's own. Nothing of the scan changes before all of it is computed: a cancelled run
// leaves the old result whole.
void add_tomogram(Scan& scan, std::optional<FieldStack> fields, const ReconstructionOptions& options,
                  const ComputeDevice& device, const Progress& progress) {
  Tomogram tomogram = reconstruct(fields ? *fields : *scan.fields, options, device, progress);
  Provenance record = provenance_of("reconstruction", options, scan);
  if (fields && fields->sign_assumed) note_assumed_sign(record);
  record.device = describe(device);
  record.input_checksum = measurement_checksum(scan);
  if (fields) scan.fields = std::move(fields);
  scan.tomogram = std::move(tomogram);
  scan.labels = {};
  scan.cells.clear();
  scan.provenance.push_back(std::move(record));
}

}  // namespace

void reconstruct_scan(Scan& scan, const ReconstructionOptions& options, const ComputeDevice& device,
                      const Progress& progress) {
  validate_options(options);
  if (!scan.holograms && !scan.fields)
    throw InputError("the scan holds neither holograms nor fields", "Open the file that the camera's images are in.");
  // Said before the holograms are looked at: whoever opens a single picture is not sent to mend its carrier first.
  const Index angles = scan.holograms ? scan.holograms->holograms.shape(0) : scan.fields->field.shape(0);
  if (angles < kFewestAngles)
    throw InputError(fmt::format("a tomogram needs at least {} angles; the scan has {}", kFewestAngles, angles),
                     "Record more angles. A single hologram gives its amplitude and phase: tomocyte reconstruct "
                     "--fields-only, or tomocyte "
                     "render --view hologram.");
  std::optional<FieldStack> fields;
  // Fields that came without holograms (another program's) are the measurement; others are recomputed.
  if (scan.holograms)
    fields = retrieve_fields(*scan.holograms, options, device, progress.part(0.0, 0.3, "Retrieving fields"));
  add_tomogram(scan, std::move(fields), options, device, progress.part(0.3, 1.0, "Reconstructing the tomogram"));
}

void retrieve_scan_fields(Scan& scan, const ReconstructionOptions& options, const ComputeDevice& device,
                          const Progress& progress) {
  validate_options(options);
  if (!scan.holograms)
    throw InputError("the scan holds no holograms", "Open the file that the camera's images are in.");
  FieldStack fields = retrieve_fields(*scan.holograms, options, device, progress.part(0.0, 1.0, "Retrieving fields"));
  Provenance record = provenance_of("field retrieval", options, scan);
  if (fields.sign_assumed) note_assumed_sign(record);
  record.device = describe(device);
  record.input_checksum = measurement_checksum(scan);
  scan.fields = std::move(fields);
  scan.tomogram.reset();
  scan.labels = {};
  scan.cells.clear();
  scan.provenance.push_back(std::move(record));
}

void measure_scan(Scan& scan, const MeasurementOptions& options, const Progress& progress) {
  validate_options(options);
  if (!scan.tomogram) throw InputError("the scan holds no tomogram to measure", "Reconstruct it first.");
  Measurement measurement = measure_cells(*scan.tomogram, options, progress.part(0.0, 1.0, "Measuring cells"));
  scan.labels = std::move(measurement.labels);
  scan.cells = std::move(measurement.cells);
  Provenance record = provenance_of("measurement", options, scan);
  record.input_checksum = checksum(std::as_bytes(scan.tomogram->ri.values()));
  scan.provenance.push_back(std::move(record));
}

Scan run_main_job(const MainJobOptions& options, const Progress& progress, const FrameCallback& on_frame) {
  validate_options(options.reconstruction);
  LiveRetrieval retrieval(options.reconstruction);
  Scan scan = simulate_scan(options.simulation, progress.part(0.0, 0.7, "Acquiring"),
                            [&](Index angle, const HologramStack& so_far) {
                              retrieval.add(angle, so_far);
                              if (on_frame) on_frame(angle, so_far);
                            });
  check_exposure(*scan.holograms);
  add_tomogram(scan, retrieval.finish(), options.reconstruction, options.device,
               progress.part(0.7, 0.95, "Reconstructing the tomogram"));
  measure_scan(scan, options.measurement, progress.part(0.95, 0.98, "Measuring"));
  if (options.model) classify_scan(scan, *options.model, progress.part(0.98, 1.0, ""));
  return scan;
}

}  // namespace tomocyte
