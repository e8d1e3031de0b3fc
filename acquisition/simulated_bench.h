// The slide in the light, the pattern that steers it, and the interferogram that reaches the camera. Internal to the
// simulated microscope.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "acquisition/beam_propagation.h"
#include "acquisition/pattern_modulator.h"
#include "acquisition/simulated_microscope.h"
#include "acquisition/simulated_scene.h"

namespace tomocyte {

// From any thread.
class SimulatedBench final : public SimulatedScene {
 public:
  SimulatedBench(const OpticalSetup& setup, Index camera_pixels, std::vector<SlideSite> slide, double slice_um);

  void place_sample(const StagePosition& position) override;
  // Throws DeviceError when a wave does not pass the condenser.
  void set_sequence(const std::vector<IlluminationPattern>& sequence);
  void show(std::size_t index);
  [[nodiscard]] std::size_t shown() const override;
  void set_light(bool on) override;
  [[nodiscard]] bool light_on() const override;
  [[nodiscard]] const WaveVector& carrier() const { return carrier_; }

  // 1 on average. The Mach-Zehnder drifts: each exposure has its own phase of the reference. Square sensors only.
  [[nodiscard]] Array<float, 2> intensity(const Shape<2>& sensor, std::mt19937_64& random) override;

  void connect_trigger(TriggerLine line) override;
  void pulse_trigger(double time_s);

 private:
  void slice_sample();
  const Plane& field(std::size_t index);
  void add_zero_order(Plane& plane, const WaveVector& k_i);

  mutable std::mutex mutex_;
  OpticalSetup setup_;
  std::vector<SlideSite> slide_;
  PropagationGrid grid_;
  WaveVector carrier_;
  StagePosition stage_;
  double focus_shift_um_ = 0.0;           // that the sample was sliced with
  std::unique_ptr<SlicedSample> sample_;  // null: not sliced since the stage moved
  std::vector<IlluminationPattern> sequence_;
  std::size_t shown_ = 0;
  std::map<std::size_t, Plane> fields_;
  bool light_on_ = false;
  std::mutex trigger_mutex_;
  TriggerLine trigger_line_;
};

}  // namespace tomocyte
