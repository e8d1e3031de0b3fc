// Leaves the instrument safe however a scan ends. Internal to the engine.
#pragma once

#include <optional>
#include <string>

#include "acquisition/instrument.h"

namespace tomocyte {

class SafeState {
 public:
  // Remembers the camera's trigger mode, exposure, gain and region.
  explicit SafeState(const Instrument& instrument);
  ~SafeState() { make_safe(); }
  SafeState(const SafeState&) = delete;
  SafeState& operator=(const SafeState&) = delete;

  // Light off, modulator, stage and stream stopped, the camera as it was. Does all of it even when a device does not
  // answer; returns what could not be done and matters to the user's safety, empty when the light is off. Once.
  std::string make_safe() noexcept;

 private:
  Instrument instrument_;
  CameraTrigger trigger_;
  double exposure_ms_;
  std::optional<double> gain_db_;  // absent: the camera has none
  CameraRegion region_;
  bool done_ = false;
};

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
