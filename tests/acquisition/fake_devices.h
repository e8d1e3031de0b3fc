// An instrument that records what is asked of it, notices what must never happen, and fails on request. Its frames are
// a few pixels that carry the index of the pattern.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "acquisition/instrument.h"
#include "core/error.h"

namespace tomocyte::test {

// What goes wrong with one exposure.
enum class FrameFault {
  kNone,
  kLost,       // exposed, but lost on the way: the camera's count has a gap
  kMissed,     // never exposed: a pause between timestamps
  kExtra,      // exposed twice
  kNext,       // shows the next pattern
  kDark,       // the light is off
  kClockJump,  // the camera's clock was set
  kUnplugged,  // the camera is gone from here on
  kReset,      // the modulator restarts: no more pulses
};

struct FakeBench {
  // Asked at every pulse or snap, which are counted from 0 over the whole test.
  std::function<FrameFault(int exposure)> script = [](int) { return FrameFault::kNone; };
  std::function<void(int move)> on_move = [](int) {};  // may throw
  std::function<void()> on_start = [] {};              // of the modulator; may throw
  std::function<void()> on_upload = [] {};             // may throw
  bool light_stuck = false;

  std::vector<std::string> calls;
  std::vector<std::string> violations;  // moved in the light, exposed while streaming was off, …

  bool light = false;
  bool camera_present = true;
  bool streaming = false;
  bool modulator_running = false;
  bool modulator_armed = false;
  int exposures = 0;
  int moves = 0;
  std::uint64_t number = 1000;
  double clock_s = 50.0;
  std::size_t shown = 0;
  std::vector<IlluminationPattern> sequence;
  std::deque<CameraFrame> ring;
  StagePosition place;

  [[nodiscard]] int count(const std::string& call) const { return static_cast<int>(std::ranges::count(calls, call)); }
};

inline constexpr Index kFakePixels = 8;
inline constexpr std::uint16_t kFakeBright = 100;

// Counts that name the pattern and the place.
inline CameraFrame fake_frame(const FakeBench& bench, std::size_t pattern, bool dark) {
  CameraFrame frame{Array<std::uint16_t, 2>({kFakePixels, kFakePixels}), bench.number, bench.clock_s};
  if (dark) return frame;
  std::ranges::fill(frame.counts.values(), kFakeBright);
  frame.counts(0, 0) = static_cast<std::uint16_t>(pattern);
  frame.counts(0, 1) = static_cast<std::uint16_t>(bench.place.x_um);
  return frame;
}

class FakeCamera final : public Camera {
 public:
  explicit FakeCamera(FakeBench& bench) : bench_(bench) {}
  [[nodiscard]] DeviceIdentity identity() const override { return {"fake", "", "fake camera", "", ""}; }
  [[nodiscard]] DeviceState state() const override {
    return bench_.camera_present ? DeviceState::kReady : DeviceState::kDisconnected;
  }
  [[nodiscard]] CameraCapabilities capabilities() const override {
    return {{kFakePixels, kFakePixels}, {8}, triggers, Range{0.1, 100.0}, Range{0.0, 24.0}};
  }
  [[nodiscard]] Shape<2> frame_shape() const override { return {kFakePixels, kFakePixels}; }
  [[nodiscard]] int bit_depth() const override { return 8; }
  void set_bit_depth(int /*bits*/) override {}
  void set_exposure_ms(double exposure_ms) override {
    require_present();
    exposure_ms_ = exposure_ms;
  }
  [[nodiscard]] double exposure_ms() const override { return exposure_ms_; }
  void set_gain_db(double gain_db) override { gain_db_ = gain_db; }
  [[nodiscard]] double gain_db() const override { return gain_db_; }
  void set_region(const CameraRegion& region) override { region_ = region; }
  [[nodiscard]] CameraRegion region() const override { return region_; }
  void set_trigger(CameraTrigger mode) override {
    require_present();
    if (bench_.streaming) throw DeviceError("the camera streams and cannot change this now");
    trigger_ = mode;
  }
  [[nodiscard]] CameraTrigger trigger_mode() const override { return trigger_; }
  [[nodiscard]] CameraFrame snap() override {
    const FrameFault fault = bench_.script(bench_.exposures++);
    if (fault == FrameFault::kUnplugged) bench_.camera_present = false;
    require_present();
    bench_.calls.emplace_back("snap");
    ++bench_.number;
    bench_.clock_s += 0.01;
    return fake_frame(bench_, bench_.shown + (fault == FrameFault::kNext ? 1 : 0),
                      fault == FrameFault::kDark || !bench_.light);
  }
  void start_stream(std::size_t buffers) override {
    require_present();
    bench_.calls.emplace_back("start_stream");
    bench_.streaming = true;
    buffers_ = buffers;
    statistics_ = {};
    bench_.ring.clear();
  }
  [[nodiscard]] std::optional<CameraFrame> next_frame(std::chrono::milliseconds /*timeout*/) override {
    if (bench_.ring.empty()) {
      require_present();
      return std::nullopt;
    }
    CameraFrame frame = std::move(bench_.ring.front());
    bench_.ring.pop_front();
    ++statistics_.delivered;
    return frame;
  }
  void trigger() override { throw DeviceError("the fake camera has no software trigger"); }
  void stop_stream() noexcept override {
    bench_.streaming = false;
    bench_.ring.clear();
  }
  [[nodiscard]] bool streaming() const override { return bench_.streaming; }
  [[nodiscard]] StreamStatistics statistics() const override { return statistics_; }

