#include "acquisition/thorlabs/apt_stage.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <thread>

#include "core/error.h"
#include "tests/acquisition/thorlabs/peer_process.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

const StageLimits kLimits{{-1000.0, -1000.0, 0.0}, {100'000.0, 70'000.0, 5000.0}};
constexpr double kCount_um = 0.05;  // MLS203

AptStageOptions options_for(const PeerProcess& peer) {
  AptStageOptions options;
  options.x.port = peer.port();
  options.y.port = peer.port();
  options.stall_time_ms = 500.0;
  return options;
}

// Connected and with limits, on a peer with these arguments.
struct Bench {
  explicit Bench(const std::vector<std::string>& arguments) : peer(arguments), stage(options_for(peer)) {
    stage.set_limits(kLimits);
  }
  PeerProcess peer;
  AptStage stage;
};

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const DeviceError& error) {
    return error.what();
  }
  return "no error";
}

bool mentions(const std::vector<std::string>& log, const std::string& line) {
  return std::ranges::find(log, line) != log.end();
}

// Messages that move something: home, relative, absolute.
std::size_t motions_in(const std::vector<std::string>& log) {
  return static_cast<std::size_t>(std::ranges::count_if(log, [](const std::string& line) {
    return line.starts_with("0443") || line.starts_with("0448") || line.starts_with("0453");
  }));
}

}  // namespace

