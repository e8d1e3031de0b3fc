#include "acquisition/simulated_devices.h"

#include <fmt/format.h>

#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kNominalExposureMs = 5.0;
constexpr Range kExposureMs{0.05, 1000.0};
constexpr Range kGainDb{0.0, 24.0};
constexpr double kFramesPerSecond = 100.0;  // without a hardware trigger

void check_range(const char* what, double value, const Range& range, const char* unit) {
  if (!(value >= range.lowest && value <= range.highest))
    throw InputError(fmt::format("the camera's {} cannot be {} {}; it takes {} to {} {}", what, value, unit,
                                 range.lowest, range.highest, unit));
}

}  // namespace

BenchCamera::BenchCamera(SimulatedScene& scene, const SensorModel& sensor, const Shape<2>& pixels, std::uint64_t seed)
    : scene_(scene),
      sensor_pixels_(pixels),
      seed_(seed),
      sensor_(sensor),
      exposure_ms_(kNominalExposureMs),
      region_{0, 0, pixels[0], pixels[1]} {
  add_property(
      [this] {
        return Property{"exposure",
                        "ms",
                        exposure_ms(),
                        false,
                        kExposureMs.lowest,
                        kExposureMs.highest,
                        {},
                        "time the shutter is open"};
      },
      [this](const PropertyValue& value) { set_exposure_ms(std::get<double>(value)); });
  add_property(
      [this] {
        return Property{"gain",
                        "dB",
                        gain_db(),
                        false,
                        kGainDb.lowest,
                        kGainDb.highest,
                        {},
                        "amplification before the signal is digitised"};
      },
      [this](const PropertyValue& value) { set_gain_db(std::get<double>(value)); });
  add_property(
      [this] {
        return Property{"bit-depth", "bit", static_cast<std::int64_t>(bit_depth()), false, 8,
                        12,          {},    "bits per pixel: 8, 10 or 12"};
      },
      [this](const PropertyValue& value) { set_bit_depth(static_cast<int>(std::get<std::int64_t>(value))); });
}

BenchCamera::~BenchCamera() { stop_stream(); }

DeviceState BenchCamera::state() const {
  if (scene_.faults().camera_unplugged) return DeviceState::kDisconnected;
  return streaming() ? DeviceState::kBusy : DeviceState::kReady;
}

CameraCapabilities BenchCamera::capabilities() const {
  return {sensor_pixels_,
          {8, 10, 12},
          {CameraTrigger::kFreeRun, CameraTrigger::kSoftware, CameraTrigger::kHardware},
          kExposureMs,
          kGainDb};
}

Shape<2> BenchCamera::frame_shape() const {
  const std::lock_guard lock(mutex_);
  return {region_.height, region_.width};
}

int BenchCamera::bit_depth() const {
  const std::lock_guard lock(mutex_);
  return sensor_.bit_depth;
}

void BenchCamera::set_bit_depth(int bits) {
  refuse_while_streaming();
  if (bits != 8 && bits != 10 && bits != 12)
    throw InputError(fmt::format("the camera has no mode of {} bit; it has 8, 10 and 12 bit", bits));
  const std::lock_guard lock(mutex_);
  sensor_.bit_depth = bits;
}

void BenchCamera::set_exposure_ms(double exposure_ms) {
  check_range("exposure", exposure_ms, kExposureMs, "ms");
  const std::lock_guard lock(mutex_);
  exposure_ms_ = exposure_ms;
}

double BenchCamera::exposure_ms() const {
  const std::lock_guard lock(mutex_);
  return exposure_ms_;
}

void BenchCamera::set_gain_db(double gain_db) {
  check_range("gain", gain_db, kGainDb, "dB");
  const std::lock_guard lock(mutex_);
  sensor_.gain_db = gain_db;
}

double BenchCamera::gain_db() const {
  const std::lock_guard lock(mutex_);
  return sensor_.gain_db;
}

