// What the simulated devices act on together: the slide in the light, the pattern that steers it, and what reaches
// the camera. Internal to the simulated microscope.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "acquisition/beam_propagation.h"
#include "acquisition/pattern_modulator.h"
#include "acquisition/simulated_microscope.h"
#include "acquisition/stage.h"

namespace tomocyte {

// From any thread.
class SimulatedBench {
 public:
  SimulatedBench(const OpticalSetup& setup, Index camera_pixels, std::vector<SlideSite> slide, double slice_um);

  void place_sample(const StagePosition& position);
  // Throws DeviceError when a wave does not pass the condenser.
  void set_sequence(const std::vector<IlluminationPattern>& sequence);
  void show(std::size_t index);
  [[nodiscard]] std::size_t shown() const;
  void set_light(bool on);
  [[nodiscard]] bool light_on() const;
  [[nodiscard]] const WaveVector& carrier() const { return carrier_; }

  // Intensity on the camera, 1 on average, whether or not the laser is on.
  [[nodiscard]] Array<float, 2> intensity(double reference_phase, Index pixels);

  // Called on every trigger pulse of the modulator, with its time in seconds. Empty: nothing is connected.
  using TriggerLine = std::function<void(double time_s)>;
  void connect_trigger(TriggerLine line);
  void pulse_trigger(double time_s);

 private:
  const Plane& field(std::size_t index);
  void add_zero_order(Plane& plane, const WaveVector& k_i);

  mutable std::mutex mutex_;
  OpticalSetup setup_;
  std::vector<SlideSite> slide_;
  PropagationGrid grid_;
  WaveVector carrier_;
  std::unique_ptr<SlicedSample> sample_;
  std::vector<IlluminationPattern> sequence_;
  std::size_t shown_ = 0;
  std::map<std::size_t, Plane> fields_;
  bool light_on_ = false;
  std::mutex trigger_mutex_;
  TriggerLine trigger_line_;
};

}  // namespace tomocyte
