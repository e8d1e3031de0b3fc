// Leaves the instrument safe however a scan ends. Internal to the engines.
#pragma once

#include <optional>
#include <string>

#include "acquisition/instrument.h"

namespace tomocyte {

class SafeState {
 public:
  // Remembers the camera's trigger mode, exposure, gain and region.
  explicit SafeState(const Instrument& instrument);
  // Of an instrument that may have no modulator (null).
  SafeState(Camera& camera, Stage& stage, LightSource& light, PatternModulator* modulator);
  ~SafeState() { make_safe(); }
  SafeState(const SafeState&) = delete;
  SafeState& operator=(const SafeState&) = delete;

  // Light off, modulator, stage and stream stopped, the camera as it was. Does all of it even when a device does not
  // answer; returns what could not be done and matters to the user's safety, empty when the light is off. Once.
  std::string make_safe() noexcept;

 private:
  Camera& camera_;
  Stage& stage_;
  LightSource& light_;
  PatternModulator* modulator_;
  CameraTrigger trigger_;
  double exposure_ms_;
  std::optional<double> gain_db_;  // absent: the camera has none
  CameraRegion region_;
  bool done_ = false;
};

// Makes safe; throws DeviceError when the light could not be switched off.
void end_safely(SafeState& safe);
// Within a catch block: makes safe and throws on what was caught; a DeviceError says `where` it happened, and what
// could not be made safe is added.
[[noreturn]] void rethrow_safely(SafeState& safe, const std::string& where);

// The light is on while this lives. Throws DeviceError when it does not go on.
class LightOn {
 public:
  explicit LightOn(LightSource& light);
  // Off, without a word when that fails: SafeState tries again and tells.
  ~LightOn();
  LightOn(const LightOn&) = delete;
  LightOn& operator=(const LightOn&) = delete;

 private:
  LightSource& light_;
};

}  // namespace tomocyte
