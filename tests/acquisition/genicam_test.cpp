// The GenICam driver end to end, against Aravis's simulator of a GigE Vision camera.
#include <algorithm>
#include <cmath>
#include <thread>

#include "tests/acquisition/gige_simulator.h"

using namespace std::chrono_literals;
using namespace tomocyte;

namespace {

constexpr auto kPatience = 20s;  // for what must come; never how long it should take

// Small enough that no socket buffer overflows while this process does not run.
void make_small_and_fast(Camera& camera, double frames_per_second) {
  camera.set_region({0, 0, 64, 64});
  camera.set_property("frame-rate", frames_per_second);
}

CameraFrame must_come(Camera& camera) {
  auto frame = camera.next_frame(kPatience);
  REQUIRE(frame);
  return std::move(*frame);
}

Property property(const Camera& camera, const std::string& name) {
  const auto all = camera.properties();
  const auto found = std::ranges::find(all, name, &Property::name);
  REQUIRE(found != all.end());
  return *found;
}

}  // namespace

TEST_CASE("a camera is found on the network and opens by its address and by its id") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator({"-s", "T1"});
  static_cast<void>(simulator.open_camera());  // waits until it answers
  const auto found = find_genicam_cameras();
  const auto ours = std::ranges::find(found, GigeSimulator::kAddress, &FoundCamera::address);
  REQUIRE(ours != found.end());
  CHECK(ours->vendor == "Aravis");
  CHECK(ours->model == "Fake");
  CHECK(ours->serial == "T1");
  CHECK(ours->interface == "GigEVision");
  const auto camera = open_genicam_camera(ours->id);
  const DeviceIdentity identity = camera->identity();
  CHECK(identity.driver == "genicam");
  CHECK(identity.vendor == "Aravis");
  CHECK(identity.serial == "T1");
  CHECK(camera->state() == DeviceState::kReady);
}

TEST_CASE("a camera that is not there is refused by its name, with what to do") {
  try {
    const auto camera = open_genicam_camera("No-Such-Camera");
    FAIL("it opened");
  } catch (const DeviceError& error) {
    CHECK_THAT(error.what(), Catch::Contains("camera \"No-Such-Camera\" was not found"));
    CHECK_FALSE(error.remedy().empty());
  }
  CHECK_THROWS_AS(open_genicam_camera(""), InputError);
}

TEST_CASE("a camera that another program controls is refused and says so") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto first = simulator.open_camera();
  CHECK_THROWS_WITH(open_genicam_camera(GigeSimulator::kAddress), Catch::Contains("in use by another program"));
  CHECK(first->snap().counts.size() > 0);
}

