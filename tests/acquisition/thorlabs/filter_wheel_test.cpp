#include "acquisition/thorlabs/filter_wheel.h"

#include <algorithm>

#include "core/error.h"
#include "tests/acquisition/thorlabs/peer_process.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("the filter wheel says who it is and where it stands") {
  const auto arguments = GENERATE(std::vector<std::string>{"wheel"}, std::vector<std::string>{"wheel", "--no-echo"},
                                  std::vector<std::string>{"--split", "--delay-ms", "20", "wheel"});
  const PeerProcess peer(arguments);
  const Fw102cWheel wheel(peer.port());
  CHECK(wheel.identity().driver == "fw102c");
  CHECK(wheel.identity().model == "FW102C");
  CHECK(wheel.identity().firmware == "1.07");
  CHECK(wheel.positions() == 6);
  CHECK(wheel.position() == 1);
  CHECK(wheel.state() == DeviceState::kReady);
}

TEST_CASE("the filter wheel has arrived when move_to() returns, with the prompt early or late") {
  const auto arguments =
      GENERATE(std::vector<std::string>{"wheel"}, std::vector<std::string>{"wheel", "--prompt-at-once"},
               std::vector<std::string>{"wheel", "--no-echo"});
  PeerProcess peer(arguments);
  Fw102cWheel wheel(peer.port());
  wheel.move_to(4);
  CHECK(wheel.position() == 4);
  wheel.move_to(2);
  CHECK(wheel.position() == 2);
  CHECK_THROWS_AS(wheel.move_to(0), InputError);
  CHECK_THROWS_WITH(wheel.move_to(7), Catch::Contains("1 to 6"));
  const auto log = peer.end();
  CHECK(std::ranges::count_if(log, [](const std::string& line) { return line.starts_with("pos="); }) == 2);
}

TEST_CASE("speed and sensors of the filter wheel are properties") {
  const PeerProcess peer({"wheel"});
  Fw102cWheel wheel(peer.port());
  wheel.set_property("speed", std::string("slow"));
  wheel.set_property("sensors", std::string("off when idle"));
  CHECK_FALSE(wheel.fast());
  CHECK_FALSE(wheel.sensors_stay_on());
  CHECK_THROWS_AS(wheel.set_property("speed", std::string("ludicrous")), InputError);
}

TEST_CASE("a filter wheel that fails says how") {
  const auto error_of_move = [](const std::string& fault) -> std::string {
    const PeerProcess peer({"wheel", fault});
    try {
      Fw102cWheel(peer.port()).move_to(2);
    } catch (const DeviceError& error) {
      return error.what();
    }
    return "no error";
  };
  CHECK_THAT(error_of_move("--silent"), Catch::Contains("does not answer to \"*idn?\""));
  CHECK_THAT(error_of_move("--other-device"), Catch::Contains("TC200"));
  CHECK_THAT(error_of_move("--refuses"), Catch::Contains("Command error CMD_ARG_INVALID"));
  CHECK_THAT(error_of_move("--jammed"), Catch::Contains("stands at 1 instead of 2"));
  CHECK_THAT(error_of_move("--hang-up-in-move"), Catch::Contains("is gone"));
}
