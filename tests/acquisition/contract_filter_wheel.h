// The promises of acquisition/filter_wheel.h, asked of any filter wheel, one section each. Call within a TEST_CASE.
#pragma once

#include "acquisition/filter_wheel.h"
#include "tests/acquisition/contract_device.h"

namespace tomocyte::test {

inline void check_filter_wheel_contract(FilterWheel& wheel) {
  SECTION("it is a device") { check_device_contract(wheel); }
  SECTION("it stands where it was sent") {
    for (const int position : {1, wheel.positions(), 2, 2}) {
      wheel.move_to(position);
      CHECK(wheel.position() == position);
    }
  }
  SECTION("it stays where it is when sent to a position that it does not have") {
    wheel.move_to(2);
    for (const int position : {0, -1, wheel.positions() + 1}) CHECK_THROWS_AS(wheel.move_to(position), InputError);
    CHECK(wheel.position() == 2);
  }
}

}  // namespace tomocyte::test
