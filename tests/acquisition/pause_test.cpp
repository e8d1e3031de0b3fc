// A scan that pauses stands between positions, dark and still, and goes on from there.
#include "acquisition/pause.h"

#include <thread>

#include "acquisition/engine.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// A scan in a thread of its own, asked to pause in the middle of its first cell.
struct PausedScan {
  ScanFolder folder;
  std::filesystem::path path = folder / "a.tomocyte.journal";
  FakeInstrument instrument;
  std::shared_ptr<Pause> pause = std::make_shared<Pause>();
  std::stop_source stop;
  bool cancelled = false;
  std::jthread scan;

  PausedScan() {
    scan = std::jthread([this] {
      EngineOptions options = fake_options();
      options.pause = pause;
      options.on_frame = [this](Index position, Index angle, const CameraFrame&) {
        if (position == 1 && angle == 3) pause->request();
      };
      try {
        acquire(instrument.devices(), fake_plan(), fake_description(), path, options, Progress({}, stop.get_token()));
      } catch (const Cancelled&) {
        cancelled = true;
      }
    });
    while (!pause->standing()) std::this_thread::yield();
  }
  // While the scan stands, its thread touches nothing.
  void check_standing() {
    CHECK_FALSE(instrument.bench.light);
    CHECK_FALSE(instrument.bench.modulator_running);
    CHECK_FALSE(instrument.bench.streaming);
    CHECK(instrument.bench.moves == 2);  // background and first cell
    CHECK(instrument.bench.exposures == 2 * kFakeAngles);
  }
};

}  // namespace

TEST_CASE("a paused scan has finished its position, stands in the dark and goes on with the next") {
  PausedScan paused;
  paused.check_standing();
  CHECK(paused.pause->requested());
  // Somebody looks at a live view meanwhile.
  paused.instrument.camera.set_exposure_ms(50.0);
  paused.instrument.camera.set_trigger(CameraTrigger::kFreeRun);
  paused.pause->resume();
  paused.scan.join();
  CHECK_FALSE(paused.cancelled);
  CHECK_FALSE(paused.pause->standing());
  check_safe(paused.instrument);
  check_whole(paused.path);
  CHECK(paused.instrument.bench.exposures == 4 * kFakeAngles);
}

TEST_CASE("a paused scan can be cancelled, and resumed from its journal") {
  PausedScan paused;
  paused.check_standing();
  paused.stop.request_stop();
  paused.scan.join();
  CHECK(paused.cancelled);
  check_safe(paused.instrument);
  CHECK(ScanJournal(paused.path).complete_positions() == std::vector<Index>{0, 1});
  resume(paused.instrument.devices(), paused.path, fake_options());
  check_whole(paused.path);
}

TEST_CASE("a pause that is taken back before the scan comes to it changes nothing") {
  Pause pause;
  pause.request();
  pause.resume();
  pause.stand({});
  CHECK_FALSE(pause.standing());
}
