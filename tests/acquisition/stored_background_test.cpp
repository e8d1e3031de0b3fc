// A background of an earlier scan: used when everything that it depends on is the same, refused with the reason else.
#include "acquisition/stored_background.h"

#include <nlohmann/json.hpp>

#include "acquisition/engine.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// Acquired now on a fake instrument.
std::shared_ptr<StoredBackground> earlier_background() {
  const ScanFolder folder;
  FakeInstrument instrument;
  acquire(instrument.devices(), fake_plan(1), fake_description(), folder / "b.journal", fake_options());
  Scan scan = ScanJournal(folder / "b.journal").scan(1);
  REQUIRE(scan.holograms->background_conditions);
  return std::make_shared<StoredBackground>(StoredBackground{
      std::move(scan.holograms->background), *scan.holograms->background_conditions, "earlier.h5", "sha256:ab"});
}

struct LaterScan {
  ScanFolder folder;
  std::filesystem::path path = folder / "a.journal";
  FakeInstrument instrument;
  ScanPlan plan = fake_plan(2);
  ScanDescription description = fake_description();
  std::shared_ptr<StoredBackground> background = earlier_background();

  AcquisitionReport run() {
    EngineOptions options = fake_options();
    options.background = background;
    return acquire(instrument.devices(), plan, description, path, options);
  }
  // Nothing happened, and the camera is as it was.
  std::string refusal() {
    const double exposure_ms = instrument.camera.exposure_ms();
    std::string message = message_of<InputError>([&] { run(); });
    CHECK(instrument.bench.calls.empty());
    CHECK(instrument.camera.exposure_ms() == exposure_ms);
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK_THAT(message, Catch::Contains("earlier.h5") && Catch::Contains("Acquire a new background"));
    return message;
  }
};

}  // namespace

TEST_CASE("a background that fits is used without an exposure, and the journal holds it and where it comes from") {
  LaterScan scene;
  const AcquisitionReport report = scene.run();
  check_safe(scene.instrument);
  check_whole(scene.path);
  CHECK(scene.instrument.bench.exposures == 2 * kFakeAngles);
  CHECK(scene.instrument.bench.moves == 2);
  CHECK(report.positions.at(0).taken_from == "earlier.h5");
  const Scan scan = ScanJournal(scene.path).scan(2);
  CHECK(scan.holograms->background_conditions == scene.background->conditions);
  const auto options = nlohmann::json::parse(scan.provenance.at(0).options_json);
  CHECK(options.at("background").at("taken_from") == "earlier.h5");
  CHECK(options.at("background").at("taken_from_checksum") == "sha256:ab");
}

TEST_CASE("what a background depends on is recorded with where each value comes from; what is unknown is absent") {
  const RecordedConditions conditions = earlier_background()->conditions;
  const auto find = [&](const std::string& name) {
    const auto found = std::ranges::find(conditions.values, name, &Condition::name);
    return found == conditions.values.end() ? std::optional<Condition>() : *found;
  };
  CHECK(find("exposure") == Condition{"exposure", "ms", 5.0, ValueSource::kSet});
  CHECK(find("gain") == Condition{"gain", "dB", 2.0, ValueSource::kSet});
  CHECK(find("region") == Condition{"region", "pixels", std::string("8 x 8 at (0, 0)"), ValueSource::kSet});
  CHECK(find("wavelength") == Condition{"wavelength", "µm", 0.532, ValueSource::kTyped});
  CHECK(find("pattern table"));
  CHECK_FALSE(find("pixel format"));  // the fake camera has no such property
}

TEST_CASE("another setting of camera, optics or patterns is named with both values") {
  using Catch::Contains;
  LaterScan scene;
  SECTION("exposure") {
    scene.plan.options.exposure_ms = 4.0;
    CHECK_THAT(scene.refusal(), Contains("exposure was 5 ms, now it is 4 ms"));
  }
  SECTION("gain") {
    scene.instrument.camera.set_gain_db(6.0);
    CHECK_THAT(scene.refusal(), Contains("gain was 2 dB, now it is 6 dB"));
  }
  SECTION("region") {
    scene.instrument.camera.set_region({1, 2, 8, 8});
    CHECK_THAT(scene.refusal(), Contains("region was \"8 x 8 at (0, 0)\", now it is \"8 x 8 at (1, 2)\""));
  }
  SECTION("optics") {
    scene.description.setup.wavelength_um = 0.633;
    scene.description.setup.medium_index = 1.34;
    CHECK_THAT(scene.refusal(), Contains("wavelength was 0.532 µm, now it is 0.633 µm") &&
                                    Contains("medium index was 1.337, now it is 1.34"));
  }
  SECTION("patterns") {
    std::swap(scene.plan.illumination[1], scene.plan.illumination[2]);
    CHECK_THAT(scene.refusal(), Contains("pattern table was \"crc32c:"));
  }
  SECTION("a simulated one for a real scan") {
    scene.background->conditions.values.at(0).value = std::string("yes");
    CHECK_THAT(scene.refusal(), Contains("simulated was \"yes\", now it is \"no\""));
  }
  SECTION("calibration") {
    scene.description.conditions = {{"DMD calibration", "", std::string("1 0 0 1"), ValueSource::kMeasured}};
    CHECK_THAT(scene.refusal(), Contains("DMD calibration was unknown, now it is \"1 0 0 1\""));
  }
}

TEST_CASE("a background that is too old is refused; the limit is an option") {
  LaterScan scene;
  scene.background->conditions.time_utc = "2020-01-01T00:00:00Z";
  CHECK_THAT(scene.refusal(),
             Catch::Contains("recorded at 2020-01-01T00:00:00Z") && Catch::Contains("24 h are allowed"));
  scene.background->conditions.time_utc = "2999-01-01T00:00:00Z";
  CHECK_THAT(scene.refusal(), Catch::Contains("a clock was wrong"));
}

TEST_CASE("a scan with an earlier background is resumed without it") {
  LaterScan scene;
  scene.instrument.bench.script = [](int exposure) {
    return exposure == kFakeAngles + 2 ? FrameFault::kUnplugged : FrameFault::kNone;
  };
  CHECK_THROWS_AS(scene.run(), DeviceError);
  scene.instrument.bench.camera_present = true;
  resume(scene.instrument.devices(), scene.path, fake_options());
  check_whole(scene.path);
}
