#include "acquisition/simulated_microscope.h"

#include <fmt/format.h>

#include <cmath>
#include <future>
#include <map>
#include <numbers>
#include <thread>

#include "acquisition/interferogram.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kSiteReach = 15.0;       // µm; a site further off shows nothing of itself
constexpr double kGuard = 3.2;            // µm of empty sample around the camera's view on each side
constexpr double kStrayZeroOrder = 0.03;  // amplitude that a binary pattern leaks, relative to the steered wave

PropagationGrid grid_for(const OpticalSetup& setup, Index camera_pixels) {
  PropagationGrid grid;
  grid.pixel_um = setup.pixel_size_um;
  grid.pixels = camera_pixels + 2 * static_cast<Index>(std::ceil(kGuard / setup.pixel_size_um));
  return grid;
}

}  // namespace

struct SimulatedMicroscope::Bench {
  class SimulatedCamera final : public Camera {
   public:
    SimulatedCamera(Bench& bench, const SensorModel& sensor, Index pixels, std::uint64_t seed)
        : bench_(bench), sensor_(sensor), pixels_(pixels), seed_(seed) {}
    [[nodiscard]] Shape<2> frame_shape() const override { return {pixels_, pixels_}; }
    [[nodiscard]] int bit_depth() const override { return sensor_.bit_depth; }
    void set_exposure_ms(double exposure_ms) override { exposure_ms_ = exposure_ms; }
    [[nodiscard]] double exposure_ms() const override { return exposure_ms_; }
    void set_gain_db(double gain_db) override { sensor_.gain_db = gain_db; }
    [[nodiscard]] double gain_db() const override { return sensor_.gain_db; }
    [[nodiscard]] CameraFrame snap() override {
      // The Mach-Zehnder drifts: each exposure has its own phase of the reference.
      // Its noise is seeded by its number: what one frame shows does not change the noise of the next.
      std::seed_seq sequence{seed_, count_};
      std::mt19937_64 random(sequence);
      const double phase = std::uniform_real_distribution(-std::numbers::pi, std::numbers::pi)(random);
      SensorModel sensor = sensor_;
      sensor.exposure *= bench_.light_on ? exposure_ms_ / kNominalExposureMs : 0.0;
      CameraFrame frame;
      frame.counts = expose(bench_.intensity(phase, pixels_).view(), sensor, random);
      frame.number = count_;
      frame.timestamp_s = static_cast<double>(count_++) / kFramesPerSecond;
      return frame;
    }

   private:
    static constexpr double kNominalExposureMs = 5.0;
    static constexpr double kFramesPerSecond = 100.0;
    Bench& bench_;
    SensorModel sensor_;
    Index pixels_;
    std::uint64_t seed_;
    double exposure_ms_ = kNominalExposureMs;
    std::uint64_t count_ = 0;
  };

  class SimulatedModulator final : public PatternModulator {
   public:
    explicit SimulatedModulator(Bench& bench) : bench_(bench) {}
    void upload(const std::vector<IlluminationPattern>& sequence) override {
      if (sequence.size() > capacity())
        throw DeviceError(fmt::format("the modulator stores {} patterns, {} were sent", capacity(), sequence.size()));
      for (const IlluminationPattern& pattern : sequence)
        if (std::hypot(pattern.illumination.x, pattern.illumination.y) >= bench_.setup.pupil_radius())
          throw DeviceError("a pattern's wave does not pass the condenser", "Lower --illumination-na.");
      bench_.sequence = sequence;
      bench_.shown = 0;
      bench_.fields.clear();
    }
    [[nodiscard]] std::size_t capacity() const override { return 1024; }
    void display(std::size_t index) override {
      if (index >= bench_.sequence.size())
        throw DeviceError(fmt::format("pattern {} was asked for, {} are stored", index, bench_.sequence.size()));
      bench_.shown = index;
    }

   private:
    Bench& bench_;
  };

  class SimulatedStage final : public Stage {
   public:
    explicit SimulatedStage(Bench& bench) : bench_(bench) {}
    [[nodiscard]] StageLimits limits() const override { return {{-5000, -5000, -50}, {5000, 5000, 50}}; }
    [[nodiscard]] StagePosition position() const override { return position_; }
    void move_to(const StagePosition& target) override {
      const StageLimits range = limits();
      const auto check = [](const char* axis, double value, double low, double high) {
        if (!(value >= low && value <= high))
          throw DeviceError(
              fmt::format("the stage cannot go to {} = {} µm; {} to {} µm are allowed", axis, value, low, high),
              "Choose a position inside the range.");
      };
      check("x", target.x_um, range.lowest.x_um, range.highest.x_um);
      check("y", target.y_um, range.lowest.y_um, range.highest.y_um);
      check("z", target.z_um, range.lowest.z_um, range.highest.z_um);
      if (target == position_) return;
      position_ = target;
      bench_.place_sample(position_);
    }
    void stop() override {}

