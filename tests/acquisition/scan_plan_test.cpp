#include "acquisition/scan_plan.h"

#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::string problems_of(const ScanPlan& plan, FakeInstrument& instrument) {
  const ScanDescription description = fake_description();
  return message_of<InputError>([&] {
    check_plan(plan, {description.setup, description.carrier}, instrument.devices());
  });
}

}  // namespace

TEST_CASE("a plan survives the way through JSON") {
  ScanPlan plan = fake_plan(2, "software");
  plan.options.autofocus = true;
  plan.positions[1].z_um = -3.25;
  plan.time_multiplexed = false;
  const ScanPlan back = plan_from_json(plan_to_json(plan));
  CHECK(back.positions == plan.positions);
  CHECK(back.background == plan.background);
  CHECK(back.illumination == plan.illumination);
  CHECK(back.options.timing == "software");
  CHECK(back.options.autofocus);
  CHECK_FALSE(back.time_multiplexed);
  CHECK_THROWS_WITH(plan_from_json(R"({"options":{}})"), Catch::Contains("background"));
  CHECK_THROWS_WITH(
      plan_from_json(
          R"({"options":{"speed":1},"background":[0,0,0],"positions":[],"illumination":[],"time_multiplexed":true})"),
      Catch::Contains("speed"));
}

TEST_CASE("a plan that fits is accepted, and nothing moves or lights up") {
  FakeInstrument instrument;
  check_plan(fake_plan(), {fake_description().setup, std::nullopt}, instrument.devices());
  CHECK(instrument.bench.calls.empty());
}

TEST_CASE("everything that is wrong with a plan is named at once, before anything moves") {
  FakeInstrument instrument;
  instrument.stage.is_homed = false;
  ScanPlan plan = fake_plan();
  plan.positions[1].x_um = 2000.0;
  plan.options.exposure_ms = 8.0;
  plan.illumination[3] = {20.0, 0.0};
  const std::string problems = problems_of(plan, instrument);
  CHECK_THAT(problems, Catch::Contains("not homed"));
  CHECK_THAT(problems, Catch::Contains("position 2: the stage cannot go to x = 2000 µm"));
  CHECK_THAT(problems, Catch::Contains("8 ms does not fit into 6.667 ms"));
  CHECK_THAT(problems, Catch::Contains("pattern 4"));
  CHECK(instrument.bench.calls.empty());
}

TEST_CASE("what a device cannot do is named") {
  FakeInstrument instrument;
  ScanPlan plan = fake_plan();
  SECTION("no hardware trigger") {
    instrument.camera.triggers = {CameraTrigger::kFreeRun};
    CHECK_THAT(problems_of(plan, instrument), Catch::Contains("no hardware trigger"));
  }
  SECTION("more patterns than the modulator stores") {
    plan.illumination.resize(101);
    CHECK_THAT(problems_of(plan, instrument), Catch::Contains("stores 100 patterns, the plan has 101"));
  }
  SECTION("an exposure that the camera does not have") {
    plan.options.exposure_ms = 200.0;
    CHECK_THAT(problems_of(plan, instrument), Catch::Contains("0.1 to 100 ms, not 200 ms"));
  }
  SECTION("no position") {
    plan.positions.clear();
    CHECK_THAT(problems_of(plan, instrument), Catch::Contains("no position"));
  }
  SECTION("autofocus beyond the stage's limits, without a carrier") {
    plan.options.autofocus = true;
    plan.options.autofocus_range_um = 50.0;
    CHECK_THAT(problems_of(plan, instrument), Catch::Contains("z = -25 µm") && Catch::Contains("carrier"));
  }
  SECTION("an option out of range") {
    plan.options.frame_rate_hz = 0.0;
    CHECK_THAT(problems_of(plan, instrument), Catch::Contains("frame-rate-hz"));
  }
}

TEST_CASE("the expected time is that of frames, moves and settling") {
  const FakeInstrument instrument;
  const ScanPlan plan = fake_plan(2);
  // 200 µm to the background, 199 back, 1 on, at 1000 µm/s; three stops of 100 ms; 3 x 7 frames at 150 Hz.
  CHECK(expected_time_s(plan, instrument.stage) == Approx(0.4 + 0.3 + 21.0 / 150.0));
}
