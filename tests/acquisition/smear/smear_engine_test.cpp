// A small smear on the simulated microscope, scanned through to its file; and what may go wrong on the way.
#include "acquisition/smear/smear_engine.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "acquisition/smear/simulated_smear_session.h"
#include "app/workflow/seal_smear.h"
#include "core/files/scan_file.h"
#include "core/files/smear_file.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr double kDepthOfFocusUm = 0.26 / 0.25;  // λ/NA², from -half to +half

// Stage and light between engine and simulation, to fail and to notice what must never happen.
class WatchedStage final : public Stage {
 public:
  WatchedStage(Stage& stage, LightSource& light) : stage_(stage), light_(light) {}
  [[nodiscard]] DeviceIdentity identity() const override { return stage_.identity(); }
  [[nodiscard]] DeviceState state() const override { return stage_.state(); }
  [[nodiscard]] std::optional<StageLimits> limits() const override { return stage_.limits(); }
  void set_limits(const StageLimits& limits) override { stage_.set_limits(limits); }
  [[nodiscard]] StagePosition position() const override { return stage_.position(); }
  void move_to(const StagePosition& target) override {
    if (light_.is_on()) moved_in_the_light = true;
    if (++moves == stalls_at) throw DeviceError("the x axis stalled", "Free the stage.");
    stage_.move_to(target);
  }
  void home() override { stage_.home(); }
  [[nodiscard]] bool homed() const override { return stage_.homed(); }
  void stop() noexcept override { ++stops; }
  void set_speed_um_s(double speed) override { stage_.set_speed_um_s(speed); }
  [[nodiscard]] double speed_um_s() const override { return stage_.speed_um_s(); }
  void set_settle_time_ms(double time) override { stage_.set_settle_time_ms(time); }
  [[nodiscard]] double settle_time_ms() const override { return stage_.settle_time_ms(); }

  int moves = 0;
  int stalls_at = -1;
  int stops = 0;
  bool moved_in_the_light = false;

 private:
  Stage& stage_;
  LightSource& light_;
};

class FlickeringLight final : public LightSource {
 public:
  explicit FlickeringLight(LightSource& light) : light_(light) {}
  [[nodiscard]] DeviceIdentity identity() const override { return light_.identity(); }
  [[nodiscard]] DeviceState state() const override { return light_.state(); }
  void set_on(bool on) override {
    if (on) ++flashes;
    light_.set_on(on && !(flashes >= dark_from && flashes < dark_to));
    says_ = on;
  }
  [[nodiscard]] bool is_on() const override { return says_; }

  int flashes = 0;
  int dark_from = -1;
  int dark_to = -1;

 private:
  LightSource& light_;
  bool says_ = false;
};

SmearMicroscopeOptions small_camera() {
  SmearMicroscopeOptions options;
  options.camera_width = 160;
  options.camera_height = 120;
  options.pixel_size_um = 0.3;
  options.tilt_x_um_per_mm = 6.0;
  options.tilt_y_um_per_mm = -5.0;
  return options;
}

struct Scene {
  explicit Scene(const SmearMicroscopeOptions& options = small_camera()) : session({}, options), plan(session.plan()) {
    plan.focus_z_um = 2.0;
    plan.options.focus_range_um = 8.0;
    plan.region = {-60.0, 20.0, 120.0, 90.0};
    plan.wavelengths = {{260.0, 1, 100.0}, {300.0, 3, 64.0}};
    instrument().camera.set_trigger(CameraTrigger::kFreeRun);
    instrument().camera.set_exposure_ms(7.0);
  }
  SmearInstrument instrument() { return {session.instrument().camera, stage, light, session.instrument().wheel}; }
  SmearReport run(const SmearEngineOptions& options = {}, const Progress& progress = {}) {
    return acquire_smear(instrument(), plan, session.description(), path, options, progress);
  }
  void check_safe() {
    CHECK_FALSE(light.is_on());
    CHECK_FALSE(session.instrument().light.is_on());
    CHECK_FALSE(stage.moved_in_the_light);
    CHECK(stage.stops > 0);
    CHECK(instrument().camera.exposure_ms() == 7.0);
    CHECK(instrument().camera.trigger_mode() == CameraTrigger::kFreeRun);
  }

  ScanFolder folder;
  std::filesystem::path path = folder / "a.tomocyte.journal";
  SimulatedSmearSession session;
  FlickeringLight light{session.instrument().light};
  WatchedStage stage{session.instrument().stage, light};
  SmearPlan plan;
};

