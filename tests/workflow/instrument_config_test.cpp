#include "acquisition/instrument/instrument_config.h"

#include "acquisition/instrument/connected_instrument.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("an instrument's configuration survives its JSON") {
  InstrumentConfig config = simulated_instrument();
  config.name = "bench 3";
  config.carrier = WaveVector{30.0, -31.5};
  config.camera = DeviceConfig{"genicam", "FLIR", "192.168.7.20", {{"exposure", 2.5}, {"trigger-line", "Line1"}}, {}};
  config.modulator = DeviceConfig{"dlpc900", "", "", {}, R"({"calibration":{"xx":1.0}})"};
  const std::string json = instrument_config_to_json(config);
  const InstrumentConfig back = instrument_config_from_json(json);
  CHECK(instrument_config_to_json(back) == json);
  CHECK(back.carrier == config.carrier);
  CHECK(back.camera->settings == config.camera->settings);
  CHECK(back.setup == config.setup);
  CHECK(back.stage_limits->lowest == config.stage_limits->lowest);
}

TEST_CASE("a configuration that is not understood is refused with the key") {
  const auto refusal = [](const std::string& json) -> std::string {
    try {
      static_cast<void>(instrument_config_from_json(json));
    } catch (const InputError& error) {
      return error.what();
    }
    return "accepted";
  };
  using Catch::Contains;
  CHECK_THAT(refusal("{"), Contains("not JSON"));
  CHECK_THAT(refusal("{}"), Contains("name"));
  CHECK_THAT(refusal(R"({"name": "a", "kamera": {}})"), Contains("kamera"));
  CHECK_THAT(refusal(R"({"name": "a", "camera": {"adress": "x"}})"), Contains("adress"));
  CHECK_THAT(refusal(R"({"name": "a", "camera": {"address": "x"}})"), Contains("driver"));
  CHECK_THAT(refusal(R"({"name": "a", "stage_limits_um": {"x": [1, 0], "y": [0, 1], "z": [0, 1]}})"),
             Contains("limits of x"));
  CHECK_THAT(refusal(R"({"name": "a", "setup": {"wavelength_um": 0.5}})"), Contains("medium_index"));
}

TEST_CASE("a device that fails keeps no other from connecting and says why") {
  InstrumentConfig config = simulated_instrument();
  config.modulator = DeviceConfig{"dlpc900", "", "", {}, {}};
  config.filter_wheel = DeviceConfig{"fw102c", "", "/dev/does-not-exist", {}, {}};
  const ConnectedInstrument instrument(config);
  CHECK(instrument.camera() != nullptr);
  CHECK(instrument.modulator() == nullptr);
  CHECK(instrument.filter_wheel() == nullptr);
  CHECK_FALSE(instrument.light()->is_on());
  CHECK_THROWS_WITH(instrument.for_scan(), Catch::Contains("the DMD"));
  for (const ConnectedDevice& device : instrument.devices())
    if (device.role == "DMD") CHECK_THAT(device.failure, Catch::Contains("not calibrated"));
}

TEST_CASE("a setting that the device does not have or cannot take keeps the device from being used unnoticed") {
  InstrumentConfig config = simulated_instrument();
  config.camera->settings["exposure"] = 1e9;
  const ConnectedInstrument instrument(config);
  CHECK(instrument.camera() == nullptr);
  CHECK_THAT(instrument.devices().front().failure, Catch::Contains("exposure"));
}