   private:
    Bench& bench_;
    StagePosition position_;
  };

  class SimulatedLaser final : public LightSource {
   public:
    explicit SimulatedLaser(Bench& bench) : bench_(bench) {}
    void set_on(bool on) override { bench_.light_on = on; }
    [[nodiscard]] bool is_on() const override { return bench_.light_on; }

   private:
    Bench& bench_;
  };

  Bench(const OpticalSetup& optics, const SensorModel& sensor, Index pixels, std::vector<SlideSite> sites,
        std::uint64_t seed)
      : setup(optics),
        slide(std::move(sites)),
        grid(grid_for(optics, pixels)),
        carrier(reference_carrier(optics)),
        camera(*this, sensor, pixels, seed),
        modulator(*this),
        stage(*this),
        laser(*this) {
    place_sample({});
  }

  void place_sample(const StagePosition& position) {
    std::vector<Phantom> visible;
    for (const SlideSite& site : slide) {
      const Eigen::Vector3d shift(site.position.x_um - position.x_um, site.position.y_um - position.y_um,
                                  site.position.z_um - position.z_um);
      if (shift.head<2>().cwiseAbs().maxCoeff() > kSiteReach) continue;
      for (Phantom phantom : site.phantoms) {
        phantom.move(shift);
        visible.push_back(std::move(phantom));
      }
    }
    sample = std::make_unique<SlicedSample>(visible, setup, grid);
    fields.clear();
  }

  // The light of pattern `index`; as many patterns as there are processors are computed ahead.
  const Plane& field(std::size_t index) {
    if (const auto found = fields.find(index); found != fields.end()) return found->second;
    std::vector<std::pair<std::size_t, std::future<Plane>>> running;
    const std::size_t ahead = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t i = index; i < std::min(index + ahead, sequence.size()); ++i)
      if (!fields.contains(i))
        running.emplace_back(
            i, std::async(std::launch::async, [this, i] { return sample->image(sequence[i].illumination); }));
    // A scan goes forwards: what lies behind is not needed again, but the normal wave (0) is for the stray order.
    std::erase_if(fields, [&](const auto& entry) { return entry.first != 0 && entry.first < index; });
    for (auto& [i, plane] : running) fields.emplace(i, plane.get());
    return fields.at(index);
  }

  Array<float, 2> intensity(double reference_phase, Index pixels) {
    if (sequence.empty()) throw DeviceError("the modulator shows no pattern", "Upload a sequence first.");
    const IlluminationPattern& pattern = sequence[shown];
    const Plane& steered = field(shown);
    if (pattern.time_multiplexed || shown == 0)
      return interferogram(steered, pattern.illumination, carrier, reference_phase, pixels);
    Plane mixed{steered.field.clone(), steered.pixel_um};
    add_zero_order(mixed, pattern.illumination);
    return interferogram(mixed, pattern.illumination, carrier, reference_phase, pixels);
  }

  // The undiffracted beam travels along the axis: relative to the steered wave it carries exp(-i k_i·r).
  void add_zero_order(Plane& plane, const WaveVector& k_i) {
    const Plane& normal = field(0);
    const Index n = plane.field.shape(0);
    for (Index y = 0; y < n; ++y)
      for (Index x = 0; x < n; ++x) {
        const double phase =
            -(k_i.x * static_cast<double>(x - n / 2) + k_i.y * static_cast<double>(y - n / 2)) * plane.pixel_um;
        plane.field(y, x) += normal.field(y, x) * std::complex<float>(std::polar(kStrayZeroOrder, phase));
      }
  }

  OpticalSetup setup;
  std::vector<SlideSite> slide;
  PropagationGrid grid;
  WaveVector carrier;
  std::unique_ptr<SlicedSample> sample;
  std::vector<IlluminationPattern> sequence;
  std::size_t shown = 0;
  std::map<std::size_t, Plane> fields;
  bool light_on = false;
  SimulatedCamera camera;
  SimulatedModulator modulator;
  SimulatedStage stage;
  SimulatedLaser laser;
};

SimulatedMicroscope::SimulatedMicroscope(const OpticalSetup& setup, const SensorModel& sensor, Index camera_pixels,
                                         std::vector<SlideSite> slide, std::uint64_t seed)
    : bench_(std::make_unique<Bench>(setup, sensor, camera_pixels, std::move(slide), seed)) {}
SimulatedMicroscope::~SimulatedMicroscope() = default;

Camera& SimulatedMicroscope::camera() { return bench_->camera; }
PatternModulator& SimulatedMicroscope::modulator() { return bench_->modulator; }
Stage& SimulatedMicroscope::stage() { return bench_->stage; }
LightSource& SimulatedMicroscope::laser() { return bench_->laser; }
WaveVector SimulatedMicroscope::carrier() const { return bench_->carrier; }

}  // namespace tomocyte
