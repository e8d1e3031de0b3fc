// A DMD that steers the illumination: a stored sequence of patterns, each of which sends one plane wave onto the
// sample.
#pragma once

#include <optional>
#include <vector>

#include "acquisition/device.h"
#include "core/optical_setup.h"

namespace tomocyte {

struct IlluminationPattern {
  WaveVector illumination;       // rad/µm in the sample
  bool time_multiplexed = true;  // grey levels by several binary frames per exposure: no stray zero order
};

// What makes the modulator go from one pattern to the next.
enum class PatternAdvance {
  kTimer,     // every `exposure_us`
  kTriggerIn  // an edge on the trigger input
};

struct PatternTiming {
  double exposure_us = 6667.0;  // how long one pattern stands
  double dark_us = 0.0;         // off after it
  PatternAdvance advance = PatternAdvance::kTimer;
  bool trigger_out = true;  // a pulse at the start of every pattern, to expose the camera
  bool repeat = false;      // start over after the last pattern
};

class PatternModulator : public Device {
 public:
  // Stores a new sequence in place of the old one; stops what runs. Throws DeviceError when it is longer than
  // capacity(), when a wave cannot be made, or when the device refuses it.
  virtual void upload(const std::vector<IlluminationPattern>& sequence) = 0;
  [[nodiscard]] virtual std::size_t capacity() const = 0;

  // Shows pattern `index` of the sequence until another is shown. Returns when it stands.
  virtual void display(std::size_t index) = 0;

  // Makes the sequence ready to run; start() then runs it once (or for ever), stop() ends it and blanks the mirrors.
  // Throws DeviceError when nothing is uploaded, or the timing is faster than the device can.
  virtual void arm(const PatternTiming& timing) = 0;
  virtual void start() = 0;
  virtual void stop() noexcept = 0;
  [[nodiscard]] virtual bool running() const = 0;

  // The pattern that the device says it shows; absent when it does not tell. Not to be trusted: devices report stale
  // indices after an upload. The illumination is measured from the holograms.
  [[nodiscard]] virtual std::optional<std::size_t> reported_index() const = 0;
};

}  // namespace tomocyte
