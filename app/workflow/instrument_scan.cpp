#include "app/workflow/instrument_scan.h"

#include <fmt/format.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "acquisition/instrument/calibrate_dmd.h"
#include "acquisition/simulated_faults.h"
#include "acquisition/simulated_microscope.h"
#include "app/workflow/classify_scan.h"
#include "app/workflow/read_background.h"
#include "app/workflow/seal.h"
#include "core/error.h"
#include "core/repeated_scan.h"

namespace tomocyte {
namespace {

// Seals and processes positions on a thread of its own, as the engine leaves them behind.
class PositionWorker {
 public:
  PositionWorker(std::filesystem::path journal, const InstrumentScanOptions& options)
      : journal_(std::move(journal)), options_(options), thread_([this](const std::stop_token& stop) { work(stop); }) {}

  // The engine has left this position: its record is in the journal, or on its way there.
  void add(Index position) {
    const std::lock_guard lock(mutex_);
    waiting_.insert(position);
    changed_.notify_one();
  }

  // Ends the thread (after the position that it works on) and does the rest here.
  InstrumentScanResult finish(const Progress& progress) {
    thread_.request_stop();
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    const ScanJournal journal(journal_);
    const auto complete = journal.complete_positions();
    for (const Index position : complete)
      if (position > 0 && !files_.contains(position))
        seal(journal, position, progress.part(0.0, 1.0, "Sealing and reconstructing"));
    InstrumentScanResult result;
    for (const auto& [position, file] : files_) result.files.push_back(file);
    result.unprocessed = unprocessed_;
    if (static_cast<Index>(complete.size()) == journal.plan().position_count()) std::filesystem::remove(journal_);
    return result;
  }

