#include "acquisition/instrument/switch_off.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acquisition/instrument/connected_instrument.h"
#include "core/error.h"

namespace tomocyte {
namespace {

bool simulated(const DeviceConfig& config) { return config.driver == "simulated"; }

// Only what can shine: a camera or a stage that hangs must not be in the way.
InstrumentConfig what_shines(const InstrumentConfig& config) {
  InstrumentConfig part;
  part.name = config.name;
  part.setup = config.setup;
  part.light = config.light;
  if (config.modulator && !simulated(*config.modulator)) part.modulator = config.modulator;
  const bool by_camera = config.light && config.light->driver == "camera-line";
  if (by_camera && config.camera) {
    part.camera = config.camera;
    part.camera->settings.clear();
  }
  // Settings are for a scan, and a device that refuses one would not be connected.
  if (part.light) part.light->settings.clear();
  if (part.modulator) {
    part.modulator->settings.clear();
    // It shows nothing, so any calibration will do: the file of the true one may be gone.
    part.modulator->options_json = R"({"optics": {"demagnification": 1}})";
  }
  return part;
}

void stop(PatternModulator& modulator) {
  modulator.stop();
  if (modulator.running()) throw DeviceError("the DMD still shows patterns");
}

}  // namespace

bool light_outlives_program(const InstrumentConfig& config) {
  const bool light = config.light && (!simulated(*config.light) || !config.light->address.empty());
  return light || (config.modulator && !simulated(*config.modulator));
}

std::string switch_light_off(const InstrumentConfig& config) {
  std::vector<std::string> problems;
  const auto attempt = [&](const auto& action) {
    try {
      action();
    } catch (const std::exception& error) {
      problems.emplace_back(error.what());
    }
  };
  attempt([&] {
    const ConnectedInstrument instrument(what_shines(config));
    for (const ConnectedDevice& device : instrument.devices())
      if (!device.device) problems.push_back(fmt::format("{}: {}", device.role, device.failure));
    if (LightSource* light = instrument.light()) attempt([&] { light->set_on(false); });
    if (PatternModulator* modulator = instrument.modulator()) attempt([&] { stop(*modulator); });
  });
  return fmt::format("{}", fmt::join(problems, "; "));
}

}  // namespace tomocyte
