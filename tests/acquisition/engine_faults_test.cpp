// Each fault: the light is off and nothing moves afterwards, what was acquired is kept, the error says what and what to
// do, and resume completes the scan.
#include <sys/resource.h>

#include <csignal>

#include "acquisition/engine.h"
#include "acquisition/journal/journal_writer.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// At one exposure, counted over the whole test.
auto once(int at, FrameFault fault) {
  return [=](int exposure) { return exposure == at ? fault : FrameFault::kNone; };
}

constexpr int kInSecondCell = 2 * kFakeAngles + 3;

struct Scene {
  ScanFolder folder;
  std::filesystem::path path = folder / "a.tomocyte.journal";
  FakeInstrument instrument;

  AcquisitionReport run(const std::string& timing = "hardware") {
    return acquire(instrument.devices(), fake_plan(3, timing), fake_description(), path, fake_options());
  }
  // Runs into a device's error; the background and the first cell are whole. Returns the message.
  std::string fail(const std::string& timing = "hardware") {
    std::string message = message_of<DeviceError>([&] { run(timing); });
    check_safe(instrument);
    CHECK_THAT(message, Catch::Contains("position 2 of 3") && Catch::Contains(path.string()));
    CHECK(ScanJournal(path).complete_positions() == std::vector<Index>{0, 1});
    return message;
  }
  // The fault is repaired.
  void resume_whole() {
    instrument.bench.script = [](int) { return FrameFault::kNone; };
    instrument.bench.on_move = [](int) {};
    instrument.bench.on_start = [] {};
    instrument.bench.camera_present = true;
    instrument.camera.set_trigger(CameraTrigger::kFreeRun);
    instrument.camera.set_exposure_ms(3.0);
    const int before = instrument.bench.exposures;
    resume(instrument.devices(), path, fake_options());
    CHECK(instrument.bench.exposures == before + 2 * kFakeAngles);
    check_safe(instrument);
    check_whole(path);
  }
};

}  // namespace

TEST_CASE("a frame that is missing, extra, late, dark or of the wrong pattern has its position scanned again") {
  const auto [fault, reason] =
      GENERATE(table<FrameFault, std::string>({{FrameFault::kLost, "frame count went from"},
                                               {FrameFault::kMissed, "13.333 ms"},
                                               {FrameFault::kExtra, "a frame came after the last of 7"},
                                               {FrameFault::kNext, "frame 4 shows pattern 5"},
                                               {FrameFault::kDark, "frame 4 is dark"},
                                               {FrameFault::kClockJump, "instead of 6.667 ms"},
                                               {FrameFault::kReset, "3 of 7 frames came"}}));
  Scene scene;
  scene.instrument.bench.script = once(kInSecondCell, fault);
  const AcquisitionReport report = scene.run();
  check_safe(scene.instrument);
  check_whole(scene.path);
  const PositionReport& repeated = report.positions.at(2);
  CHECK(repeated.attempts == 2);
  REQUIRE(repeated.faults.size() == 1);
  CHECK_THAT(repeated.faults[0], Catch::Contains(reason));
  CHECK(repeated.exposures > kFakeAngles);
}

TEST_CASE("a first or a last frame that is missing shifts nothing") {
  const int at = GENERATE(0, kFakeAngles - 1);
  const FrameFault fault = GENERATE(FrameFault::kMissed, FrameFault::kLost);
  Scene scene;
  scene.instrument.bench.script = once(at, fault);
  const AcquisitionReport report = scene.run();
  CHECK(report.positions.at(0).attempts == 2);
  CHECK_THAT(report.positions.at(0).faults.at(0), Catch::Contains("6 of 7 frames came"));
  check_whole(scene.path);
}

TEST_CASE("a wrong pattern is also noticed with software timing") {
  Scene scene;
  scene.instrument.bench.script = once(kInSecondCell, FrameFault::kNext);
  const AcquisitionReport report = scene.run("software");
  CHECK_THAT(report.positions.at(2).faults.at(0), Catch::Equals("frame 4 shows pattern 5"));
  check_whole(scene.path);
}

