// The whole way on the simulated microscope: engine, measured illumination, journal, scan files.
#include "app/workflow/seal.h"

#include <fstream>

#include "acquisition/autofocus.h"
#include "acquisition/simulated_session.h"
#include "core/files/scan_file.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

SimulationOptions small_cells() {
  SimulationOptions options;
  options.sphere_radius_um = 1.0;
  options.camera_pixels = 128;
  options.angles = 5;
  return options;
}

EngineOptions measured(const SimulatedSession& session) {
  EngineOptions options;
  options.measure_illumination =
      measure_illumination(session.description().setup, session.description().carrier.value());
  return options;
}

ScanPlan hardware_timed(const SimulatedSession& session) {
  ScanPlan plan = session.plan();
  plan.options = {};
  return plan;
}

}  // namespace

TEST_CASE("a simulated scan with hardware timing is checked frame by frame and sealed into one file per cell") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  SimulatedSession session(small_cells(), {"sphere", "sphere"});
  const AcquisitionReport report =
      acquire(session.instrument(), hardware_timed(session), session.description(), path, measured(session));
  for (const PositionReport& position : report.positions) CHECK(position.faults == std::vector<std::string>{});
  const Sealed sealed = seal_journal(path, folder / "a.tomocyte.h5",
                                     [&](Scan& scan, Index position) { scan.truth = session.truth(position); });
  CHECK(sealed.files == std::vector{folder / "a-01.tomocyte.h5", folder / "a-02.tomocyte.h5"});
  CHECK(sealed.missing.empty());
  CHECK_FALSE(std::filesystem::exists(path));
  const Scan scan = read_scan(sealed.files[1]);
  CHECK(scan.simulated);
  CHECK(scan.sample_id == "SIM-2-cells-1-02");
  CHECK(scan.holograms->holograms.shape() == Shape<3>{5, 128, 128});
  CHECK(scan.holograms->background.shape() == Shape<3>{5, 128, 128});
  CHECK(scan.truth);
  CHECK_NOTHROW(validate(*scan.holograms));
}

TEST_CASE("patterns that the modulator mixed up are named from the holograms") {
  const ScanFolder folder;
  SimulatedSession session(small_cells(), {"sphere"});
  EngineOptions options;
  // As if patterns 2 and 3 had been stored in the wrong order.
  const MeasureIllumination measure =
      measure_illumination(session.description().setup, session.description().carrier.value());
  const std::vector<WaveVector> k = session.plan().illumination;
  options.measure_illumination = [&](View<const std::uint16_t, 2> frame) {
    const WaveVector found = measure(frame);
    const auto near = [&](const WaveVector& a) { return std::hypot(a.x - found.x, a.y - found.y) < 0.5; };
    return near(k[1]) ? k[2] : near(k[2]) ? k[1] : found;
  };
  ScanPlan plan = hardware_timed(session);
  plan.options.max_repeats = 1;
  CHECK_THROWS_WITH(acquire(session.instrument(), plan, session.description(), folder / "a.journal", options),
                    Catch::Contains("frame 2 shows pattern 3, frame 3 shows pattern 2 (2 attempts)"));
}

TEST_CASE("the illumination of a frame is measured within a tenth of the distance between patterns") {
  SimulatedSession session(small_cells(), {"sphere"});
  const MeasureIllumination measure =
      measure_illumination(session.description().setup, session.description().carrier.value());
  const Instrument instrument = session.instrument();
  std::vector<IlluminationPattern> patterns;
  for (const WaveVector& k : session.plan().illumination) patterns.push_back({k, true});
  instrument.modulator.upload(patterns);
  instrument.light.set_on(true);
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    instrument.modulator.display(i);
    const WaveVector found = measure(instrument.camera.snap().counts.view());
    CHECK(std::hypot(found.x - patterns[i].illumination.x, found.y - patterns[i].illumination.y) < 1.0);
  }
}

TEST_CASE("an incomplete journal gives the files of its complete positions and is kept for the rest") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  FakeInstrument instrument;
  instrument.bench.script = [](int exposure) {
    return exposure == 2 * kFakeAngles + 3 ? FrameFault::kUnplugged : FrameFault::kNone;
  };
  CHECK_THROWS_AS(acquire(instrument.devices(), fake_plan(2), fake_description(), path, fake_options()), DeviceError);
  const Sealed sealed = seal_journal(path, folder / "a.h5");
  CHECK(sealed.files == std::vector{folder / "a-01.h5"});
  CHECK(sealed.missing == std::vector<Index>{2});
  CHECK(std::filesystem::exists(path));
  CHECK(read_scan(folder / "a-01.h5").holograms->holograms(3, 0, 0) == 3);
}

TEST_CASE("a scan file that cannot be written leaves the journal untouched") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  FakeInstrument instrument;
  acquire(instrument.devices(), fake_plan(1), fake_description(), path, fake_options());
  CHECK_THROWS_AS(seal_journal(path, folder / "missing/a.h5"), FileError);
  check_whole(path);
}

TEST_CASE("a simulated scan is resumed from its journal alone, a real one is not") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  {
    SimulatedSession session(small_cells(), {"sphere"});
    std::stop_source stop;
    EngineOptions options = measured(session);
    options.on_frame = [&](Index position, Index angle, const CameraFrame&) {
      if (position == 1 && angle == 2) stop.request_stop();
    };
    CHECK_THROWS_AS(acquire(session.instrument(), hardware_timed(session), session.description(), path, options,
                            Progress({}, stop.get_token())),
                    Cancelled);
  }
  SimulatedSession session = SimulatedSession::of(ScanJournal(path));
  resume(session.instrument(), path, measured(session));
  CHECK(seal_journal(path, folder / "a.h5").files == std::vector{folder / "a.h5"});
  FakeInstrument instrument;
  acquire(instrument.devices(), fake_plan(1), fake_description(), path, fake_options());
  CHECK_THROWS_AS(SimulatedSession::of(ScanJournal(path)), FileError);
}

TEST_CASE("autofocus finds the plane of a phase object, and says so when there is none") {
  SimulationOptions options = small_cells();
  options.angles = 1;
  SimulatedSession session(options, {"sphere"});
  const Instrument instrument = session.instrument();
  instrument.modulator.upload({{session.plan().illumination[0], true}});
  ScanPlan plan = session.plan();
  plan.options.autofocus_range_um = 6.0;
  const PlanOptics optics{session.description().setup, session.description().carrier};
  instrument.stage.move_to({0.0, 0.0, 1.5});
  const Focus focus = autofocus(instrument, plan, optics);
  CHECK(std::abs(focus.z_um) < 0.5);
  CHECK(focus.exposures == 13);
  CHECK(instrument.stage.position().z_um == Approx(focus.z_um));
  CHECK_FALSE(instrument.light.is_on());
  plan.options.autofocus_step_um = 1.5;
  const StagePosition elsewhere = GENERATE(StagePosition{0.0, 0.0, 6.0}, StagePosition{200.0, 0.0, 0.0});
  instrument.stage.move_to(elsewhere);
  CHECK_THROWS_WITH(autofocus(instrument, plan, optics), Catch::Contains("no focus"));
}