TEST_CASE("the camera tells what it can") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  const CameraCapabilities capabilities = camera->capabilities();
  CHECK(capabilities.sensor == Shape<2>{2048, 2048});
  CHECK(capabilities.bit_depths == std::vector<int>{8, 16});
  CHECK(capabilities.triggers ==
        std::vector<CameraTrigger>{CameraTrigger::kFreeRun, CameraTrigger::kSoftware, CameraTrigger::kHardware});
  REQUIRE(capabilities.exposure_ms);
  CHECK(capabilities.exposure_ms->lowest == Approx(0.01));
  CHECK(capabilities.exposure_ms->highest == Approx(10'000.0));
  CHECK_FALSE(capabilities.gain_db);  // it has a raw gain only
  CHECK_THROWS_AS(camera->set_gain_db(1.0), InputError);
}

TEST_CASE("the camera's nodes are properties with unit, range and read-only flag") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator({"-s", "T2"});
  const auto camera = simulator.open_camera();
  CHECK(property(*camera, "serial").value == PropertyValue("T2"));
  CHECK(property(*camera, "serial").read_only);
  const Property exposure = property(*camera, "exposure");
  CHECK(exposure.unit == "ms");
  CHECK(*exposure.minimum == Approx(0.01));
  CHECK(*exposure.maximum == Approx(10'000.0));
  CHECK_FALSE(exposure.read_only);
  CHECK(*property(*camera, "gain-raw").maximum == 10.0);
  CHECK(property(*camera, "pixel-format").choices == std::vector<std::string>{"Mono8", "Mono16"});
  CHECK(property(*camera, "trigger").choices == std::vector<std::string>{"free run", "software", "hardware"});
  CHECK(property(*camera, "trigger-line").choices == std::vector<std::string>{"Line0"});

  camera->set_property("exposure", 12.5);
  CHECK(camera->exposure_ms() == Approx(12.5));
  camera->set_property("gain-raw", std::int64_t{7});
  CHECK(property(*camera, "gain-raw").value == PropertyValue(std::int64_t{7}));
  camera->set_property("region-width", std::int64_t{200});
  CHECK(camera->frame_shape()[1] == 200);
  camera->set_property("trigger", std::string("hardware"));
  CHECK(camera->trigger_mode() == CameraTrigger::kHardware);
}

TEST_CASE("what the camera cannot do is refused with its range, and nothing changes") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  camera->set_exposure_ms(5.0);
  CHECK_THROWS_WITH(camera->set_exposure_ms(20'000.0), Catch::Contains("0.01 to 10000 ms"));
  CHECK_THROWS_AS(camera->set_exposure_ms(std::nan("")), InputError);
  CHECK_THROWS_WITH(camera->set_property("exposure", 0.001), Catch::Contains("0.01 to 10000 ms"));
  CHECK(camera->exposure_ms() == Approx(5.0));
  CHECK_THROWS_AS(camera->set_property("gain-raw", std::int64_t{11}), InputError);
  CHECK_THROWS_AS(camera->set_property("vendor", std::string("me")), InputError);
  CHECK_THROWS_WITH(camera->set_bit_depth(10), Catch::Contains("it has 8, 16 bit"));
  camera->set_region({16, 32, 100, 80});
  CHECK_THROWS_WITH(camera->set_region({0, 2000, 64, 64}), Catch::Contains("2048 x 2048"));
  CHECK(camera->region() == CameraRegion{16, 32, 100, 80});
}

TEST_CASE("500 frames stream without a loss, with consecutive numbers and rising times") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  make_small_and_fast(*camera, 100.0);
  camera->start_stream(100);
  CHECK(camera->state() == DeviceState::kBusy);
  CameraFrame last = must_come(*camera);
  for (int i = 1; i < 500; ++i) {
    CameraFrame frame = must_come(*camera);
    REQUIRE(frame.number == last.number + 1);
    REQUIRE(frame.timestamp_s > last.timestamp_s);
    last = std::move(frame);
  }
  const StreamStatistics statistics = camera->statistics();
  CHECK(statistics.delivered == 500);
  CHECK(statistics.dropped == 0);
  CHECK(statistics.lost == 0);
  camera->stop_stream();
  CHECK_FALSE(camera->streaming());
  CHECK(camera->statistics().delivered == 500);
}

TEST_CASE("pictures have the region's shape and the simulator's diagonal ramp") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  camera->set_exposure_ms(10.0);  // the ramp's slope is 1 count per pixel there
  camera->set_property("gain-raw", std::int64_t{0});
  camera->set_region({0, 0, 48, 96});
  for (const int bits : {8, 16}) {
    camera->set_bit_depth(bits);
    CHECK(camera->bit_depth() == bits);
    const CameraFrame frame = camera->snap();
    REQUIRE(frame.counts.shape() == Shape<2>{48, 96});
    CHECK(*std::ranges::max_element(frame.counts.values()) <= (1 << bits) - 1);
    CHECK(frame.counts(3, 5) == frame.counts(5, 3));
    CHECK(frame.counts(0, 40) == frame.counts(40, 0));
    CHECK(*std::ranges::max_element(frame.counts.values()) > *std::ranges::min_element(frame.counts.values()));
  }
}

TEST_CASE("one software trigger makes one frame") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  make_small_and_fast(*camera, 100.0);
  CHECK_THROWS_AS(camera->trigger(), DeviceError);
  camera->set_trigger(CameraTrigger::kSoftware);
  CHECK(camera->trigger_mode() == CameraTrigger::kSoftware);
  camera->start_stream(4);
  for (int i = 0; i < 5; ++i) {
    camera->trigger();
    static_cast<void>(must_come(*camera));
    CHECK_FALSE(camera->next_frame(200ms));
  }
  CHECK(camera->statistics().delivered == 5);
  CHECK(camera->statistics().dropped == 0);
}