TEST_CASE("a position that stays wrong after three repeats ends the scan") {
  Scene scene;
  scene.instrument.bench.script = [](int exposure) {
    return exposure >= 2 * kFakeAngles && exposure % kFakeAngles == 5 ? FrameFault::kNext : FrameFault::kNone;
  };
  CHECK_THAT(scene.fail(), Catch::Contains("frame 6 shows pattern 7 (4 attempts)") && Catch::Contains("cable"));
  CHECK(ScanJournal(scene.path).next_attempt(2) == 4);
  scene.resume_whole();
}

TEST_CASE("a light that goes out is named, not recorded as a sample") {
  Scene scene;
  scene.instrument.bench.script = [](int exposure) {
    return exposure >= kInSecondCell ? FrameFault::kDark : FrameFault::kNone;
  };
  CHECK_THAT(scene.fail(),
             Catch::Contains("is dark: the light is off or blocked") && Catch::Contains("Check the light"));
  scene.resume_whole();
}

TEST_CASE("a camera that is unplugged ends the scan") {
  const std::string timing = GENERATE("hardware", "software");
  Scene scene;
  scene.instrument.bench.script = once(kInSecondCell, FrameFault::kUnplugged);
  // It cannot be restored while it is gone.
  std::string message = message_of<DeviceError>([&] { scene.run(timing); });
  CHECK_THAT(message, Catch::Contains("position 2 of 3: the fake camera does not answer") &&
                          Catch::Contains("Check the USB cable.") && Catch::Contains("resume"));
  CHECK_FALSE(scene.instrument.bench.light);
  CHECK_FALSE(scene.instrument.bench.modulator_running);
  CHECK(ScanJournal(scene.path).reader().frames() == 2 * kFakeAngles + 3);
  scene.resume_whole();
}

TEST_CASE("a stage that stalls ends the scan") {
  Scene scene;
  scene.instrument.bench.on_move = [](int move) {
    if (move == 2) throw DeviceError("the fake stage stalled at x = 1.4 µm", "Remove what blocks it.");
  };
  CHECK_THAT(scene.fail(), Catch::Contains("stalled at x = 1.4 µm") && Catch::Contains("Remove what blocks it."));
  scene.resume_whole();
}

TEST_CASE("a limit that is narrowed during the scan holds") {
  Scene scene;
  scene.instrument.bench.on_move = [&](int move) {
    if (move == 1) scene.instrument.stage.set_limits({{0, 0, -20}, {1.5, 1000, 20}});
  };
  CHECK_THAT(scene.fail(), Catch::Contains("0 to 1.5 µm are allowed"));
  scene.instrument.stage.set_limits({{0, 0, -20}, {1000, 1000, 20}});
  scene.resume_whole();
}

TEST_CASE("a modulator that is busy ends the scan") {
  const std::string timing = GENERATE("hardware", "software");
  Scene scene;
  const FakeBench& bench = scene.instrument.bench;
  scene.instrument.bench.on_start = [&] {
    if (bench.exposures >= 2 * kFakeAngles) throw DeviceError("the fake DMD is busy", "Close its other program.");
  };
  CHECK_THAT(scene.fail(timing), Catch::Contains("busy") && Catch::Contains("Close its other program."));
  scene.resume_whole();
}

TEST_CASE("a device that another program holds ends the scan before anything moves") {
  Scene scene;
  scene.instrument.bench.on_upload = [] {
    throw DeviceError("the fake DMD is in use by another program", "Close the other program.");
  };
  CHECK_THAT(message_of<DeviceError>([&] { scene.run(); }),
             Catch::Contains("in use by another program") && Catch::Contains("Close the other program."));
  check_safe(scene.instrument);
  CHECK(scene.instrument.bench.moves == 0);
  CHECK(scene.instrument.bench.exposures == 0);
  CHECK(scene.instrument.bench.count("light on") == 0);
}

