// The positions of a plan, scanned with a connected instrument: each is sealed into its scan file, reconstructed and
// measured while the next one is being acquired.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "acquisition/engine.h"
#include "acquisition/instrument/connected_instrument.h"
#include "app/workflow/workflow.h"

namespace tomocyte {

// What the operator says; what is not said stays empty and is not written.
struct SampleInformation {
  std::string sample_id;
  std::string operator_name;
  std::string notes;
  std::string donor_id;
  std::optional<double> medium_index;  // as measured for this sample; absent: the configuration's
  std::filesystem::path scans_again;   // the first scan of the cell that is scanned once more; empty: this is the first
};

struct InstrumentScanOptions {
  SampleInformation sample;
  std::filesystem::path output;  // one position; several get NAME-01, NAME-02 … (scan_file_of)
  bool process = true;           // reconstruct and measure
  ReconstructionOptions reconstruction;
  MeasurementOptions measurement;
  std::shared_ptr<const Model> model;  // null: cells are not classified
  ComputeDevice device;
  std::filesystem::path background;  // a scan file whose background is used; empty: one is acquired
  std::shared_ptr<Pause> pause;      // as EngineOptions::pause
  // On the engine's thread, as EngineOptions::on_frame.
  std::function<void(Index position, Index angle, const CameraFrame& frame)> on_frame;
  FocusCallback on_focus;
};

struct InstrumentScanResult {
  AcquisitionReport report;
  std::vector<std::filesystem::path> files;  // by position
  std::vector<std::string> unprocessed;      // why a file holds no tomogram or no cells; its holograms are whole
};

// The journal stands beside `output` until every position is sealed; after an error or a cancel it is kept, and
// resume_instrument_scan() goes on with it. Throws what acquire(), read_background() and check_calibration() throw.
[[nodiscard]] InstrumentScanResult scan_instrument(const ConnectedInstrument& instrument, const ScanPlan& plan,
                                                   const InstrumentScanOptions& options, const Progress& progress = {});
[[nodiscard]] InstrumentScanResult resume_instrument_scan(const ConnectedInstrument& instrument,
                                                          const std::filesystem::path& journal,
                                                          const InstrumentScanOptions& options,
                                                          const Progress& progress = {});

[[nodiscard]] std::filesystem::path journal_of(const std::filesystem::path& output);

}  // namespace tomocyte