TEST_CASE("a snap needs no trigger, may be repeated, and leaves the trigger as it was") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  make_small_and_fast(*camera, 100.0);
  std::uint64_t least = 0;
  for (const CameraTrigger mode : {CameraTrigger::kFreeRun, CameraTrigger::kSoftware, CameraTrigger::kHardware}) {
    camera->set_trigger(mode);
    for (int i = 0; i < 2; ++i) {
      const CameraFrame frame = camera->snap();
      CHECK(frame.number >= least);
      least = frame.number + 1;
    }
    CHECK(camera->trigger_mode() == mode);
    CHECK_FALSE(camera->streaming());
  }
}

TEST_CASE("a ring that is too small drops the newest frames and counts them") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  make_small_and_fast(*camera, 100.0);
  camera->start_stream(2);
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (camera->statistics().dropped < 10) {
    REQUIRE(std::chrono::steady_clock::now() < deadline);
    std::this_thread::sleep_for(10ms);
  }
  const std::uint64_t first = must_come(*camera).number;
  CHECK(must_come(*camera).number == first + 1);
  std::uint64_t last = 0;
  for (int i = 0; i < 50; ++i) last = must_come(*camera).number;
  CHECK(last >= first + 61);
  camera->stop_stream();
  camera->start_stream(100);
  CHECK(camera->statistics().dropped == 0);
  CHECK(must_come(*camera).number > last);
}

TEST_CASE("a reader may keep frames: the ring does not run short, and they outlive the camera") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  auto camera = simulator.open_camera();
  camera->set_bit_depth(16);
  make_small_and_fast(*camera, 100.0);
  camera->start_stream(20);
  std::vector<CameraFrame> kept;
  std::vector<std::vector<std::uint16_t>> copies;
  for (int i = 0; i < 60; ++i) {
    kept.push_back(must_come(*camera));
    copies.emplace_back(kept.back().counts.values().begin(), kept.back().counts.values().end());
  }
  CHECK(camera->statistics().dropped == 0);
  CHECK(camera->statistics().lost == 0);
  camera.reset();
  for (std::size_t i = 0; i < kept.size(); ++i) CHECK(std::ranges::equal(kept[i].counts.values(), copies[i]));
}

TEST_CASE("frames that are damaged on the way leave gaps in the numbers and are counted") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator({"-r", "50"});  // loses 5 % of the packets
  const auto camera = simulator.open_camera();
  make_small_and_fast(*camera, 100.0);
  camera->start_stream(100);
  const std::uint64_t first = must_come(*camera).number;
  std::uint64_t last = first;
  constexpr std::uint64_t kFrames = 100;
  for (std::uint64_t i = 1; i < kFrames; ++i) last = must_come(*camera).number;
  const std::uint64_t missing = last - first + 1 - kFrames;
  CHECK(missing > 0);
  CHECK(camera->statistics().lost >= missing);
  CHECK(camera->statistics().dropped == 0);
}

TEST_CASE("a streaming camera refuses another format, region or trigger") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  const auto camera = simulator.open_camera();
  CHECK_THROWS_WITH(camera->next_frame(1ms), Catch::Contains("does not stream"));
  make_small_and_fast(*camera, 100.0);
  CHECK_THROWS_AS(camera->start_stream(0), InputError);
  camera->start_stream(4);
  CHECK_THROWS_WITH(camera->set_bit_depth(16), Catch::Contains("streams"));
  CHECK_THROWS_WITH(camera->set_region({0, 0, 8, 8}), Catch::Contains("streams"));
  CHECK_THROWS_WITH(camera->set_trigger(CameraTrigger::kSoftware), Catch::Contains("streams"));
  CHECK_THROWS_WITH(camera->snap(), Catch::Contains("streams"));
  camera->set_exposure_ms(3.0);
  CHECK(camera->exposure_ms() == Approx(3.0));
  static_cast<void>(must_come(*camera));
}