void BenchCamera::set_region(const CameraRegion& region) {
  refuse_while_streaming();
  const bool inside = region.y >= 0 && region.x >= 0 && region.height > 0 && region.width > 0 &&
                      region.y + region.height <= sensor_pixels_[0] && region.x + region.width <= sensor_pixels_[1];
  if (!inside)
    throw InputError(fmt::format("the camera's region of {} x {} pixels at ({}, {}) does not lie on its sensor of {}",
                                 region.height, region.width, region.y, region.x, to_string(sensor_pixels_)));
  const std::lock_guard lock(mutex_);
  region_ = region;
}

CameraRegion BenchCamera::region() const {
  const std::lock_guard lock(mutex_);
  return region_;
}

void BenchCamera::set_trigger(CameraTrigger mode) {
  refuse_while_streaming();
  const std::lock_guard lock(mutex_);
  trigger_ = mode;
}

CameraTrigger BenchCamera::trigger_mode() const {
  const std::lock_guard lock(mutex_);
  return trigger_;
}

void BenchCamera::refuse_while_streaming() const {
  if (streaming()) throw DeviceError("the camera streams and cannot change this now", "Stop the live view first.");
}

void BenchCamera::refuse_unplugged() const {
  if (scene_.faults().camera_unplugged)
    throw DeviceError("the camera does not answer", "Check its cable and power, then connect it again.");
}

CameraFrame BenchCamera::expose_once(double time_s) {
  // Noise is seeded by the frame's number: what one frame shows does not change the noise of the next.
  const std::uint64_t number = count_++;
  std::seed_seq sequence{seed_, number};
  std::mt19937_64 random(sequence);
  SensorModel sensor;
  CameraRegion region;
  {
    const std::lock_guard lock(mutex_);
    sensor = sensor_;
    sensor.exposure *= exposure_ms_ / kNominalExposureMs;
    region = region_;
  }
  if (!scene_.light_on() || scene_.faults().light_dark) sensor.exposure = 0.0;
  const Array<float, 2> whole = scene_.intensity(sensor_pixels_, random);
  const View<const float, 2> part(whole.data() + region.y * sensor_pixels_[1] + region.x, {region.height, region.width},
                                  {sensor_pixels_[1], 1});
  return {expose(part, sensor, random), number, time_s};
}

void BenchCamera::replay_frames() { replays_ = true; }

CameraFrame BenchCamera::replayed(double time_s) {
  const auto found = replay_.find(scene_.shown());
  if (found != replay_.end()) return {found->second.clone(), count_++, time_s};
  CameraFrame frame = expose_once(time_s);
  replay_[scene_.shown()] = frame.counts.clone();
  return frame;
}

CameraFrame BenchCamera::snap() {
  refuse_unplugged();
  refuse_while_streaming();
  return expose_once(static_cast<double>(count_) / kFramesPerSecond);
}

void BenchCamera::start_stream(std::size_t buffers) {
  refuse_unplugged();
  refuse_while_streaming();
  if (buffers == 0) throw InputError("a stream needs at least one buffer");
  const auto ring = std::make_shared<FrameRing>(buffers);
  std::atomic_store(&ring_, ring);
  if (trigger_mode() == CameraTrigger::kHardware)
    scene_.connect_trigger([this, ring, pulses = 0](double time_s) mutable {
      const SimulatedFaults& faults = scene_.faults();
      const bool lost = faults.frames_lost && ++pulses % 20 == 0;
      CameraFrame frame = replays_ ? replayed(time_s) : expose_once(time_s);
      if (!lost && !faults.camera_unplugged) ring->push(std::move(frame));
    });
  if (trigger_mode() == CameraTrigger::kFreeRun)
    free_run_ = std::jthread([this, ring](const std::stop_token& ended) {
      const auto start = std::chrono::steady_clock::now();
      for (int i = 0; !ended.stop_requested(); ++i) {
        const std::chrono::duration<double> due(i / kFramesPerSecond);
        std::this_thread::sleep_until(start + std::chrono::duration_cast<std::chrono::nanoseconds>(due));
        if (!scene_.faults().camera_unplugged) ring->push(expose_once(due.count()));
      }
    });
}

std::optional<CameraFrame> BenchCamera::next_frame(std::chrono::milliseconds timeout) {
  const auto ring = std::atomic_load(&ring_);
  if (!ring) throw DeviceError("the camera does not stream", "Start the live view or the scan first.");
  refuse_unplugged();
  return ring->pop(timeout);
}

