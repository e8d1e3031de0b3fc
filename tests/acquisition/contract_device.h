// The promises of acquisition/device.h, asked of any device. Call within a TEST_CASE.
#pragma once

#include "acquisition/device.h"
#include "core/error.h"
#include "tests/catch.h"

namespace tomocyte::test {

inline void check_device_contract(Device& device) {
  CHECK_FALSE(device.identity().driver.empty());
  CHECK(device.state() == DeviceState::kReady);
  for (const Property& property : device.properties()) {
    INFO(property.name);
    CHECK_FALSE(property.name.empty());
    CHECK_FALSE(property.help.empty());
    if (property.read_only)
      CHECK_THROWS_AS(device.set_property(property.name, property.value), InputError);
    else
      CHECK_NOTHROW(device.set_property(property.name, property.value));
  }
  CHECK_THROWS_WITH(device.set_property("no-such-property", true), Catch::Contains("no-such-property"));
}

}  // namespace tomocyte::test