  // A pulse on the trigger input, `period_s` after the last.
  void pulse(double period_s) {
    const FrameFault fault = bench_.script(bench_.exposures++);
    bench_.clock_s += period_s;
    if (!bench_.streaming || trigger_ != CameraTrigger::kHardware) bench_.violations.emplace_back("a pulse was wasted");
    if (fault == FrameFault::kUnplugged) bench_.camera_present = false;
    if (!bench_.camera_present || fault == FrameFault::kMissed) return;
    if (fault == FrameFault::kClockJump) bench_.clock_s -= 3600.0;
    if (fault == FrameFault::kReset) bench_.modulator_running = false;
    ++bench_.number;
    if (fault == FrameFault::kLost || fault == FrameFault::kReset) return;
    const std::size_t pattern = bench_.shown + (fault == FrameFault::kNext ? 1 : 0);
    add(fake_frame(bench_, pattern, fault == FrameFault::kDark || !bench_.light));
    if (fault != FrameFault::kExtra) return;
    ++bench_.number;
    bench_.clock_s += period_s;
    add(fake_frame(bench_, pattern, false));
  }

  std::vector<CameraTrigger> triggers = {CameraTrigger::kFreeRun, CameraTrigger::kSoftware, CameraTrigger::kHardware};

 private:
  void add(CameraFrame frame) {
    if (bench_.ring.size() < buffers_)
      bench_.ring.push_back(std::move(frame));
    else
      ++statistics_.dropped;
  }
  void require_present() const {
    if (!bench_.camera_present) throw DeviceError("the fake camera does not answer", "Check the USB cable.");
  }

