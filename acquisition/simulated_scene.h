// What simulated devices act on together: the sample in the light, as the camera would see it. Internal to the
// simulated microscopes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>

#include "acquisition/simulated_faults.h"
#include "acquisition/stage.h"
#include "core/array.h"

namespace tomocyte {

// From any thread.
class SimulatedScene {
 public:
  virtual ~SimulatedScene() = default;
  SimulatedScene() = default;
  SimulatedScene(const SimulatedScene&) = delete;
  SimulatedScene& operator=(const SimulatedScene&) = delete;

  virtual void place_sample(const StagePosition& position) = 0;
  virtual void set_light(bool on) = 0;
  [[nodiscard]] virtual bool light_on() const = 0;
  // Intensity on the whole sensor [y, x], whether or not the light is on. What differs from one exposure to the next is
  // drawn from `random`.
  [[nodiscard]] virtual Array<float, 2> intensity(const Shape<2>& sensor, std::mt19937_64& random) = 0;
  // Which of its pictures the scene shows: the pattern's, the filter's.
  [[nodiscard]] virtual std::size_t shown() const = 0;

  // Called on every trigger pulse, with its time in seconds. Empty: nothing is connected.
  using TriggerLine = std::function<void(double time_s)>;
  virtual void connect_trigger(TriggerLine line) = 0;

  [[nodiscard]] SimulatedFaults& faults() { return faults_; }

 protected:
  SimulatedFaults faults_;
};

}  // namespace tomocyte