void BenchCamera::trigger() {
  const auto ring = std::atomic_load(&ring_);
  if (!ring || trigger_mode() != CameraTrigger::kSoftware)
    throw DeviceError("the camera does not wait for a software trigger");
  ring->push(expose_once(static_cast<double>(count_) / kFramesPerSecond));
}

void BenchCamera::stop_stream() noexcept {
  scene_.connect_trigger({});
  free_run_ = {};
  std::atomic_store(&ring_, std::shared_ptr<FrameRing>());
}

bool BenchCamera::streaming() const { return std::atomic_load(&ring_) != nullptr; }

StreamStatistics BenchCamera::statistics() const {
  const auto ring = std::atomic_load(&ring_);
  return ring ? ring->statistics() : StreamStatistics{};
}

BenchModulator::BenchModulator(SimulatedBench& bench) : bench_(bench) {}

void BenchModulator::upload(const std::vector<IlluminationPattern>& sequence) {
  if (sequence.size() > capacity())
    throw DeviceError(fmt::format("the modulator stores {} patterns, {} were sent", capacity(), sequence.size()));
  stop();
  bench_.set_sequence(sequence);
  stored_ = sequence.size();
  armed_.reset();
  shown_ = 0;
}

void BenchModulator::display(std::size_t index) {
  if (index >= stored_) throw DeviceError(fmt::format("pattern {} was asked for, {} are stored", index, stored_));
  stop();
  bench_.show(index);
  shown_ = index;
}

void BenchModulator::arm(const PatternTiming& timing) {
  if (stored_ == 0) throw DeviceError("the modulator stores no patterns", "Upload a sequence first.");
  if (timing.advance == PatternAdvance::kTriggerIn)
    throw DeviceError("nothing is connected to the simulated modulator's trigger input");
  if (!(timing.exposure_us >= 105.0) || !(timing.dark_us >= 0.0))
    throw DeviceError(fmt::format("a pattern cannot stand for {} µs; at least 105 µs", timing.exposure_us));
  stop();
  armed_ = timing;
}

void BenchModulator::start() {
  if (!armed_) throw DeviceError("the modulator is not armed");
  stop();
  running_ = true;
  sequence_ = std::jthread([this, timing = *armed_, patterns = stored_](const std::stop_token& ended) {
    run(ended, timing, patterns);
    running_ = false;
  });
}

// The device's own clock ticks exactly; the simulation of a frame may take longer than the frame.
void BenchModulator::run(const std::stop_token& ended, PatternTiming timing, std::size_t patterns) {
  const double period_s = 1e-6 * (timing.exposure_us + timing.dark_us);
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t pulse = 0; timing.repeat || pulse < patterns; ++pulse) {
    if (ended.stop_requested()) return;
    const double time_s = static_cast<double>(pulse) * period_s;
    std::this_thread::sleep_until(
        begin + std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(time_s)));
    shown_ = pulse % patterns;
    bench_.show(shown_);
    if (timing.trigger_out) bench_.pulse_trigger(time_s);
  }
}

void BenchModulator::stop() noexcept {
  sequence_ = {};
  running_ = false;
}

BenchStage::BenchStage(SimulatedScene& scene, const StageLimits& limits, double speed_um_s)
    : scene_(scene), limits_(limits), speed_um_s_(speed_um_s) {}

void BenchStage::move_to(const StagePosition& target) {
  check_inside(limits_, target);
  if (target == position_) return;
  if (scene_.faults().stage_stalled) {
    const auto half_way = [](double from, double to) { return 0.5 * (from + to); };
    position_ = {half_way(position_.x_um, target.x_um), half_way(position_.y_um, target.y_um),
                 half_way(position_.z_um, target.z_um)};
    scene_.place_sample(position_);
    throw DeviceError(fmt::format("the stage stalled at x {:.1f}, y {:.1f}, z {:.1f} µm", position_.x_um,
                                  position_.y_um, position_.z_um),
                      "Look for what it touches, free it, and home it.");
  }
  position_ = target;
  scene_.place_sample(position_);
}

}  // namespace tomocyte
