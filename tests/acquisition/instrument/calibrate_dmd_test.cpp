// The DMD's calibration, measured on the simulated microscope whose optics are not as its configuration believes.
#include "acquisition/instrument/calibrate_dmd.h"

#include <nlohmann/json.hpp>

#include "app/workflow/seal.h"
#include "core/error.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;
using Catch::Contains;

namespace {

// 3 % smaller and turned by 0.02 rad.
constexpr const char* kMisaligned = R"({"optics": {"demagnification": 100, "carrier": [0.2, 0.1]},
    "true_optics": {"demagnification": 97, "rotation_rad": 0.02, "carrier": [0.2, 0.1]}})";

InstrumentConfig misaligned() {
  InstrumentConfig config = simulated_instrument();
  config.modulator->options_json = kMisaligned;
  return config;
}

struct Bench {
  explicit Bench(const InstrumentConfig& config = misaligned()) : instrument(config) {
    instrument.camera()->set_region({192, 192, 128, 128});
    instrument.stage()->move_to({-240.0, 0.0, 0.0});  // no cells
  }
  [[nodiscard]] MeasureIllumination measure() const {
    return measure_illumination(*instrument.config().setup, *instrument.carrier());
  }
  ConnectedInstrument instrument;
};

CalibrationOptions few() {
  CalibrationOptions options;
  options.patterns = 9;
  return options;
}

}  // namespace

TEST_CASE("the calibration finds the true optics, and the light is off afterwards") {
  const Bench bench;
  const MeasuredCalibration result = calibrate_dmd(bench.instrument, bench.measure(), few());
  // By hand: 2 pi 97 / 7.56 µm, turned by 0.02 rad.
  CHECK(result.calibration.xx == Approx(80.6017).epsilon(0.005));
  CHECK(result.calibration.xy == Approx(-1.6123).margin(0.4));
  CHECK(result.calibration.yx == Approx(1.6123).margin(0.4));
  CHECK(result.calibration.yy == Approx(80.6017).epsilon(0.005));
  CHECK(result.rms_residual < 0.03);
  CHECK(result.pairs.size() == 9);
  CHECK(result.simulated);
  CHECK_FALSE(bench.instrument.light()->is_on());
  CHECK(bench.instrument.camera()->trigger_mode() == CameraTrigger::kFreeRun);
}

TEST_CASE("waves that no linear map makes are refused with the worst pattern") {
  const Bench bench;
  int asked = 0;
  const MeasureIllumination measure = bench.measure();
  const MeasureIllumination shaken = [&](View<const std::uint16_t, 2> frame) {
    WaveVector wave = measure(frame);
    if (++asked == 4) wave.x += 0.5;
    return wave;
  };
  CHECK_THROWS_WITH(calibrate_dmd(bench.instrument, shaken, few()),
                    Contains("pattern 4 of 9") && Contains("0.1 rad/µm are allowed"));
  CHECK_FALSE(bench.instrument.light()->is_on());
}

TEST_CASE("a frame without light and one without fringes are named") {
  const Bench bench;
  CalibrationOptions dark = few();
  dark.exposure_ms = 0.05;
  CHECK_THROWS_WITH(calibrate_dmd(bench.instrument, bench.measure(), dark), Contains("pattern 1 gives no light"));
  const MeasureIllumination none = [](View<const std::uint16_t, 2>) -> WaveVector { throw InputError("no order"); };
  CHECK_THROWS_WITH(calibrate_dmd(bench.instrument, none, few()), Contains("pattern 1 gives no fringes: no order"));
  CHECK_FALSE(bench.instrument.light()->is_on());
}

TEST_CASE("a calibration survives its file, is used by the instrument, and does not hold for another one") {
  const Folder folder;
  MeasuredCalibration measured;
  {
    const Bench bench;
    measured = calibrate_dmd(bench.instrument, bench.measure(), few());
  }
  write_bytes(folder / "dmd.json", calibration_to_json(measured));
  const MeasuredCalibration back = read_calibration(folder / "dmd.json");
  CHECK(back.conditions == measured.conditions);
  CHECK(back.calibration.yx == measured.calibration.yx);
  CHECK(calibration_to_json(back) == calibration_to_json(measured));

  nlohmann::json config = nlohmann::json::parse(instrument_config_to_json(simulated_instrument()));
  config["modulator"]["options"] = {{"calibration_file", "dmd.json"}};  // beside the configuration
  write_bytes(folder / "instrument.json", config.dump());
  const ConnectedInstrument fitting(read_instrument_config(folder / "instrument.json"));
  REQUIRE(fitting.calibration());
  CHECK(fitting.calibration()->map.xx == measured.calibration.xx);
  CHECK_NOTHROW(check_calibration(fitting, 24.0));

  config["setup"]["wavelength_um"] = 0.633;
  write_bytes(folder / "other.json", config.dump());
  const ConnectedInstrument other(read_instrument_config(folder / "other.json"));
  CHECK_THROWS_WITH(check_calibration(other, 24.0),
                    Contains("dmd.json") && Contains("wavelength was 0.532 µm, now it is 0.633 µm"));
  CHECK_NOTHROW(check_calibration(ConnectedInstrument(simulated_instrument()), 24.0));  // typed: has no date

  measured.conditions.time_utc = "2020-01-01T00:00:00Z";
  write_bytes(folder / "dmd.json", calibration_to_json(measured));
  const ConnectedInstrument late(read_instrument_config(folder / "instrument.json"));
  CHECK_THROWS_WITH(check_calibration(late, 24.0), Contains("2020-01-01T00:00:00Z"));
}

TEST_CASE("a file that is no calibration is refused with its path, and the DMD is not connected") {
  const Folder folder;
  write_bytes(folder / "dmd.json", R"({"kind": "something else"})");
  CHECK_THROWS_WITH(read_calibration(folder / "dmd.json"), Contains("dmd.json: is no calibration"));
  InstrumentConfig config = simulated_instrument();
  config.modulator->options_json = R"({"calibration_file": ")" + (folder / "absent.json").string() + "\"}";
  const ConnectedInstrument instrument(config);
  CHECK(instrument.modulator() == nullptr);
  CHECK_FALSE(instrument.calibration());
}
