// Simulated camera, stage and light on any scene, and the DMD of the interferometric bench.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "acquisition/frame_ring.h"
#include "acquisition/light_source.h"
#include "acquisition/simulated_bench.h"
#include "acquisition/simulated_camera.h"

namespace tomocyte {

class BenchCamera final : public Camera {
 public:
  BenchCamera(SimulatedScene& scene, const SensorModel& sensor, const Shape<2>& pixels, std::uint64_t seed);
  ~BenchCamera() override;
  [[nodiscard]] DeviceIdentity identity() const override {
    return {"simulated", "Tomocyte", "simulated camera", "", ""};
  }
  [[nodiscard]] DeviceState state() const override;
  [[nodiscard]] CameraCapabilities capabilities() const override;
  [[nodiscard]] Shape<2> frame_shape() const override;
  [[nodiscard]] int bit_depth() const override;
  void set_bit_depth(int bits) override;
  void set_exposure_ms(double exposure_ms) override;
  [[nodiscard]] double exposure_ms() const override;
  void set_gain_db(double gain_db) override;
  [[nodiscard]] double gain_db() const override;
  void set_region(const CameraRegion& region) override;
  [[nodiscard]] CameraRegion region() const override;
  void set_trigger(CameraTrigger mode) override;
  [[nodiscard]] CameraTrigger trigger_mode() const override;
  [[nodiscard]] CameraFrame snap() override;
  void start_stream(std::size_t buffers) override;
  [[nodiscard]] std::optional<CameraFrame> next_frame(std::chrono::milliseconds timeout) override;
  void trigger() override;
  void stop_stream() noexcept override;
  [[nodiscard]] bool streaming() const override;
  [[nodiscard]] StreamStatistics statistics() const override;

  void replay_frames();

 private:
  [[nodiscard]] CameraFrame expose_once(double time_s);
  [[nodiscard]] CameraFrame replayed(double time_s);
  void refuse_while_streaming() const;
  void refuse_unplugged() const;

  SimulatedScene& scene_;
  const Shape<2> sensor_pixels_;  // [y, x]
  const std::uint64_t seed_;
  mutable std::mutex mutex_;  // of the settings
  SensorModel sensor_;
  double exposure_ms_;
  CameraRegion region_;
  CameraTrigger trigger_ = CameraTrigger::kFreeRun;
  std::atomic<std::uint64_t> count_ = 0;
  std::atomic<bool> replays_ = false;
  std::map<std::size_t, Array<std::uint16_t, 2>> replay_;  // counts by pattern
  std::shared_ptr<FrameRing> ring_;                        // while streaming
  std::jthread free_run_;
};

class BenchModulator final : public PatternModulator {
 public:
  explicit BenchModulator(SimulatedBench& bench);
  ~BenchModulator() override { stop(); }
  [[nodiscard]] DeviceIdentity identity() const override { return {"simulated", "Tomocyte", "simulated DMD", "", ""}; }
  [[nodiscard]] DeviceState state() const override { return running() ? DeviceState::kBusy : DeviceState::kReady; }
  void upload(const std::vector<IlluminationPattern>& sequence) override;
  [[nodiscard]] std::size_t capacity() const override { return 1024; }
  void display(std::size_t index) override;
  void arm(const PatternTiming& timing) override;
  void start() override;
  void stop() noexcept override;
  [[nodiscard]] bool running() const override { return running_; }
  [[nodiscard]] std::optional<std::size_t> reported_index() const override { return shown_.load(); }

 private:
  void run(const std::stop_token& ended, PatternTiming timing, std::size_t patterns);

  SimulatedBench& bench_;
  std::size_t stored_ = 0;
  std::optional<PatternTiming> armed_;
  std::atomic<std::size_t> shown_ = 0;
  std::atomic<bool> running_ = false;
  std::jthread sequence_;
};

class BenchStage final : public Stage {
 public:
  BenchStage(SimulatedScene& scene, const StageLimits& limits, double speed_um_s);
  [[nodiscard]] DeviceIdentity identity() const override {
    return {"simulated", "Tomocyte", "simulated stage", "", ""};
  }
  [[nodiscard]] DeviceState state() const override {
    return scene_.faults().stage_stalled ? DeviceState::kFault : DeviceState::kReady;
  }
  [[nodiscard]] std::optional<StageLimits> limits() const override { return limits_; }
  void set_limits(const StageLimits& limits) override { limits_ = limits; }
  [[nodiscard]] StagePosition position() const override { return position_; }
  void move_to(const StagePosition& target) override;
  void home() override { move_to({}); }
  [[nodiscard]] bool homed() const override { return true; }
  void stop() noexcept override {}
  void set_speed_um_s(double speed) override { speed_um_s_ = speed; }
  [[nodiscard]] double speed_um_s() const override { return speed_um_s_; }
  void set_settle_time_ms(double time) override { settle_time_ms_ = time; }
  [[nodiscard]] double settle_time_ms() const override { return settle_time_ms_; }

 private:
  SimulatedScene& scene_;
  StagePosition position_;
  std::optional<StageLimits> limits_;
  double speed_um_s_;
  double settle_time_ms_ = 0.0;
};

class BenchLight final : public LightSource {
 public:
  BenchLight(SimulatedScene& scene, std::string model) : scene_(scene), model_(std::move(model)) {}
  ~BenchLight() override { scene_.set_light(false); }
  [[nodiscard]] DeviceIdentity identity() const override { return {"simulated", "Tomocyte", model_, "", ""}; }
  [[nodiscard]] DeviceState state() const override { return DeviceState::kReady; }
  void set_on(bool on) override { scene_.set_light(on); }
  [[nodiscard]] bool is_on() const override { return scene_.light_on(); }

 private:
  SimulatedScene& scene_;
  std::string model_;
};

}  // namespace tomocyte
