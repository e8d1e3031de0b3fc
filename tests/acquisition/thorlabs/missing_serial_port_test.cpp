#include "acquisition/thorlabs/apt_stage.h"
#include "acquisition/thorlabs/filter_wheel.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("a program without serial ports says which package is missing") {
  CHECK_FALSE(serial_ports_available());
  AptStageOptions options;
  options.x.port = options.y.port = "/dev/ttyUSB0";
  CHECK_THROWS_WITH(AptStage(options), Catch::Contains("built without Qt SerialPort"));
  try {
    const Fw102cWheel wheel("/dev/ttyUSB1");
    FAIL_CHECK("it was opened");
  } catch (const DeviceError& error) {
    CHECK_THAT(error.remedy(), Catch::Contains("qt6-serialport-dev"));
  }
}
