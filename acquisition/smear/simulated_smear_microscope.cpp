#include "acquisition/smear/simulated_smear_microscope.h"

#include <fmt/format.h>

#include "acquisition/simulated_devices.h"
#include "acquisition/smear/smear_bench.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr StageLimits kStageLimits{{-12'000, -7'000, -50}, {12'000, 7'000, 50}};
constexpr double kStageSpeedUmS = 20'000.0;
constexpr int kWheelPositions = 6;
// At 260 nm, 100 ms (the longest of the paper) fill this part of the well where the slide is blank.
constexpr double kFilled = 0.6;
constexpr double kAtMs = 100.0;
constexpr double kSensorNominalMs = 5.0;  // of SensorModel::exposure in the simulated camera

SensorModel sensor_of(const SmearMicroscopeOptions& options) {
  return {options.bit_depth, options.full_well_e, options.read_noise_e, kFilled * kSensorNominalMs / kAtMs, 0.0};
}

class BenchFilterWheel final : public FilterWheel {
 public:
  explicit BenchFilterWheel(SmearBench& bench) : bench_(bench) {}
  [[nodiscard]] DeviceIdentity identity() const override {
    return {"simulated", "Tomocyte", "simulated filter wheel", "", ""};
  }
  [[nodiscard]] DeviceState state() const override { return DeviceState::kReady; }
  [[nodiscard]] int positions() const override { return kWheelPositions; }
  [[nodiscard]] int position() const override { return bench_.filter(); }
  void move_to(int position) override {
    if (position < 1 || position > kWheelPositions)
      throw InputError(fmt::format("the filter wheel has no position {}; it has 1 to {}", position, kWheelPositions));
    bench_.set_filter(position);
  }

 private:
  SmearBench& bench_;
};

}  // namespace

struct SimulatedSmearMicroscope::Parts {
  Parts(const SmearSlideOptions& slide, const SmearMicroscopeOptions& options, std::uint64_t exposures_before)
      : bench(SmearSlide(slide), options, exposures_before),
        camera(bench, sensor_of(options), {options.camera_height, options.camera_width},
               static_cast<std::uint64_t>(slide.seed) + exposures_before),
        stage(bench, kStageLimits, kStageSpeedUmS),
        lamp(bench, "simulated UV lamp"),
        wheel(bench) {}
  SmearBench bench;
  BenchCamera camera;
  BenchStage stage;
  BenchLight lamp;
  BenchFilterWheel wheel;
};

SimulatedSmearMicroscope::SimulatedSmearMicroscope(const SmearSlideOptions& slide,
                                                   const SmearMicroscopeOptions& options,
                                                   std::uint64_t exposures_before) {
  validate_options(options);
  parts_ = std::make_unique<Parts>(slide, options, exposures_before);
}
SimulatedSmearMicroscope::~SimulatedSmearMicroscope() = default;

SmearInstrument SimulatedSmearMicroscope::instrument() {
  return {parts_->camera, parts_->stage, parts_->lamp, parts_->wheel};
}

const SmearSlide& SimulatedSmearMicroscope::slide() const { return parts_->bench.slide(); }
void SimulatedSmearMicroscope::pulse_trigger(int edges) { parts_->bench.pulse_trigger(edges, 0.01); }

StagePosition SimulatedSmearMicroscope::truth_at(const StagePosition& position) const {
  const SlidePlace place = parts_->bench.place_at(position);
  return {place.x_um, place.y_um, parts_->bench.focus_z_um(position)};
}

}  // namespace tomocyte
