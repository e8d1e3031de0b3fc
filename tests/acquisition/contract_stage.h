// The promises of acquisition/stage.h and light_source.h, asked of any stage or light, one section each. Call within a
// TEST_CASE, with a stage that is homed, has limits and may move anywhere inside them.
#pragma once

#include <cmath>

#include "acquisition/light_source.h"
#include "acquisition/stage.h"
#include "tests/acquisition/contract_device.h"

namespace tomocyte::test {

inline StagePosition between(const StageLimits& limits, double part) {
  const auto mix = [part](double low, double high) { return low + part * (high - low); };
  return {mix(limits.lowest.x_um, limits.highest.x_um), mix(limits.lowest.y_um, limits.highest.y_um),
          mix(limits.lowest.z_um, limits.highest.z_um)};
}

inline void check_at(const Stage& stage, const StagePosition& place, double resolution_um) {
  CHECK(std::abs(stage.position().x_um - place.x_um) <= resolution_um);
  CHECK(std::abs(stage.position().y_um - place.y_um) <= resolution_um);
  CHECK(std::abs(stage.position().z_um - place.z_um) <= resolution_um);
}

inline void check_stage_contract(Stage& stage, double resolution_um) {
  REQUIRE(stage.homed());
  REQUIRE(stage.limits());
  const StageLimits limits = *stage.limits();
  SECTION("it is a device") { check_device_contract(stage); }
  SECTION("it arrives where it is sent") {
    stage.move_to(between(limits, 0.4));
    check_at(stage, between(limits, 0.4), resolution_um);
    stage.move_to(between(limits, 0.6));
    check_at(stage, between(limits, 0.6), resolution_um);
  }
  SECTION("it stays where it is when sent outside its limits or nowhere, on every axis") {
    const StagePosition start = between(limits, 0.5);
    stage.move_to(start);
    for (double StagePosition::*axis : {&StagePosition::x_um, &StagePosition::y_um, &StagePosition::z_um})
      for (const double bad : {limits.highest.*axis + 1.0, limits.lowest.*axis - 1.0, std::nan("")}) {
        StagePosition target = start;
        target.*axis = bad;
        CHECK_THROWS_AS(stage.move_to(target), DeviceError);
        check_at(stage, start, resolution_um);
      }
  }
  SECTION("narrower limits hold at once") {
    stage.move_to(between(limits, 0.5));
    stage.set_limits({between(limits, 0.45), between(limits, 0.55)});
    CHECK_THROWS_WITH(stage.move_to(between(limits, 0.7)), Catch::Contains("allowed"));
    CHECK_NOTHROW(stage.move_to(between(limits, 0.52)));
  }
  SECTION("stopping a stage that stands still is harmless") {
    stage.stop();
    CHECK_NOTHROW(stage.move_to(between(limits, 0.5)));
  }
  SECTION("speed and settle time are what was set") {
    stage.set_speed_um_s(500.0);
    CHECK(stage.speed_um_s() == Approx(500.0).epsilon(0.05));
    stage.set_settle_time_ms(12.0);
    CHECK(stage.settle_time_ms() == Approx(12.0));
  }
}

inline void check_light_contract(LightSource& light) {
  SECTION("it is a device") { check_device_contract(light); }
  SECTION("it is off until it is switched on, and off again") {
    CHECK_FALSE(light.is_on());
    light.set_on(true);
    CHECK(light.is_on());
    light.set_on(false);
    light.set_on(false);
    CHECK_FALSE(light.is_on());
  }
}

}  // namespace tomocyte::test
