#include "acquisition/smear/smear_engine.h"

#include <fmt/format.h>

#include <algorithm>

#include "acquisition/frame_sequence.h"
#include "acquisition/journal/journal_queue.h"
#include "acquisition/position_note.h"
#include "acquisition/safe_state.h"
#include "acquisition/smear/background_check.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kFocusPart = 0.1;  // of the progress

// One run through the plan; its parts live only that long.
class SmearEngine {
 public:
  SmearEngine(const SmearInstrument& instrument, const SmearPlan& plan, const SmearDescription& description,
              RecordSink& sink, const std::vector<int>& next_attempts, const SmearEngineOptions& options)
      : instrument_(instrument),
        plan_(plan),
        description_(description),
        options_(options),
        next_attempts_(next_attempts),
        tiles_(smear_raster(plan.region, description.field(), plan.options.overlap)),
        queue_(sink, options.queue_frames) {}

  SmearReport run(const Progress& progress) {
    SafeState safe(instrument_.camera, instrument_.stage, instrument_.light, nullptr);
    try {
      instrument_.light.set_on(false);
      instrument_.camera.set_trigger(CameraTrigger::kSoftware);
      if (next_attempt(0) != kPositionDone)
        scan_position(plan_.background, progress.part(0.0, 0.01, "Acquiring background" + mark()));
      if (tiles_left() > 0) {
        where_ = "focus map";
        measure_focus(progress.part(0.01, kFocusPart, "Measuring the focus" + mark()));
        scan_tiles(progress);
      }
      queue_.finish();
    } catch (const Error&) {
      rethrow_safely(safe, where_);
    }
    end_safely(safe);
    report_.longest_queue = queue_.longest();
    return std::move(report_);
  }

 private:
  [[nodiscard]] int next_attempt(Index position) const {
    return next_attempts_.empty() ? 0 : next_attempts_.at(static_cast<std::size_t>(position));
  }

  [[nodiscard]] Index tiles_left() const {
    Index left = 0;
    for (std::size_t i = 1; i <= tiles_.size(); ++i)
      left += next_attempt(static_cast<Index>(i)) != kPositionDone ? 1 : 0;
    return left;
  }

  [[nodiscard]] std::string mark() const { return description_.simulated ? " (simulated)" : ""; }

  void select(const SmearWavelength& wavelength) {
    if (instrument_.wheel.position() != wavelength.filter) instrument_.wheel.move_to(wavelength.filter);
    instrument_.camera.set_exposure_ms(wavelength.exposure_ms);
  }

  void measure_focus(const Progress& progress) {
    select(plan_.wavelengths.front());
    const auto places = focus_points(plan_.region, plan_.options.focus_columns, plan_.options.focus_rows);
    std::vector<FocusPoint> points;
    for (const SlidePoint& place : places) {
      progress.report(static_cast<double>(points.size()) / static_cast<double>(places.size()));
      const std::optional<double> z = focus_at(place, plan_.focus_search(), progress);
      points.push_back({place.x_um, place.y_um, z.value_or(0.0), z.has_value(), z.has_value(), 0.0});
    }
    report_.focus = fit_focus_map(std::move(points), plan_.focus_model(), plan_.options.focus_tolerance_um);
    check_heights();
    queue_.push(note_record(RecordType::kFocusMap, kNoPosition, 0, focus_map_json(report_.focus)),
                progress.stop_token());
  }

  std::optional<double> focus_at(const SlidePoint& place, const FocusRange& range, const Progress& progress) {
    report_.focus_exposures += exposures_of(range);
    instrument_.stage.move_to({place.x_um, place.y_um, range.middle_um});
    return find_focus(instrument_, range, progress);
  }

  // All of them before the first: a scan that stops in its middle costs more than a new plan.
  void check_heights() const {
    const double reach = plan_.options.refocus_tiles > 0 ? plan_.options.refocus_range_um / 2.0 : 0.0;
    for (const SmearTile& tile : tiles_)
      for (const double offset_um : {-reach, reach})
        check_inside(instrument_.stage.limits(),
                     {tile.x_um, tile.y_um, report_.focus.z_um(tile.x_um, tile.y_um) + offset_um});
  }

  void scan_tiles(const Progress& progress) {
    const Index left = tiles_left();
    Index done = 0;
    for (position_ = 1; position_ <= static_cast<Index>(tiles_.size()); ++position_) {
      if (next_attempt(position_) == kPositionDone) continue;
      where_ = fmt::format("tile {} of {}", position_, tiles_.size());
      const auto part = [&](Index i) {
        return kFocusPart + (1.0 - kFocusPart) * static_cast<double>(i) / static_cast<double>(left);
      };
      const Progress own = progress.part(part(done), part(done + 1), "Acquiring " + where_ + mark());
      if (options_.pause) options_.pause->stand(progress.stop_token());
      const SmearTile& tile = tiles_[static_cast<std::size_t>(position_ - 1)];
      if (plan_.options.refocus_tiles > 0 && done > 0 && done % plan_.options.refocus_tiles == 0)
        measure_drift(tile, own);
      scan_position({tile.x_um, tile.y_um, focus_z_um(tile)}, own);
      ++done;
    }
  }

