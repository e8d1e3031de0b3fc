#include "app/workflow/smear_job.h"

#include <nlohmann/json.hpp>
#include <thread>

#include "core/error.h"
#include "core/files/smear_file.h"
#include "tests/acquisition/scan_fixture.h"
#include "tests/catch.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// 40 µm wide fields, one wavelength; the focus from 4 points.
InstrumentConfig small_smear_instrument() {
  InstrumentConfig config = simulated_smear_instrument();
  config.camera->options_json = R"({"pixels": 128})";
  config.smear->pixel_size_um = 0.3125;
  config.smear->wavelengths.resize(1);
  return config;
}

SmearJob small_job(const std::filesystem::path& output) {
  SmearJob job;
  job.scan.focus_columns = job.scan.focus_rows = 2;
  job.region = SmearRegion{0.0, 0.0, 70.0, 70.0};
  job.background = StagePosition{11'000.0, 0.0, 0.0};
  job.output = output;
  return job;
}

}  // namespace

TEST_CASE("a connected smear microscope scans a smear whose file says what is known") {
  const ScanFolder folder;
  const ConnectedInstrument instrument(small_smear_instrument());
  const SmearSource source = smear_source(instrument, {"S-7", "Anna", "stained later", "D-3", std::nullopt});
  const SmearJob job = small_job(folder / "smear.tomocyte.h5");
  const SmearPlan plan = smear_plan_of(job, source.offered);
  const SmearForecast forecast = smear_forecast(plan, source);
  CHECK(forecast.tiles == 4);
  CHECK(forecast.field.width_um == Approx(40.0));
  CHECK(to_string(forecast, plan).find("4 tiles of 40 x 40 µm at 1 wavelengths") == 0);
  const SmearResult result = scan_smear(source, plan, job);
  CHECK(result.tiles == 4);
  CHECK_FALSE(instrument.light()->is_on());
  const SmearFile file(job.output);
  CHECK(file.scan().simulated);
  CHECK(file.scan().sample_id == "S-7");
  CHECK(file.scan().truth_json.empty());
  CHECK(file.scan().pixel_size_um == 0.3125);
  REQUIRE(file.scan().provenance.size() == 1);
  const auto said = nlohmann::json::parse(file.scan().provenance.front().options_json).at("options");
  CHECK(said == nlohmann::json{{"operator", "Anna"}, {"donor_id", "D-3"}, {"notes", "stained later"}});
}

TEST_CASE("a smear scan that is paused stands between two tiles and goes on") {
  const ScanFolder folder;
  const ConnectedInstrument instrument(small_smear_instrument());
  const SmearSource source = smear_source(instrument, {});
  SmearJob job = small_job(folder / "smear.tomocyte.h5");
  job.pause = std::make_shared<Pause>();
  std::atomic<int> tiles = 0;
  job.on_tile = [&](const SmearTile&, Index, const CameraFrame&) {
    if (++tiles == 2) job.pause->request();
  };
  std::jthread scan([&] { static_cast<void>(scan_smear(source, smear_plan_of(job, source.offered), job)); });
  while (!job.pause->standing()) std::this_thread::yield();
  CHECK(tiles == 2);
  CHECK_FALSE(instrument.light()->is_on());
  job.pause->resume();
  scan.join();
  CHECK(tiles == 4);
  CHECK(is_smear_file(job.output));
}

TEST_CASE("an instrument of tomography scans no smear, and a smear needs its places") {
  CHECK_THROWS_WITH(smear_source(ConnectedInstrument(simulated_instrument()), {}),
                    Catch::Contains("is no smear microscope"));
  InstrumentConfig config = small_smear_instrument();
  config.filter_wheel.reset();
  CHECK_THROWS_WITH(smear_source(ConnectedInstrument(config), {}), Catch::Contains("needs the filter wheel"));
  const SmearPlan offered;
  SmearJob job = small_job("smear.h5");
  job.background.reset();
  CHECK_THROWS_WITH(smear_plan_of(job, offered), Catch::Contains("the background"));
  job = small_job("smear.h5");
  job.region.reset();
  CHECK_THROWS_WITH(smear_plan_of(job, offered), Catch::Contains("region"));
  job = small_job("smear.h5");
  job.wavelengths_nm = {310.0};
  CHECK_THROWS_WITH(smear_plan_of(job, offered), Catch::Contains("310"));
}
