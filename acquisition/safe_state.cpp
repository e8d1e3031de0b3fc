#include "acquisition/safe_state.h"

#include <exception>

namespace tomocyte {
namespace {

template <class Action>
bool succeeds(Action&& action) noexcept {
  try {
    action();
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

// Only when it changed: cameras set up their memory anew for a region.
void restore_region(Camera& camera, const CameraRegion& region) {
  if (camera.region() != region) camera.set_region(region);
}

}  // namespace

SafeState::SafeState(const Instrument& instrument)
    : instrument_(instrument),
      trigger_(instrument.camera.trigger_mode()),
      exposure_ms_(instrument.camera.exposure_ms()),
      region_(instrument.camera.region()) {
  if (instrument.camera.capabilities().gain_db) gain_db_ = instrument.camera.gain_db();
}

std::string SafeState::make_safe() noexcept {
  if (std::exchange(done_, true)) return {};
  // The light first: it is what can hurt.
  const bool dark = succeeds([&] { instrument_.light.set_on(false); });
  instrument_.modulator.stop();
  instrument_.stage.stop();
  instrument_.camera.stop_stream();
  // A camera that is gone cannot be restored; the error that ended the scan says that it is gone.
  succeeds([&] { instrument_.camera.set_trigger(trigger_); });
  succeeds([&] { restore_region(instrument_.camera, region_); });
  succeeds([&] { instrument_.camera.set_exposure_ms(exposure_ms_); });
  if (gain_db_) succeeds([&] { instrument_.camera.set_gain_db(*gain_db_); });
  return dark ? std::string() : "the light could not be switched off";
}

LightOn::LightOn(LightSource& light) : light_(light) { light_.set_on(true); }

LightOn::~LightOn() {
  succeeds([&] { light_.set_on(false); });
}

}  // namespace tomocyte
