// The promises of acquisition/pattern_modulator.h, asked of any modulator, one section each. Call within a TEST_CASE.
#pragma once

#include <chrono>
#include <thread>

#include "acquisition/pattern_modulator.h"
#include "tests/acquisition/contract_device.h"

namespace tomocyte::test {

// Whether the sequence ends within ten seconds.
inline bool ends(const PatternModulator& modulator) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (modulator.running()) {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::yield();
  }
  return true;
}

inline std::vector<IlluminationPattern> few_patterns() {
  return {{{0.0, 0.0}, true}, {{1.0, 0.0}, true}, {{0.0, 1.0}, true}};
}

inline void check_modulator_contract(PatternModulator& modulator) {
  SECTION("it is a device") { check_device_contract(modulator); }
  SECTION("what is uploaded can be shown, nothing else") {
    modulator.upload(few_patterns());
    for (std::size_t i = 0; i < 3; ++i) CHECK_NOTHROW(modulator.display(i));
    CHECK_THROWS_AS(modulator.display(3), DeviceError);
    modulator.upload({{{0.5, 0.0}, true}});
    CHECK_THROWS_AS(modulator.display(1), DeviceError);
  }
  SECTION("more patterns than it stores are refused") {
    CHECK_THROWS_AS(modulator.upload(std::vector<IlluminationPattern>(modulator.capacity() + 1)), DeviceError);
  }
  SECTION("nothing can be armed before an upload, nor started before it is armed") {
    CHECK_THROWS_AS(modulator.arm({}), DeviceError);
    modulator.upload(few_patterns());
    CHECK_THROWS_AS(modulator.start(), DeviceError);
  }
  SECTION("a timing that is too fast is refused") {
    modulator.upload(few_patterns());
    PatternTiming timing;
    timing.exposure_us = 0.01;
    CHECK_THROWS_AS(modulator.arm(timing), DeviceError);
  }
  SECTION("a sequence runs once and ends") {
    modulator.upload(few_patterns());
    modulator.arm({});
    CHECK_FALSE(modulator.running());
    modulator.start();
    CHECK(ends(modulator));
  }
  SECTION("a sequence that repeats runs until it is stopped, and stopping twice is harmless") {
    modulator.upload(few_patterns());
    PatternTiming timing;
    timing.repeat = true;
    modulator.arm(timing);
    modulator.start();
    CHECK(modulator.running());
    modulator.stop();
    modulator.stop();
    CHECK_FALSE(modulator.running());
  }
  SECTION("an upload ends what runs") {
    modulator.upload(few_patterns());
    PatternTiming timing;
    timing.repeat = true;
    modulator.arm(timing);
    modulator.start();
    modulator.upload(few_patterns());
    CHECK_FALSE(modulator.running());
  }
}

}  // namespace tomocyte::test