TEST_CASE("gain and region that a device changed by itself are set back, however the scan ends") {
  const bool fails = GENERATE(false, true);
  Scene scene;
  const CameraRegion region = scene.instrument.camera.region();
  scene.instrument.bench.on_move = [&](int) {
    scene.instrument.camera.set_gain_db(12.0);
    scene.instrument.camera.set_region({0, 0, 4, 4});
  };
  if (fails) scene.instrument.bench.script = once(kInSecondCell, FrameFault::kUnplugged);
  if (fails) CHECK_THROWS_AS(scene.run(), DeviceError);
  if (!fails) scene.run();
  CHECK(scene.instrument.camera.gain_db() == 2.0);
  CHECK(scene.instrument.camera.region() == region);
  CHECK_FALSE(scene.instrument.bench.light);
}

TEST_CASE("a light that cannot be switched off is the first thing the user hears") {
  Scene scene;
  scene.instrument.bench.script = once(kInSecondCell, FrameFault::kUnplugged);
  scene.instrument.bench.on_start = [&] { scene.instrument.bench.light_stuck = true; };
  CHECK_THAT(message_of<DeviceError>([&] { scene.run(); }),
             Catch::Contains("could not be switched off") && Catch::Contains("Switch the light off at the device"));
  CHECK_FALSE(scene.instrument.bench.modulator_running);
}

TEST_CASE("a cancelled scan keeps its frames and goes on later") {
  Scene scene;
  std::stop_source stop;
  EngineOptions options = fake_options();
  options.on_frame = [&](Index position, Index angle, const CameraFrame&) {
    if (position == 2 && angle == 3) stop.request_stop();
  };
  const Progress progress({}, stop.get_token());
  CHECK_THROWS_AS(acquire(scene.instrument.devices(), fake_plan(), fake_description(), scene.path, options, progress),
                  Cancelled);
  check_safe(scene.instrument);
  CHECK(ScanJournal(scene.path).reader().frames() == 2 * kFakeAngles + 4);
  scene.resume_whole();
}

TEST_CASE("a full disk ends the scan with everything before it recoverable") {
  // A limit on the size of files stands in for the disk's end: write() stops in the middle of a record.
  const auto limit = GENERATE(1500, 2500, 3001, 4000);
  Scene scene;
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  rlimit small = before;
  small.rlim_cur = static_cast<rlim_t>(limit);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  std::string message;
  try {
    scene.run();
  } catch (const FileError& error) {
    message = std::string(error.what()) + error.remedy();
  }
  REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, SIG_DFL);
  CHECK_THAT(message, Catch::Contains(scene.path.string()) && Catch::Contains("cannot be written") &&
                          Catch::Contains("Free disk space"));
  check_safe(scene.instrument);
  const ScanJournal journal(scene.path);
  CHECK(journal.reader().cut_bytes() == 0);
  CHECK(static_cast<long>(journal.reader().good_bytes()) <= limit);
  const int before_resume = scene.instrument.bench.exposures;
  resume(scene.instrument.devices(), scene.path, fake_options());
  CHECK(scene.instrument.bench.exposures > before_resume);
  check_whole(scene.path);
}

TEST_CASE("a scan is not resumed with another camera setting, nor without its plan fitting") {
  Scene scene;
  scene.instrument.bench.script = once(kInSecondCell, FrameFault::kUnplugged);
  CHECK_THROWS_AS(scene.run(), DeviceError);
  scene.instrument.bench.camera_present = true;
  scene.instrument.stage.is_homed = false;
  CHECK_THROWS_WITH(resume(scene.instrument.devices(), scene.path), Catch::Contains("not homed"));
  ScanDescription other = fake_description();
  other.frame_shape = {4, 4};
  const auto path = scene.folder / "b.tomocyte.journal";
  { const JournalWriter writer = JournalWriter::create(path, journal_header(other, fake_plan())); }
  CHECK_THROWS_WITH(resume(scene.instrument.devices(), path), Catch::Contains("8 x 8 pixels of 8 bit"));
}

TEST_CASE("only what is missing is acquired again; a whole journal needs nothing") {
  Scene scene;
  scene.run();
  const int exposures = scene.instrument.bench.exposures;
  CHECK(resume(scene.instrument.devices(), scene.path, fake_options()).positions.empty());
  CHECK(scene.instrument.bench.exposures == exposures);
}
