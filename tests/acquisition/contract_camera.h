// The promises of acquisition/camera.h, asked of any camera, one section each. Call within a TEST_CASE, with a camera
// that is connected, does not stream and sees some light.
#pragma once

#include <algorithm>
#include <functional>

#include "acquisition/camera.h"
#include "tests/acquisition/contract_device.h"

namespace tomocyte::test {

// Makes that many edges on the camera's trigger input, far enough apart for its exposure, and returns after the last.
// Empty: nothing is connected, and what needs it is left out.
using Pulse = std::function<void(int edges)>;

inline constexpr std::chrono::milliseconds kFrameComes{5000};
inline constexpr std::chrono::milliseconds kNoFrameComes{20};

inline bool has_trigger(const Camera& camera, CameraTrigger mode) {
  const auto modes = camera.capabilities().triggers;
  return std::ranges::find(modes, mode) != modes.end();
}

inline void check_camera_settings(Camera& camera) {
  const CameraCapabilities can = camera.capabilities();
  SECTION("a frame has the shape of the region and counts of the bit depth") {
    const CameraFrame frame = camera.snap();
    CHECK(frame.counts.shape() == camera.frame_shape());
    CHECK(camera.frame_shape() == Shape<2>{camera.region().height, camera.region().width});
    CHECK(*std::ranges::max_element(frame.counts.values()) < (1 << camera.bit_depth()));
  }
  SECTION("every bit depth that it names can be set, another cannot") {
    for (const int bits : can.bit_depths) {
      camera.set_bit_depth(bits);
      CHECK(camera.bit_depth() == bits);
    }
    CHECK_THROWS_AS(camera.set_bit_depth(7), InputError);
  }
  SECTION("the exposure is what was set, as far as the camera can, and stays when a value is refused") {
    REQUIRE(can.exposure_ms);
    const double asked_ms = std::clamp(8.0, can.exposure_ms->lowest, can.exposure_ms->highest);
    camera.set_exposure_ms(asked_ms);
    const double set_ms = camera.exposure_ms();
    CHECK(set_ms == Approx(asked_ms).epsilon(0.05));
    CHECK_THROWS_AS(camera.set_exposure_ms(2.0 * can.exposure_ms->highest), InputError);
    CHECK_THROWS_AS(camera.set_exposure_ms(-1.0), InputError);
    CHECK(camera.exposure_ms() == set_ms);
  }
  SECTION("a region is read out alone, one that leaves the sensor is refused") {
    const CameraRegion part{can.sensor[0] / 4, can.sensor[1] / 4, can.sensor[0] / 2, can.sensor[1] / 2};
    camera.set_region(part);
    CHECK(camera.region() == part);
    CHECK(camera.snap().counts.shape() == Shape<2>{part.height, part.width});
    CHECK_THROWS_AS(camera.set_region({0, 0, can.sensor[0] + 1, can.sensor[1]}), InputError);
    CHECK(camera.region() == part);
  }
  SECTION("every trigger mode that it names can be set") {
    for (const CameraTrigger mode : can.triggers) {
      camera.set_trigger(mode);
      CHECK(camera.trigger_mode() == mode);
    }
  }
}

inline void check_camera_streaming(Camera& camera) {
  SECTION("snap exposes anew each time, in every trigger mode") {
    for (const CameraTrigger mode : camera.capabilities().triggers) {
      camera.set_trigger(mode);
      const CameraFrame first = camera.snap();
      const CameraFrame second = camera.snap();
      CHECK(second.number > first.number);
      CHECK(second.timestamp_s >= first.timestamp_s);
    }
  }
  SECTION("without a stream there is no frame, and stopping is harmless") {
    CHECK_FALSE(camera.streaming());
    CHECK_THROWS_AS(camera.next_frame(kNoFrameComes), DeviceError);
    camera.stop_stream();
    camera.stop_stream();
    CHECK_FALSE(camera.streaming());
  }
  SECTION("a free-running stream delivers one exposure after the other until it is stopped") {
    camera.set_trigger(CameraTrigger::kFreeRun);
    camera.start_stream(8);
    CHECK(camera.streaming());
    const auto first = camera.next_frame(kFrameComes);
    const auto second = camera.next_frame(kFrameComes);
    REQUIRE((first && second));
    CHECK(second->number == first->number + 1);
    CHECK(second->timestamp_s > first->timestamp_s);
    CHECK(camera.statistics().delivered == 2);
    camera.stop_stream();
    CHECK_FALSE(camera.streaming());
  }
  SECTION("a software trigger starts one exposure") {
    if (!has_trigger(camera, CameraTrigger::kSoftware)) return;
    camera.set_trigger(CameraTrigger::kSoftware);
    camera.start_stream(4);
    CHECK_FALSE(camera.next_frame(kNoFrameComes));
    camera.trigger();
    const auto first = camera.next_frame(kFrameComes);
    camera.trigger();
    const auto second = camera.next_frame(kFrameComes);
    REQUIRE((first && second));
    CHECK(second->number == first->number + 1);
    CHECK_FALSE(camera.next_frame(kNoFrameComes));
  }
}

inline void check_camera_trigger_input(Camera& camera, const Pulse& pulse) {
  SECTION("a hardware trigger exposes one frame per edge, and none without") {
    camera.set_trigger(CameraTrigger::kHardware);
    camera.start_stream(8);
    CHECK_FALSE(camera.next_frame(kNoFrameComes));
    pulse(5);
    std::uint64_t number = 0;
    for (int i = 0; i < 5; ++i) {
      const auto frame = camera.next_frame(kFrameComes);
      REQUIRE(frame);
      if (i > 0) CHECK(frame->number == number + 1);
      number = frame->number;
    }
    CHECK_FALSE(camera.next_frame(kNoFrameComes));
    CHECK(camera.statistics().dropped == 0);
  }
  SECTION("when nobody takes the frames the oldest stay, the newest are dropped and counted") {
    camera.set_trigger(CameraTrigger::kHardware);
    camera.start_stream(2);
    pulse(5);
    const auto first = camera.next_frame(kFrameComes);
    const auto second = camera.next_frame(kFrameComes);
    REQUIRE((first && second));
    CHECK(second->number == first->number + 1);
    CHECK_FALSE(camera.next_frame(kNoFrameComes));
    CHECK(camera.statistics().dropped == 3);
  }
  SECTION("a stream that was stopped starts empty") {
    camera.set_trigger(CameraTrigger::kHardware);
    camera.start_stream(4);
    pulse(2);
    camera.stop_stream();
    camera.start_stream(4);
    CHECK_FALSE(camera.next_frame(kNoFrameComes));
    CHECK(camera.statistics().delivered == 0);
  }
}

inline void check_camera_contract(Camera& camera, const Pulse& pulse = {}) {
  SECTION("it is a device") { check_device_contract(camera); }
  check_camera_settings(camera);
  check_camera_streaming(camera);
  if (pulse && has_trigger(camera, CameraTrigger::kHardware)) check_camera_trigger_input(camera, pulse);
}

}  // namespace tomocyte::test