TEST_CASE("the stage says who it is, and connecting enables the motors and moves nothing") {
  Bench bench({"stage"});
  const DeviceIdentity identity = bench.stage.identity();
  CHECK(identity.driver == "apt");
  CHECK(identity.vendor == "Thorlabs");
  CHECK(identity.model == "BBD203");
  CHECK(identity.serial == "73000123");
  CHECK(identity.firmware == "3.2.5");
  CHECK(bench.stage.state() == DeviceState::kReady);
  CHECK_FALSE(bench.stage.homed());
  CHECK(bench.stage.position().x_um == Approx(34'567 * kCount_um));
  const auto log = bench.peer.end();
  CHECK(mentions(log, "0210 21"));
  CHECK(mentions(log, "0210 22"));
  CHECK(motions_in(log) == 0);
}

TEST_CASE("the stage moves to a position and reads it back within one encoder count, whatever the line is like") {
  const auto faults = GENERATE(std::vector<std::string>{}, std::vector<std::string>{"--garbage"},
                               std::vector<std::string>{"--split"}, std::vector<std::string>{"--delay-ms", "40"},
                               std::vector<std::string>{"--garbage", "--split", "--delay-ms", "10"});
  std::vector<std::string> arguments = faults;
  arguments.emplace_back("stage");
  Bench bench(arguments);
  bench.stage.home();
  CHECK(bench.stage.homed());
  CHECK(std::abs(bench.stage.position().x_um) <= kCount_um);
  bench.stage.move_to({12'345.65, 4321.0, 0.0});
  const StagePosition position = bench.stage.position();
  CHECK(std::abs(position.x_um - 12'345.65) <= kCount_um);
  CHECK(std::abs(position.y_um - 4321.0) <= kCount_um);
  CHECK(position.z_um == 0.0);
  const auto log = bench.peer.end();
  CHECK(mentions(log, "0453 21 246913"));  // 20,000 counts/mm
  CHECK(mentions(log, "0453 22 86420"));
}

TEST_CASE("a stage that does not announce the ends of its moves, loses answers or wants acknowledgements gets there") {
  const std::string fault = GENERATE("--no-announcements", "--drops-answers", "--wants-acknowledgement");
  Bench bench({"stage", fault});
  bench.stage.home();
  for (int i = 1; i <= 3; ++i) {
    bench.stage.move_to({1000.0 * i, 500.0 * i, 0.0});
    CHECK(std::abs(bench.stage.position().x_um - 1000.0 * i) <= kCount_um);
  }
  for (int i = 0; i < 30; ++i) CHECK(std::abs(bench.stage.position().y_um - 1500.0) <= kCount_um);
}

TEST_CASE("a relative move goes from where the stage stands") {
  Bench bench({"stage"});
  bench.stage.home();
  bench.stage.move_to({2000.0, 1000.0, 0.0});
  bench.stage.move_by({-250.0, 0.0, 0.0});
  CHECK(std::abs(bench.stage.position().x_um - 1750.0) <= kCount_um);
  CHECK(std::abs(bench.stage.position().y_um - 1000.0) <= kCount_um);
  CHECK_THROWS_WITH(bench.stage.move_by({0.0, 70'000.0, 0.0}), Catch::Contains("70000 µm are allowed"));
  const auto log = bench.peer.end();
  CHECK(mentions(log, "0448 21 -5000"));
  CHECK(motions_in(log) == 5);  // two homes, two absolute, one relative
}

TEST_CASE("a third axis on the same controller is z, and may count downwards") {
  const PeerProcess peer({"stage"});
  AptStageOptions options = options_for(peer);
  options.z = AptAxisOptions{.port = peer.port(), .bay = 3, .counts_per_um = -20.0};
  AptStage stage(options);
  stage.set_limits(kLimits);
  stage.home();
  stage.move_to({0.0, 0.0, 150.0});
  CHECK(std::abs(stage.position().z_um - 150.0) <= kCount_um);
}

TEST_CASE("what is forbidden is refused before anything moves") {
  PeerProcess peer({"stage"});
  AptStage stage(options_for(peer));
  CHECK_THROWS_WITH(stage.move_to({0.0, 0.0, 0.0}), Catch::Contains("limits of the stage are unknown"));
  stage.set_limits(kLimits);
  CHECK_THROWS_WITH(stage.move_to({0.0, 0.0, 0.0}), Catch::Contains("x axis is not homed"));
  CHECK_THROWS_WITH(stage.move_to({100'000.1, 0.0, 0.0}), Catch::Contains("-1000 to 100000 µm are allowed"));
  CHECK_THROWS_AS(stage.move_to({std::nan(""), 0.0, 0.0}), DeviceError);
  CHECK_THROWS_WITH(stage.move_to({0.0, 0.0, 10.0}), Catch::Contains("no z axis"));
  CHECK_THROWS_AS(stage.move_by({1e9, 0.0, 0.0}), DeviceError);
  CHECK(motions_in(peer.end()) == 0);
}

TEST_CASE("the speed is set in the units of the brushless controllers and read back") {
  Bench bench({"stage"});
  bench.stage.set_speed_um_s(10'000.0);
  CHECK(bench.stage.speed_um_s() == Approx(10'000.0).epsilon(1e-6));
  bench.stage.set_property("speed", 20'000.0);
  CHECK_THROWS_AS(bench.stage.set_speed_um_s(0.0), InputError);
  CHECK_THROWS_AS(bench.stage.set_speed_um_s(1e9), InputError);
  // The protocol's factors for the MLS203: 134,217.728 per mm/s and 13.744 per mm/s².
  const auto log = bench.peer.end();
  CHECK(mentions(log, "0413 21 0 13744 1342177"));
  CHECK(mentions(log, "0413 22 0 13744 2684355"));
}

TEST_CASE("stop from another thread ends a move, and the stage can go on") {
  Bench bench({"stage"});
  bench.stage.home();
  bench.stage.set_speed_um_s(5000.0);
  std::string error;
  std::thread mover([&] { error = error_of([&] { bench.stage.move_to({90'000.0, 0.0, 0.0}); }); });
  while (bench.stage.state() != DeviceState::kBusy) std::this_thread::yield();
  bench.stage.stop();
  mover.join();
  CHECK_THAT(error, Catch::Contains("was stopped"));
  const double stopped_at = bench.stage.position().x_um;
  CHECK(stopped_at < 80'000.0);
  CHECK(bench.stage.state() == DeviceState::kReady);
  CHECK(bench.stage.position().x_um == stopped_at);
  bench.stage.move_to({stopped_at + 100.0, 0.0, 0.0});
  CHECK(std::abs(bench.stage.position().x_um - stopped_at - 100.0) <= kCount_um);
  CHECK(mentions(bench.peer.end(), "0465 21 2"));  // profiled
}

TEST_CASE("a stage that is stuck is found, named with its position and stopped") {
  Bench bench({"stage", "--stall"});
  const std::string error = error_of([&] { bench.stage.home(); });
  CHECK_THAT(error, Catch::Contains("stalled") && Catch::Contains("BBD203 (no. 73000123)"));
  CHECK(mentions(bench.peer.end(), "0465 21 1"));  // at once
}

TEST_CASE("every fault in a move ends in an error that says which") {
  struct Case {
    std::vector<std::string> fault;
    std::string text;
  };
  const Case c =
      GENERATE(Case{{"--limit-counts", "200000"}, "x axis at 10000 µm: it has hit its limit switch"},
               Case{{"--bits-in-move", "16384"}, "motion error"}, Case{{"--bits-in-move", "16777216"}, "current limit"},
               Case{{"--bits-in-move", "67108864"}, "current limit"}, Case{{"--bits-in-move", "65536"}, "interlock"},
               Case{{"--bits-in-move", "2147483648"}, "motor is disabled"},
               Case{{"--reports-error"}, "reports error 77: Invalid trajectory"},
               Case{{"--silent-in-move"}, "does not answer"}, Case{{"--hang-up-in-move"}, "is gone"});
  std::vector<std::string> arguments = {"stage"};
  arguments.insert(arguments.end(), c.fault.begin(), c.fault.end());
  Bench bench(arguments);
  bench.stage.home();
  CHECK_THAT(error_of([&] { bench.stage.move_to({20'000.0, 0.0, 0.0}); }), Catch::Contains(c.text));
}

TEST_CASE("a stage whose cable is pulled is disconnected, and stop() stays silent") {
  Bench bench({"stage", "--hang-up-in-move"});
  bench.stage.home();
  CHECK_THROWS_AS(bench.stage.move_to({20'000.0, 0.0, 0.0}), DeviceError);
  CHECK(bench.stage.state() == DeviceState::kDisconnected);
  CHECK_THROWS_WITH(bench.stage.position(), Catch::Contains(bench.peer.port()) && Catch::Contains("is gone"));
  bench.stage.stop();
}

TEST_CASE("a stage that loses its reference does not move again before it is homed") {
  Bench bench({"stage", "--loses-home"});
  bench.stage.home();
  bench.stage.move_to({100.0, 0.0, 0.0});
  CHECK_THAT(error_of([&] { bench.stage.move_to({200.0, 0.0, 0.0}); }), Catch::Contains("x axis is not homed"));
}

TEST_CASE("connecting fails with the reason when nobody answers or the motor stays disabled") {
  const PeerProcess silent({"stage", "--silent"});
  CHECK_THAT(error_of([&] { AptStage stage(options_for(silent)); }), Catch::Contains("does not answer"));
  const PeerProcess disabled({"stage", "--stays-disabled"});
  CHECK_THAT(error_of([&] { AptStage stage(options_for(disabled)); }), Catch::Contains("x axis stays disabled"));
  const PeerProcess wheel({"wheel"});
  CHECK_THAT(error_of([&] { AptStage stage(options_for(wheel)); }), Catch::Contains("does not answer"));
}
