// A lamp at an output of the camera, through the instrument's configuration and the camera's own protocol.
#include "acquisition/instrument/connected_instrument.h"
#include "tests/acquisition/gige_simulator.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

InstrumentConfig camera_with_lamp() {
  InstrumentConfig config;
  config.name = "UV bench";
  config.camera = DeviceConfig{"genicam", "", GigeSimulator::kAddress, {}, {}};
  config.light = DeviceConfig{"camera-line", "", "", {}, {}};
  return config;
}

bool output_of(const Camera& camera) {
  for (const Property& property : camera.properties())
    if (property.name == "user-output") return std::get<bool>(property.value);
  FAIL("the camera has no output");
  return false;
}

}  // namespace

TEST_CASE("a lamp at the camera's output is off, goes on, and is off again when its instrument is gone") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator({"-g", std::string(TOMOCYTE_TEST_DATA) + "/sfnc_camera.xml"});
  simulator.open_camera()->set_property("user-output", true);
  {
    const ConnectedInstrument instrument(camera_with_lamp());
    REQUIRE(instrument.light());
    CHECK_FALSE(output_of(*instrument.camera()));
    instrument.light()->set_on(true);
    CHECK(instrument.light()->is_on());
    CHECK(output_of(*instrument.camera()));
  }
  CHECK_FALSE(output_of(*simulator.open_camera()));
}

TEST_CASE("a lamp at an output that the camera does not have is refused") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  static_cast<void>(simulator.open_camera());
  const ConnectedInstrument instrument(camera_with_lamp());
  CHECK(instrument.camera());
  CHECK_FALSE(instrument.light());
  for (const ConnectedDevice& device : instrument.devices())
    if (device.role == "light") CHECK_THAT(device.failure, Catch::Contains("user-output"));
}
