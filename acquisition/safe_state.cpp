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

}  // namespace

SafeState::SafeState(const Instrument& instrument)
    : instrument_(instrument),
      trigger_(instrument.camera.trigger_mode()),
      exposure_ms_(instrument.camera.exposure_ms()) {}

std::string SafeState::make_safe() noexcept {
  if (std::exchange(done_, true)) return {};
  // The light first: it is what can hurt.
  const bool dark = succeeds([&] { instrument_.light.set_on(false); });
  instrument_.modulator.stop();
  instrument_.stage.stop();
  instrument_.camera.stop_stream();
  // A camera that is gone cannot be restored; the error that ended the scan says that it is gone.
  succeeds([&] { instrument_.camera.set_trigger(trigger_); });
  succeeds([&] { instrument_.camera.set_exposure_ms(exposure_ms_); });
  return dark ? std::string() : "the light could not be switched off";
}

LightOn::LightOn(LightSource& light) : light_(light) { light_.set_on(true); }

LightOn::~LightOn() {
  succeeds([&] { light_.set_on(false); });
}

}  // namespace tomocyte
