// The few functions that chain the stages: what the command line and the window both call.
#pragma once

#include <filesystem>
#include <memory>

#include "acquisition/simulate.h"
#include "core/compute_device.h"
#include "core/progress.h"
#include "core/scan.h"
#include "inference/measure.h"
#include "inference/models/model.h"
#include "reconstruction/preview.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

// Adds fields and tomogram with provenance; drops cells and labels of an earlier tomogram.
void reconstruct_scan(Scan& scan, const ReconstructionOptions& options, const ComputeDevice& device = {},
                      const Progress& progress = {});

// Adds the fields alone (amplitude and phase of every angle) with provenance, e.g. of a single hologram; drops what an
// earlier tomogram gave. Throws InputError when there are no holograms.
void retrieve_scan_fields(Scan& scan, const ReconstructionOptions& options, const ComputeDevice& device = {},
                          const Progress& progress = {});

// Adds labels and cells with provenance. Throws InputError when there is no tomogram.
void measure_scan(Scan& scan, const MeasurementOptions& options, const Progress& progress = {});

struct MainJobOptions {
  SimulationOptions simulation;
  ReconstructionOptions reconstruction;
  MeasurementOptions measurement;
  std::shared_ptr<const Model> model;  // classifies the cells; null: they are not classified
  ComputeDevice device;
};
// Acquire from the simulated microscope -> reconstruct -> measure -> classify. Fields are retrieved while frames still
// arrive.
[[nodiscard]] Scan run_main_job(const MainJobOptions& options, const Progress& progress = {},
                                const FrameCallback& on_frame = {});

}  // namespace tomocyte