TEST_CASE("a camera lost while streaming says so with its frames, and opens again when it is back") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator;
  auto camera = simulator.open_camera();
  make_small_and_fast(*camera, 100.0);
  camera->start_stream(1000);
  std::uint64_t received = 0;
  for (; received < 20; ++received) static_cast<void>(must_come(*camera));
  simulator.kill();
  std::string message;
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (message.empty()) {
    REQUIRE(std::chrono::steady_clock::now() < deadline);
    try {
      if (camera->next_frame(500ms)) ++received;
    } catch (const DeviceError& error) {
      message = error.what();
      CHECK_FALSE(error.remedy().empty());
    }
  }
  CHECK_THAT(message, Catch::Contains("lost while streaming, after " + std::to_string(received) + " frames"));
  CHECK(camera->state() == DeviceState::kDisconnected);
  CHECK_THROWS_WITH(camera->exposure_ms(), Catch::Contains("was lost"));
  camera->stop_stream();
  CHECK_THROWS_AS(camera->start_stream(4), DeviceError);
  camera.reset();

  simulator.start();
  camera = simulator.open_camera();
  make_small_and_fast(*camera, 100.0);
  camera->start_stream(100);
  for (int i = 0; i < 20; ++i) static_cast<void>(must_come(*camera));
}

TEST_CASE("a camera of the current feature names has gain in dB, temperature, steps of its sizes and 12 bits") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator({"-g", std::string(TOMOCYTE_TEST_DATA) + "/sfnc_camera.xml"});
  const auto camera = simulator.open_camera();
  const CameraCapabilities capabilities = camera->capabilities();
  CHECK(capabilities.bit_depths == std::vector<int>{8, 10, 12});
  CHECK(capabilities.exposure_ms->highest == Approx(500.0));
  REQUIRE(capabilities.gain_db);
  CHECK(capabilities.gain_db->highest == 24.0);
  camera->set_gain_db(6.5);
  CHECK(camera->gain_db() == Approx(6.5));
  CHECK_THROWS_WITH(camera->set_gain_db(25.0), Catch::Contains("0 to 24 dB"));
  CHECK(property(*camera, "gain").unit == "dB");

  const Property temperature = property(*camera, "temperature");
  CHECK(std::get<double>(temperature.value) == Approx(0x12345678 / 1e7));
  CHECK(temperature.unit == "°C");
  CHECK(temperature.read_only);
  CHECK(temperature.help == "Temperature of the sensor.");

  // Rounded down to the camera's steps, from a region that leaves no room to one that needs it.
  camera->set_region({0, 0, 2048, 2048});
  camera->set_region({101, 1003, 103, 1000});
  CHECK(camera->region() == CameraRegion{96, 1000, 100, 992});
  camera->set_bit_depth(12);
  CHECK(property(*camera, "pixel-format").value == PropertyValue("Mono12"));
  CHECK(camera->snap().counts.shape() == Shape<2>{100, 992});
}

TEST_CASE("the hardware trigger listens to the chosen line and edge") {
  if (!GigeSimulator::installed()) return;
  GigeSimulator simulator({"-g", std::string(TOMOCYTE_TEST_DATA) + "/sfnc_camera.xml"});
  const auto camera = simulator.open_camera();
  CHECK(property(*camera, "trigger-line").choices == std::vector<std::string>{"Line0", "Line2"});
  CHECK(property(*camera, "trigger-line").value == PropertyValue("Line0"));
  camera->set_property("trigger-edge", std::string("FallingEdge"));
  camera->set_property("trigger-line", std::string("Line2"));
  camera->set_trigger(CameraTrigger::kHardware);
  CHECK(camera->trigger_mode() == CameraTrigger::kHardware);
  CHECK(property(*camera, "trigger-line").value == PropertyValue("Line2"));
  CHECK(property(*camera, "trigger-edge").value == PropertyValue("FallingEdge"));
  CHECK_THROWS_AS(camera->set_property("trigger-line", std::string("Line7")), InputError);
}
