#include "acquisition/engine.h"

#include <fmt/format.h>

#include <cmath>

#include "acquisition/illumination_check.h"
#include "acquisition/journal/journal_queue.h"
#include "acquisition/position_note.h"
#include "acquisition/position_scan.h"
#include "acquisition/safe_state.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using Clock = std::chrono::steady_clock;

std::string name_of(Index position, const ScanPlan& plan) {
  return position == 0 ? "background" : fmt::format("position {} of {}", position, plan.positions.size());
}

// One run through the plan; its parts live only that long.
class Engine {
 public:
  Engine(const Instrument& instrument, const ScanPlan& plan, const ScanDescription& description, RecordSink& sink,
         const std::vector<int>& next_attempts, const EngineOptions& options)
      : instrument_(instrument),
        plan_(plan),
        description_(description),
        options_(options),
        next_attempts_(next_attempts),
        queue_(sink, options.queue_frames) {}

  AcquisitionReport run(const Progress& progress) {
    SafeState safe(instrument_);
    try {
      const StagePosition start = instrument_.stage.position();
      prepare();
      const auto count = static_cast<double>(plan_.position_count());
      for (position_ = 0; position_ < plan_.position_count(); ++position_) {
        const auto done = static_cast<double>(position_);
        if (next_attempt() != kPositionDone)
          do_position(progress.part(
              done / count, (done + 1.0) / count,
              fmt::format("Acquiring {}{}", name_of(position_, plan_), description_.simulated ? " (simulated)" : "")));
      }
      queue_.finish();
      if (plan_.options.return_stage) instrument_.stage.move_to(start);
    } catch (const Error&) {
      rethrow_safely(safe, name_of(position_, plan_));
    }
    end_safely(safe);
    report_.longest_queue = queue_.longest();
    return std::move(report_);
  }

 private:
  [[nodiscard]] int next_attempt() const {
    return next_attempts_.empty() ? 0 : next_attempts_.at(static_cast<std::size_t>(position_));
  }

  void prepare() {
    std::vector<IlluminationPattern> patterns;
    for (const WaveVector& k : plan_.illumination) patterns.push_back({k, plan_.time_multiplexed});
    instrument_.light.set_on(false);
    prepare_camera();
    instrument_.modulator.upload(patterns);
  }
  void prepare_camera() {
    instrument_.camera.set_exposure_ms(plan_.options.exposure_ms);
    if (plan_.hardware_timed()) instrument_.camera.set_trigger(CameraTrigger::kHardware);
  }

  void do_position(const Progress& progress) {
    stand_if_asked(progress);
    if (position_ == 0 && options_.background)
      take_background(*options_.background, progress);
    else
      scan_position(progress);
  }

  // The light went off with the last position; software timing leaves its last pattern.
  void stand_if_asked(const Progress& progress) {
    if (!options_.pause || !options_.pause->requested()) return;
    instrument_.light.set_on(false);
    instrument_.modulator.stop();
    options_.pause->stand(progress.stop_token());
    prepare_camera();  // somebody may have looked at a live view
  }

  // The journal holds it as if it had been acquired: a scan file comes from its journal alone. Without the numbers and
  // the clock of the camera, which an earlier scan did not keep.
  void take_background(const StoredBackground& background, const Progress& progress) {
    for (Index angle = 0; angle < plan_.angles(); ++angle) {
      const View<const std::uint16_t, 2> counts = background.frames[angle];
      auto frame = std::make_shared<CameraFrame>();
      frame->counts = Array<std::uint16_t, 2>(counts.shape());
      std::copy_n(counts.data(), counts.size(), frame->counts.data());
      frame->number = static_cast<std::uint64_t>(angle);
      frame->timestamp_s = std::nan("");
      keep(next_attempt(), angle, frame, progress);
    }
    push(note_record(RecordType::kPositionComplete, 0, next_attempt(), stored_background_note(background)), progress);
    PositionReport report;
    report.attempts = 0;
    report.taken_from = background.source;
    report_.positions.push_back(std::move(report));
  }