  [[nodiscard]] double focus_z_um(const SmearTile& tile) const {
    return report_.focus.z_um(tile.x_um, tile.y_um) + report_.focus_drift_um;
  }

  // Where no focus is found (a tile without cells) the last drift stands.
  void measure_drift(const SmearTile& tile, const Progress& progress) {
    select(plan_.wavelengths.front());
    const double expected_um = focus_z_um(tile);
    const FocusRange range{expected_um, plan_.options.refocus_range_um,
                           std::min(plan_.options.focus_step_um, plan_.options.refocus_range_um / 4.0)};
    if (const auto z = focus_at({tile.x_um, tile.y_um}, range, progress)) report_.focus_drift_um += *z - expected_um;
  }

  void scan_position(const StagePosition& place, const Progress& progress) {
    PositionReport report;
    report.position = position_;
    report.exposure_ms = plan_.wavelengths.front().exposure_ms;
    report.power_mw = power_mw(instrument_.light);
    if (position_ > 0) report.focus_z_um = place.z_um;
    progress.report(0.0);
    instrument_.stage.move_to(place);
    scan_until_whole(
        report,
        {next_attempt(position_), plan_.options.max_repeats, "Check the lamp, its shutter and the filters.",
         [&](int attempt) { return scan_wavelengths(attempt, report, progress); },
         [&](const std::string& fault) { return position_note(report, instrument_.stage.position(), nullptr, fault); },
         [&](JournalRecord record) { queue_.push(std::move(record), progress.stop_token()); }});
    report_.positions.push_back(std::move(report));
  }

  // One attempt; returns its fault. Starts with the filter that stands in the light, to save changes.
  std::string scan_wavelengths(int attempt, PositionReport& report, const Progress& progress) {
    const auto count = static_cast<Index>(plan_.wavelengths.size());
    const bool backwards = instrument_.wheel.position() == plan_.wavelengths.back().filter;
    const auto start = std::chrono::steady_clock::now();
    std::string fault;
    for (Index i = 0; i < count && fault.empty(); ++i) {
      progress.report(static_cast<double>(i) / static_cast<double>(count));
      fault = expose(backwards ? count - 1 - i : i, attempt, report, progress);
    }
    report.scan_s = seconds_since(start);
    return fault;
  }

  std::string expose(Index index, int attempt, PositionReport& report, const Progress& progress) {
    const SmearWavelength& wavelength = plan_.wavelengths[static_cast<std::size_t>(index)];
    select(wavelength);
    const auto start = std::chrono::steady_clock::now();
    std::shared_ptr<const CameraFrame> frame;
    {
      const LightOn light(instrument_.light);
      frame = std::make_shared<const CameraFrame>(instrument_.camera.snap());
    }
    report.light_on_s += seconds_since(start);
    ++report.exposures;
    queue_.push(frame_record(position_, attempt, index, {wavelength.wavelength_nm, instrument_.camera.exposure_ms()},
                             description_.bit_depth, frame),
                progress.stop_token());
    if (options_.on_frame) options_.on_frame(position_, index, *frame);
    if (is_dark(*frame, description_.bit_depth))
      return fmt::format("the frame at {} nm is dark: the light is off or blocked", wavelength.wavelength_nm);
    if (position_ == 0) check_background(*frame, wavelength);
    return {};
  }

  // No fault to be repeated: the place or the exposure is wrong.
  void check_background(const CameraFrame& frame, const SmearWavelength& wavelength) const {
    const std::string problem = background_problem(frame.counts.view(), description_.bit_depth);
    if (problem.empty()) return;
    throw InputError(fmt::format("the background at {} nm, x = {} µm, y = {} µm cannot be used: {}",
                                 wavelength.wavelength_nm, plan_.background.x_um, plan_.background.y_um, problem),
                     "Choose a blank place for the background, or a shorter exposure, and start a new scan.");
  }

  static constexpr Index kNoPosition = -1;

  const SmearInstrument& instrument_;
  const SmearPlan& plan_;
  const SmearDescription& description_;
  const SmearEngineOptions& options_;
  const std::vector<int>& next_attempts_;
  const std::vector<SmearTile> tiles_;
  Index position_ = 0;
  std::string where_ = "background";
  SmearReport report_;
  JournalQueue queue_;
};

}  // namespace

SmearReport run_smear_scan(const SmearInstrument& instrument, const SmearPlan& plan,
                           const SmearDescription& description, RecordSink& sink, const std::vector<int>& next_attempts,
                           const SmearEngineOptions& options, const Progress& progress) {
  check_smear_plan(plan, description.field(), instrument);
  return SmearEngine(instrument, plan, description, sink, next_attempts, options).run(progress);
}

}  // namespace tomocyte