  FakeBench& bench_;
  double exposure_ms_ = 3.0;
  double gain_db_ = 2.0;
  CameraRegion region_{0, 0, kFakePixels, kFakePixels};
  CameraTrigger trigger_ = CameraTrigger::kFreeRun;
  std::size_t buffers_ = 0;
  StreamStatistics statistics_;
};

class FakeModulator final : public PatternModulator {
 public:
  FakeModulator(FakeBench& bench, FakeCamera& camera) : bench_(bench), camera_(camera) {}
  [[nodiscard]] DeviceIdentity identity() const override { return {"fake", "", "fake DMD", "", ""}; }
  [[nodiscard]] DeviceState state() const override { return running() ? DeviceState::kBusy : DeviceState::kReady; }
  void upload(const std::vector<IlluminationPattern>& sequence) override {
    bench_.on_upload();
    bench_.calls.emplace_back("upload");
    bench_.sequence = sequence;
    bench_.modulator_armed = false;
  }
  [[nodiscard]] std::size_t capacity() const override { return 100; }
  void display(std::size_t index) override {
    bench_.on_start();
    bench_.shown = index;
  }
  void arm(const PatternTiming& timing) override {
    bench_.modulator_armed = true;
    timing_ = timing;
  }
  // All pulses come at once; the device's clocks still tick.
  void start() override {
    bench_.on_start();
    bench_.calls.emplace_back("start");
    if (!bench_.modulator_armed) bench_.violations.emplace_back("started without being armed");
    bench_.modulator_running = true;
    for (bench_.shown = 0; bench_.shown < bench_.sequence.size() && bench_.modulator_running; ++bench_.shown)
      camera_.pulse(1e-6 * (timing_.exposure_us + timing_.dark_us));
  }
  void stop() noexcept override { bench_.modulator_running = false; }
  [[nodiscard]] bool running() const override { return bench_.modulator_running; }
  [[nodiscard]] std::optional<std::size_t> reported_index() const override { return std::nullopt; }

 private:
  FakeBench& bench_;
  FakeCamera& camera_;
  PatternTiming timing_;
};

class FakeStage final : public Stage {
 public:
  explicit FakeStage(FakeBench& bench) : bench_(bench) {}
  [[nodiscard]] DeviceIdentity identity() const override { return {"fake", "", "fake stage", "", ""}; }
  [[nodiscard]] DeviceState state() const override { return DeviceState::kReady; }
  [[nodiscard]] std::optional<StageLimits> limits() const override { return limits_; }
  void set_limits(const StageLimits& limits) override { limits_ = limits; }
  [[nodiscard]] StagePosition position() const override { return bench_.place; }
  void move_to(const StagePosition& target) override {
    if (bench_.light) bench_.violations.emplace_back("moved in the light");
    if (bench_.streaming || bench_.modulator_running) bench_.violations.emplace_back("moved while exposing");
    check_inside(limits_, target);
    bench_.on_move(bench_.moves++);
    bench_.calls.emplace_back("move");
    bench_.place = target;
  }
  void home() override {}
  [[nodiscard]] bool homed() const override { return is_homed; }
  void stop() noexcept override { bench_.calls.emplace_back("stop stage"); }
  void set_speed_um_s(double /*speed*/) override {}
  [[nodiscard]] double speed_um_s() const override { return 1000.0; }
  void set_settle_time_ms(double /*time*/) override {}
  [[nodiscard]] double settle_time_ms() const override { return 100.0; }

  bool is_homed = true;

 private:
  FakeBench& bench_;
  std::optional<StageLimits> limits_ = StageLimits{{0, 0, -20}, {1000, 1000, 20}};
};

class FakeLight final : public LightSource {
 public:
  explicit FakeLight(FakeBench& bench) : bench_(bench) {
    add_property([] { return Property{"power", "mW", 4.5, true, {}, {}, {}, "at the sample"}; });
  }
  [[nodiscard]] DeviceIdentity identity() const override { return {"fake", "", "fake laser", "", ""}; }
  [[nodiscard]] DeviceState state() const override { return DeviceState::kReady; }
  void set_on(bool on) override {
    if (!on && bench_.light && bench_.light_stuck) throw DeviceError("the fake laser does not answer");
    if (on && !bench_.light) bench_.calls.emplace_back("light on");
    bench_.light = on;
  }
  [[nodiscard]] bool is_on() const override { return bench_.light; }

 private:
  FakeBench& bench_;
};

struct FakeInstrument {
  FakeBench bench;
  FakeCamera camera{bench};
  FakeModulator modulator{bench, camera};
  FakeStage stage{bench};
  FakeLight light{bench};
  [[nodiscard]] Instrument devices() { return {camera, modulator, stage, light}; }
};

}  // namespace tomocyte::test