 private:
  void work(const std::stop_token& stop) {
    const Progress progress({}, stop);
    try {
      while (const std::optional<Index> position = next(stop)) {
        const ScanJournal journal(journal_);
        if (journal.complete(*position))
          seal(journal, *position, progress);
        else
          retry(*position, stop);
      }
    } catch (const Cancelled&) {
      return;  // finish() does what is left, if it is called
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  std::optional<Index> next(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [this] { return !waiting_.empty(); });
    if (stop.stop_requested()) return std::nullopt;
    return waiting_.extract(waiting_.begin()).value();
  }

  // The position's last record still waits for the disk.
  void retry(Index position, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    waiting_.insert(position);
    changed_.wait_for(lock, stop, std::chrono::milliseconds(100), [] { return false; });
  }

  void seal(const ScanJournal& journal, Index position, const Progress& progress) {
    const auto complete = [&](Scan& scan, Index) {
      if (options_.process) process(scan, position, progress);
    };
    files_[position] = seal_position(journal, position, options_.output, complete, progress);
  }

  // A cell that cannot be reconstructed is no reason to lose its holograms, or the cells after it.
  void process(Scan& scan, Index position, const Progress& progress) {
    try {
      reconstruct_scan(scan, options_.reconstruction, options_.device, progress);
      measure_scan(scan, options_.measurement, progress);
      if (options_.model) classify_scan(scan, *options_.model, progress);
    } catch (const InputError& error) {
      unprocessed_.push_back(fmt::format("position {}: {}", position, error.what()));
    }
  }

  std::filesystem::path journal_;
  const InstrumentScanOptions& options_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::set<Index> waiting_;
  // Of the worker, and of finish() when the worker has ended.
  std::map<Index, std::filesystem::path> files_;
  std::vector<std::string> unprocessed_;
  std::exception_ptr failure_;
  std::jthread thread_;
};

std::string calibration_text(const dlpc900::DmdCalibration& map) {
  return fmt::format("{:.6g} {:.6g} {:.6g} {:.6g} offset {:.6g} {:.6g}", map.xx, map.xy, map.yx, map.yy, map.offset.x,
                     map.offset.y);
}

// All of a measured one; what was typed has no date and no residual.
nlohmann::ordered_json calibration_json(const UsedCalibration& used) {
  if (!used.measured) return {{"source", "typed"}, {"map", calibration_text(used.map)}};
  return {{"source", "measured"},
          {"file", used.file.string()},
          {"content", nlohmann::ordered_json::parse(calibration_to_json(*used.measured))}};
}

ScanDescription description_of(const ConnectedInstrument& instrument, const ScanPlan& plan,
                               const SampleInformation& sample) {
  const Instrument devices = instrument.for_scan();
  if (!instrument.config().setup)
    throw InputError("the instrument's optical setup is not known", "Enter \"setup\" in its configuration.");
  nlohmann::ordered_json options = nlohmann::ordered_json::parse(options_to_json(plan.options));
  if (!sample.operator_name.empty()) options["operator"] = sample.operator_name;
  if (!sample.notes.empty()) options["notes"] = sample.notes;
  if (!sample.scans_again.empty()) options[kScansAgain] = sample.scans_again.string();
  options["medium_index_source"] = sample.medium_index ? "typed" : "configuration";
  if (instrument.calibration()) options["dmd_calibration"] = calibration_json(*instrument.calibration());
  ScanDescription description;
  description.sample_id = sample.sample_id;
  description.donor_id = sample.donor_id;
  description.simulated = instrument.simulated();
  description.setup = *instrument.config().setup;
  if (sample.medium_index) description.setup.medium_index = *sample.medium_index;
  description.carrier = instrument.carrier();
  description.bit_depth = devices.camera.bit_depth();
  description.frame_shape = devices.camera.frame_shape();
  if (const auto& used = instrument.calibration())
    description.conditions.push_back({"DMD calibration", "", calibration_text(used->map),
                                      used->measured ? ValueSource::kMeasured : ValueSource::kTyped});
  description.provenance = make_provenance("acquisition");
  description.provenance.options_json = options.dump();
  description.provenance.device = describe(instrument);
  description.provenance.input = sample.sample_id;
  return description;
}

// What the simulated microscope's disk faults do to a record.
void rehearse_disk(const SimulatedFaults& faults, const std::filesystem::path& journal) {
  if (faults.disk_full)
    throw FileError(journal, "no space left on the disk (rehearsed by the simulated microscope)",
                    "Free some space and resume the scan; what was acquired is kept.");
  if (faults.disk_slow) std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

EngineOptions engine_options(const ConnectedInstrument& instrument, const InstrumentScanOptions& options,
                             PositionWorker& worker, const std::filesystem::path& journal) {
  EngineOptions engine;
  if (const SimulatedFaults* faults = instrument.faults())
    engine.before_record = [faults, journal] { rehearse_disk(*faults, journal); };
  if (instrument.simulated()) engine.frame_timeout = kSimulatedFrameTimeout;
  engine.pause = options.pause;
  if (!options.background.empty())
    engine.background = std::make_shared<const StoredBackground>(read_background(options.background));
  if (const auto carrier = instrument.carrier())
    engine.measure_illumination = measure_illumination(*instrument.config().setup, *carrier);
  engine.on_frame = [&options, &worker](Index position, Index angle, const CameraFrame& frame) {
    if (angle == 0 && position > 1) worker.add(position - 1);
    if (options.on_frame) options.on_frame(position, angle, frame);
  };
  engine.on_focus = options.on_focus;
  return engine;
}

// `acquires` is acquire() or resume().
template <class Acquires>
InstrumentScanResult acquire_and_seal(const ConnectedInstrument& instrument, const std::filesystem::path& journal,
                                      const InstrumentScanOptions& options, const Progress& progress,
                                      const Acquires& acquires) {
  PositionWorker worker(journal, options);
  AcquisitionReport report =
      acquires(engine_options(instrument, options, worker, journal), progress.part(0.0, 0.8, "Acquiring"));
  InstrumentScanResult result = worker.finish(progress.part(0.8, 1.0, "Sealing"));
  result.report = std::move(report);
  return result;
}

}  // namespace

std::filesystem::path journal_of(const std::filesystem::path& output) {
  return std::filesystem::path(output).replace_extension(".journal");
}

InstrumentScanResult scan_instrument(const ConnectedInstrument& instrument, const ScanPlan& plan,
                                     const InstrumentScanOptions& options, const Progress& progress) {
  check_calibration(instrument, plan.options.max_age_h);
  const ScanDescription description = description_of(instrument, plan, options.sample);
  const std::filesystem::path journal = journal_of(options.output);
  return acquire_and_seal(instrument, journal, options, progress,
                          [&](const EngineOptions& engine, const Progress& part) {
                            return acquire(instrument.for_scan(), plan, description, journal, engine, part);
                          });
}

InstrumentScanResult resume_instrument_scan(const ConnectedInstrument& instrument, const std::filesystem::path& journal,
                                            const InstrumentScanOptions& options, const Progress& progress) {
  return acquire_and_seal(instrument, journal, options, progress,
                          [&](const EngineOptions& engine, const Progress& part) {
                            return resume(instrument.for_scan(), journal, engine, part);
                          });
}

}  // namespace tomocyte
