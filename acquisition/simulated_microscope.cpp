#include "acquisition/simulated_microscope.h"

#include "acquisition/simulated_devices.h"

namespace tomocyte {
namespace {

constexpr StageLimits kStageLimits{{-5000, -5000, -50}, {5000, 5000, 50}};
constexpr double kStageSpeedUmS = 10'000.0;

}  // namespace

struct SimulatedMicroscope::Parts {
  Parts(const OpticalSetup& setup, const SensorModel& sensor, Index pixels, std::vector<SlideSite> slide,
        std::uint64_t seed, double slice_um)
      : bench(setup, pixels, std::move(slide), slice_um),
        camera(bench, sensor, {pixels, pixels}, seed),
        modulator(bench),
        stage(bench, kStageLimits, kStageSpeedUmS),
        laser(bench, "simulated laser") {}
  SimulatedBench bench;
  BenchCamera camera;
  BenchModulator modulator;
  BenchStage stage;
  BenchLight laser;
};

SimulatedMicroscope::SimulatedMicroscope(const OpticalSetup& setup, const SensorModel& sensor, Index camera_pixels,
                                         std::vector<SlideSite> slide, std::uint64_t seed, double slice_um)
    : parts_(std::make_unique<Parts>(setup, sensor, camera_pixels, std::move(slide), seed, slice_um)) {}
SimulatedMicroscope::~SimulatedMicroscope() = default;

Camera& SimulatedMicroscope::camera() { return parts_->camera; }
PatternModulator& SimulatedMicroscope::modulator() { return parts_->modulator; }
Stage& SimulatedMicroscope::stage() { return parts_->stage; }
LightSource& SimulatedMicroscope::laser() { return parts_->laser; }
void SimulatedMicroscope::replay_frames() { parts_->camera.replay_frames(); }
SimulatedFaults& SimulatedMicroscope::faults() { return parts_->bench.faults(); }
WaveVector SimulatedMicroscope::carrier() const { return parts_->bench.carrier(); }

}  // namespace tomocyte
