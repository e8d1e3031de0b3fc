#include "app/workflow/workflow.h"

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/checksum.h"
#include "core/options.h"
#include "reconstruction/compute.h"

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

}  // namespace

void reconstruct_scan(Scan& scan, const ReconstructionOptions& options, const ComputeDevice& device,
                      const Progress& progress) {
  validate_options(options);
  if (!scan.holograms && !scan.fields)
    throw InputError("the scan holds neither holograms nor fields", "Open the file that the camera's images are in.");
  std::optional<FieldStack> fields;
  // Fields that came without holograms (another program's) are the measurement; others are recomputed.
  if (scan.holograms)
    fields = retrieve_fields(*scan.holograms, options, device, progress.part(0.0, 0.3, "Retrieving fields"));
  const FieldStack& input = fields ? *fields : *scan.fields;
  Tomogram tomogram = reconstruct(input, options, device, progress.part(0.3, 1.0, "Reconstructing the tomogram"));

  // Nothing of the scan changes before all of it is computed: a cancelled run leaves the old result whole.
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
  Scan scan = simulate_scan(options.simulation, progress.part(0.0, 0.7, "Acquiring"), on_frame);
  reconstruct_scan(scan, options.reconstruction, options.device, progress.part(0.7, 0.95, "Reconstructing"));
  measure_scan(scan, options.measurement, progress.part(0.95, 1.0, "Measuring"));
  return scan;
}

}  // namespace tomocyte