constexpr Index kTiles = 9;
// Moves before the first tile: to the background, to 9 focus points, and 9 steps of z at each.
constexpr int kMovesBefore = 1 + 9 * 10;

void check_whole_smear(const std::filesystem::path& path) {
  const SmearJournal journal(path);
  CHECK(journal.missing() == 0);
  CHECK(journal.position_count() == kTiles + 1);
}

}  // namespace

TEST_CASE("a smear is scanned in focus and sealed into a file that holds every count") {
  Scene scene;
  std::vector<double> defocus;
  SmearEngineOptions options;
  options.on_frame = [&](Index position, Index, const CameraFrame&) {
    const StagePosition at = scene.stage.position();
    if (position > 0) defocus.push_back(at.z_um - scene.session.microscope().truth_at(at).z_um);
  };
  const SmearReport report = scene.run(options);
  scene.check_safe();
  REQUIRE(defocus.size() == 2 * kTiles);
  for (const double um : defocus) CHECK(std::abs(um) < kDepthOfFocusUm / 2.0);
  CHECK(report.focus.residual_rms_um < 0.15);
  // 6 µm per mm along x.
  CHECK(report.focus.z_um(1000.0, 0.0) - report.focus.z_um(0.0, 0.0) == Approx(6.0).margin(1.0));
  CHECK(report.longest_queue <= options.queue_frames);

  const auto output = scene.folder / "a.tomocyte.h5";
  const SmearJournal journal(scene.path);
  Array<std::uint16_t, 2> counts({120, 160});
  journal.read_frame(5, 1, counts.view());
  seal_smear(scene.path, output,
             [&](SmearScan& scan) { scan.truth_json = scene.session.truth_json(scan.region, scan.tiles); });
  CHECK_FALSE(std::filesystem::exists(scene.path));
  CHECK(is_smear_file(output));
  CHECK(inspect_scan_file(output).intact());
  const SmearFile file(output);
  CHECK(file.scan().simulated);
  CHECK(file.scan().sample_id == "SIM-smear-1");
  CHECK(file.scan().wavelengths == scene.plan.wavelengths);
  CHECK(file.scan().overlap == 0.1);
  CHECK(file.scan().region == scene.plan.region);
  CHECK(file.scan().background.x_um == 11'000.0);
  REQUIRE(file.scan().tiles.size() == kTiles);
  CHECK(file.scan().tiles[1].x_um - file.scan().tiles[0].x_um == Approx(0.9 * 48.0));
  CHECK(file.scan().tiles[1].z_um != 0.0);
  CHECK(std::ranges::equal(file.tile(1, 4).values(), counts.values()));
  const auto truth = nlohmann::json::parse(file.scan().truth_json);
  CHECK(truth.at("cells").size() == scene.session.microscope().slide().cells(scene.plan.region).size());
  CHECK(truth.at("tile_centres_um").size() == kTiles);
  CHECK_THROWS_AS(file.tile(1, kTiles), FileError);
  CHECK_THROWS_AS(read_scan(output), FileError);
}

TEST_CASE("a focus that drifts is followed within the depth of focus") {
  SmearMicroscopeOptions options = small_camera();
  options.focus_drift_um = 12.0;  // per 1000 exposures: 1 µm while the map is measured
  Scene scene(options);
  scene.plan.options.refocus_tiles = 2;
  scene.plan.options.focus_tolerance_um = 1.0;
  std::vector<double> defocus;
  SmearEngineOptions engine;
  engine.on_frame = [&](Index position, Index, const CameraFrame&) {
    const StagePosition at = scene.stage.position();
    if (position > 2) defocus.push_back(at.z_um - scene.session.microscope().truth_at(at).z_um);
  };
  const SmearReport report = scene.run(engine);
  CHECK(report.focus_drift_um > 0.1);
  REQUIRE(defocus.size() == 2 * (kTiles - 2));
  for (const double um : defocus) CHECK(std::abs(um) < kDepthOfFocusUm / 2.0);
}

TEST_CASE("a dark tile is scanned again; a lamp that stays dark ends the scan, which can be resumed") {
  Scene scene;
  constexpr int kFlashesBefore = 2 + 9 * 9;
  scene.light.dark_from = kFlashesBefore + 4;
  SECTION("once") {
    scene.light.dark_to = scene.light.dark_from + 1;
    const SmearReport report = scene.run();
    const PositionReport& repeated = report.positions.at(2);
    CHECK(repeated.attempts == 2);
    CHECK_THAT(repeated.faults.at(0), Catch::Contains("dark"));
  }
  SECTION("for good") {
    scene.light.dark_to = 1'000'000;
    const std::string message = message_of<DeviceError>([&] { scene.run(); });
    CHECK_THAT(message, Catch::Contains("tile 2 of 9") && Catch::Contains("(3 attempts)") && Catch::Contains("lamp") &&
                            Catch::Contains(scene.path.string()));
    scene.check_safe();
    scene.light.dark_to = 0;
    CHECK(resume_smear(scene.instrument(), scene.path).positions.size() == kTiles - 1);
  }
  scene.check_safe();
  check_whole_smear(scene.path);
}

TEST_CASE("a stage that stalls ends the scan, which can be resumed") {
  Scene scene;
  scene.stage.stalls_at = kMovesBefore + 4;
  const std::string message = message_of<DeviceError>([&] { scene.run(); });
  CHECK_THAT(message, Catch::Contains("tile 4 of 9: the x axis stalled") && Catch::Contains("Free the stage"));
  scene.check_safe();
  CHECK(SmearJournal(scene.path).missing() == kTiles - 3);
  CHECK_THROWS_WITH(seal_smear(scene.path, scene.folder / "a.h5"), Catch::Contains("6 of 10 positions"));
  CHECK(std::filesystem::exists(scene.path));
  resume_smear(scene.instrument(), scene.path);
  scene.check_safe();
  check_whole_smear(scene.path);
}

TEST_CASE("a cancelled scan ends safe within one tile and goes on") {
  Scene scene;
  std::stop_source stop;
  SmearEngineOptions options;
  options.on_frame = [&](Index position, Index wavelength, const CameraFrame&) {
    if (position == 3 && wavelength == 0) stop.request_stop();
  };
  CHECK_THROWS_AS(scene.run(options, Progress({}, stop.get_token())), Cancelled);
  scene.check_safe();
  CHECK(SmearJournal(scene.path).missing() >= kTiles - 3);
  SimulatedSmearSession again = SimulatedSmearSession::of(SmearJournal(scene.path));
  resume_smear(again.instrument(), scene.path);
  check_whole_smear(scene.path);
}

TEST_CASE("a smear scan that is killed keeps its frames and can be completed") {
  const Index at = GENERATE(0, 1, 7);
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Scene scene;
    SmearEngineOptions options;
    options.on_frame = [&](Index position, Index wavelength, const CameraFrame&) {
      if (position == at && wavelength == 1) ::kill(::getpid(), SIGKILL);
    };
    acquire_smear(scene.instrument(), scene.plan, scene.session.description(), path, options);
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  const SmearJournal journal(path);
  CHECK(journal.reader().damaged() == 0);
  // At most the tile before may still have waited for the disk.
  CHECK(journal.missing() >= kTiles + 1 - at);
  SimulatedSmearSession session = SimulatedSmearSession::of(journal);
  const SmearReport report = resume_smear(session.instrument(), path);
  CHECK(static_cast<Index>(report.positions.size()) == journal.missing());
  check_whole_smear(path);
}

TEST_CASE("a background with cells is refused before any tile") {
  Scene scene;
  scene.plan.background = {0.0, 0.0, 2.0};
  CHECK_THROWS_WITH(scene.run(), Catch::Contains("260 nm") && Catch::Contains("cells or dirt"));
  scene.check_safe();
  CHECK(SmearJournal(scene.path).missing() == kTiles + 1);
}

TEST_CASE("a region beside the smear has no focus, and the scan says so") {
  Scene scene;
  scene.plan.region.x_um = 10'500.0;
  const std::string message = message_of<DeviceError>([&] { scene.run(); });
  CHECK_THAT(message, Catch::Contains("focus map: a focus was found at 0 of 9 points"));
  scene.check_safe();
}

TEST_CASE("a journal of a smear is not taken for one of another scan") {
  Scene scene;
  scene.plan.region.width_um = 40.0;
  scene.plan.region.height_um = 30.0;
  scene.plan.options.focus_columns = 2;
  scene.run();
  CHECK_THROWS_WITH(ScanJournal(scene.path), Catch::Contains("journal of a smear scan"));
}