  void scan_position(const Progress& progress) {
    PositionReport report;
    report.position = position_;
    report.exposure_ms = instrument_.camera.exposure_ms();
    report.power_mw = power_mw(instrument_.light);
    progress.report(0.0);
    instrument_.stage.move_to(plan_.place(position_));
    if (plan_.options.autofocus && position_ > 0) {
      const Focus focus =
          autofocus(instrument_, plan_, {description_.setup, description_.carrier}, options_.on_focus, progress);
      report.focus_z_um = focus.z_um;
      report.exposures += focus.exposures;
      report.light_on_s += 1e-3 * report.exposure_ms * focus.exposures;
    }
    scan_until_whole(report, {next_attempt(), plan_.options.max_repeats,
                              "Check the light, and the cable from the modulator's trigger output to the camera.",
                              [&](int attempt) { return scan_angles(attempt, report, progress); },
                              [&](const std::string& fault) { return note(report, fault); },
                              [&](JournalRecord record) { push(std::move(record), progress); }});
    report_.positions.push_back(std::move(report));
  }

  // One attempt; returns its fault.
  std::string scan_angles(int attempt, PositionReport& report, const Progress& progress) {
    const AngleScanSettings settings{
        plan_, description_.bit_depth, options_.frame_timeout,
        [&](Index angle, const SharedFrame& frame) { keep(attempt, angle, frame, progress); }};
    const auto start = Clock::now();
    AngleScan scan;
    {
      const LightOn light(instrument_.light);
      scan = plan_.hardware_timed() ? scan_hardware_timed(instrument_, settings, progress)
                                    : scan_software_timed(instrument_, settings, progress);
    }
    report.scan_s = seconds_since(start);
    report.light_on_s += report.scan_s;
    report.exposures += static_cast<int>(scan.frames.size());
    report_.dropped_frames += scan.statistics.dropped;
    if (scan.fault.empty() && options_.measure_illumination)
      scan.fault = illumination_fault(scan.frames, plan_.illumination, options_.measure_illumination);
    return scan.fault;
  }

  void keep(int attempt, Index angle, const SharedFrame& frame, const Progress& progress) {
    push(frame_record(position_, attempt, angle, plan_.illumination[static_cast<std::size_t>(angle)],
                      description_.bit_depth, frame),
         progress);
    if (options_.on_frame) options_.on_frame(position_, angle, *frame);
  }
  void push(JournalRecord record, const Progress& progress) {
    if (options_.before_record) options_.before_record();
    queue_.push(std::move(record), progress.stop_token());
  }
  [[nodiscard]] std::string note(const PositionReport& report, const std::string& fault) const {
    if (!fault.empty()) return position_note(report, instrument_.stage.position(), nullptr, fault);
    const RecordedConditions conditions = scan_conditions(instrument_, plan_, description_);
    return position_note(report, instrument_.stage.position(), &conditions, fault);
  }

  const Instrument& instrument_;
  const ScanPlan& plan_;
  const ScanDescription& description_;
  const EngineOptions& options_;
  const std::vector<int>& next_attempts_;
  Index position_ = 0;
  AcquisitionReport report_;
  JournalQueue queue_;
};

}  // namespace

AcquisitionReport run_scan(const Instrument& instrument, const ScanPlan& plan, const ScanDescription& description,
                           RecordSink& sink, const std::vector<int>& next_attempts, const EngineOptions& options,
                           const Progress& progress) {
  check_plan(plan, {description.setup, description.carrier}, instrument);
  const bool background_is_missing = next_attempts.empty() || next_attempts.front() != kPositionDone;
  if (options.background && background_is_missing) check_background(*options.background, instrument, plan, description);
  return Engine(instrument, plan, description, sink, next_attempts, options).run(progress);
}

}  // namespace tomocyte
