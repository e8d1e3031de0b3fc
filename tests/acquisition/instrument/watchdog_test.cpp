// The light goes off without its program. Its state is a file, which a killed program leaves as a laser would be left.
#include "acquisition/instrument/watchdog.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

#include "acquisition/instrument/connected_instrument.h"
#include "core/error.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

using std::chrono::milliseconds;

struct WatchdogBench {
  Folder folder;
  std::filesystem::path light = folder / "light";
  std::filesystem::path log = folder / "log";

  [[nodiscard]] InstrumentConfig config() const {
    InstrumentConfig config;
    config.name = "rehearsal";
    config.setup = OpticalSetup{0.532, 1.337, 1.2, 0.05};
    config.light = DeviceConfig{"simulated", "", light.string(), {}, {}};
    return config;
  }
  [[nodiscard]] WatchdogOptions options() const {
    return {TOMOCYTE_WATCHDOG, log, milliseconds(20), milliseconds(400)};
  }
  [[nodiscard]] bool on() const { return bytes_of(light) == "on \n"; }

  // Until `state` holds; false after a time that no computer needs.
  template <class State>
  static bool becomes(const State& state) {
    for (int i = 0; i < 6000; ++i) {
      if (state()) return true;
      std::this_thread::sleep_for(milliseconds(5));
    }
    return false;
  }
  [[nodiscard]] bool goes_off() const {
    return becomes([this] { return bytes_of(light) == "off\n"; });
  }
};

// A program that uses the light: on and off for ever, mostly on.
class UsingProgram {
 public:
  UsingProgram(const WatchdogBench& bench, bool watched) : child_(::fork()) {
    if (child_ != 0) return;
    try {
      const auto watchdog = watched ? start_watchdog(bench.config(), bench.options()) : nullptr;
      const ConnectedInstrument instrument(bench.config());
      for (;;) {
        instrument.light()->set_on(true);
        std::this_thread::sleep_for(milliseconds(3));
        instrument.light()->set_on(false);
      }
    } catch (...) {
      ::_exit(1);
    }
  }
  ~UsingProgram() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  UsingProgram(const UsingProgram&) = delete;
  UsingProgram& operator=(const UsingProgram&) = delete;
  void send(int signal) const { ::kill(child_, signal); }
  [[nodiscard]] pid_t id() const { return child_; }

 private:
  pid_t child_;
};

}  // namespace

TEST_CASE("without a watchdog the light of a killed program stays on") {
  const WatchdogBench bench;
  {
    const UsingProgram program(bench, false);
    REQUIRE(WatchdogBench::becomes([&] {
      program.send(SIGCONT);
      std::this_thread::sleep_for(milliseconds(1));
      program.send(SIGSTOP);
      return bench.on();
    }));
  }
  CHECK(bench.on());
}

TEST_CASE("the light of a program that is killed at any moment goes off") {
  std::mt19937 random(20261121);
  std::uniform_int_distribution<int> delay_ms(0, 12);
  int left_on = 0;
  for (int round = 0; round < 12; ++round) {
    const WatchdogBench bench;
    {
      const UsingProgram program(bench, true);
      REQUIRE(WatchdogBench::becomes([&] { return bench.on(); }));
      std::this_thread::sleep_for(milliseconds(delay_ms(random)));
      program.send(SIGSTOP);  // to see what it leaves behind
      left_on += bench.on() ? 1 : 0;
    }
    INFO("round " << round);
    REQUIRE(WatchdogBench::becomes([&] { return bytes_of(bench.log).find("are off") != std::string::npos; }));
    REQUIRE(bench.goes_off());
    CHECK(contains(bytes_of(bench.log), "\"rehearsal\": the program has ended without switching the light off"));
  }
  CHECK(left_on > 0);
}

TEST_CASE("a program that hangs and keeps the light to itself is ended, and its light goes off") {
  const WatchdogBench bench;
  const UsingProgram program(bench, true);
  REQUIRE(WatchdogBench::becomes([&] { return bench.on(); }));
  program.send(SIGSTOP);
  REQUIRE(WatchdogBench::becomes([&] { return bytes_of(bench.log).find("are off") != std::string::npos; }));
  CHECK(bench.goes_off());
  const std::string log = bytes_of(bench.log);
  CHECK(contains(log, "no sign of life for 400 ms"));
  CHECK(contains(log, "in use by another program"));
  CHECK(contains(log, "ended the program that hangs (process " + std::to_string(program.id())));
}

TEST_CASE("a watchdog that is no longer needed leaves quietly") {
  const WatchdogBench bench;
  pid_t process = 0;
  {
    const auto watchdog = start_watchdog(bench.config(), bench.options());
    REQUIRE(watchdog);
    process = watchdog->process();
    CHECK(::kill(process, 0) == 0);
    const ConnectedInstrument instrument(bench.config());
    instrument.light()->set_on(true);
    CHECK(bench.on());
  }
  CHECK(::kill(process, 0) != 0);
  CHECK(bytes_of(bench.light) == "off\n");
  CHECK_FALSE(std::filesystem::exists(bench.log));
}

TEST_CASE("a watchdog that is killed is replaced by another") {
  const WatchdogBench bench;
  const auto watchdog = start_watchdog(bench.config(), bench.options());
  const pid_t first = watchdog->process();
  REQUIRE(::kill(first, SIGKILL) == 0);
  CHECK(WatchdogBench::becomes([&] { return watchdog->process() != first && watchdog->process() > 0; }));
}

TEST_CASE("an instrument whose light ends with the program needs no watchdog; one that is missing is told") {
  CHECK(start_watchdog(simulated_instrument()) == nullptr);
  const WatchdogBench bench;
  WatchdogOptions absent = bench.options();
  absent.program = bench.folder / "absent";
  CHECK_THROWS_WITH(start_watchdog(bench.config(), absent), Catch::Contains("absent cannot be started"));
  absent.program = "/bin/false";
  CHECK_THROWS_WITH(start_watchdog(bench.config(), absent), Catch::Contains("does not answer"));
}

TEST_CASE("a simulated light that another program uses is not connected") {
  const WatchdogBench bench;
  const ConnectedInstrument first(bench.config());
  const ConnectedInstrument second(bench.config());
  CHECK(second.light() == nullptr);
  CHECK_THAT(second.devices().front().failure, Catch::Contains("in use by another program"));
}
