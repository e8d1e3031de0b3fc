#include "app/workflow/workflow.h"

#include "core/error.h"
#include "core/options.h"

namespace tomocyte {
namespace {

template <class Options>
Provenance provenance_of(std::string step, const Options& options, const Scan& scan) {
  Provenance record = make_provenance(std::move(step));
  record.options_json = options_to_json(options);
  if (!scan.provenance.empty()) {
    record.input = scan.provenance.front().input;
    record.input_checksum = scan.provenance.front().input_checksum;
  }
  return record;
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
  record.device = describe(device);
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
  scan.provenance.push_back(provenance_of("measurement", options, scan));
}

Scan run_main_job(const MainJobOptions& options, const Progress& progress, const FrameCallback& on_frame) {
  Scan scan = simulate_scan(options.simulation, progress.part(0.0, 0.7, "Acquiring"), on_frame);
  reconstruct_scan(scan, options.reconstruction, options.device, progress.part(0.7, 0.95, "Reconstructing"));
  measure_scan(scan, options.measurement, progress.part(0.95, 1.0, "Measuring"));
  return scan;
}

}  // namespace tomocyte
