#include "acquisition/safe_state.h"

#include <fmt/format.h>

#include <exception>

#include "core/error.h"

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

DeviceError unsafe(const std::string& problem) {
  return DeviceError(problem, "Switch the light off at the device before anything else.");
}

}  // namespace

SafeState::SafeState(const Instrument& instrument)
    : SafeState(instrument.camera, instrument.stage, instrument.light, &instrument.modulator) {}

SafeState::SafeState(Camera& camera, Stage& stage, LightSource& light, PatternModulator* modulator)
    : camera_(camera),
      stage_(stage),
      light_(light),
      modulator_(modulator),
      trigger_(camera.trigger_mode()),
      exposure_ms_(camera.exposure_ms()),
      region_(camera.region()) {
  if (camera.capabilities().gain_db) gain_db_ = camera.gain_db();
}

std::string SafeState::make_safe() noexcept {
  if (std::exchange(done_, true)) return {};
  // The light first: it is what can hurt.
  const bool dark = succeeds([&] { light_.set_on(false); });
  if (modulator_) modulator_->stop();
  stage_.stop();
  camera_.stop_stream();
  // A camera that is gone cannot be restored; the error that ended the scan says that it is gone.
  succeeds([&] { camera_.set_trigger(trigger_); });
  succeeds([&] { restore_region(camera_, region_); });
  succeeds([&] { camera_.set_exposure_ms(exposure_ms_); });
  if (gain_db_) succeeds([&] { camera_.set_gain_db(*gain_db_); });
  return dark ? std::string() : "the light could not be switched off";
}

void end_safely(SafeState& safe) {
  if (const std::string problem = safe.make_safe(); !problem.empty()) throw unsafe(problem);
}

void rethrow_safely(SafeState& safe, const std::string& where) {
  const std::string problem = safe.make_safe();
  try {
    throw;
  } catch (const DeviceError& error) {
    const std::string message = fmt::format("{}: {}", where, error.what());
    if (problem.empty()) throw DeviceError(message, error.remedy());
    throw unsafe(message + "; " + problem);
  } catch (const Error& error) {
    if (!problem.empty()) throw unsafe(std::string(error.what()) + "; " + problem);
    throw;
  }
}

LightOn::LightOn(LightSource& light) : light_(light) { light_.set_on(true); }

LightOn::~LightOn() {
  succeeds([&] { light_.set_on(false); });
}

}  // namespace tomocyte
