#include "app/workflow/instrument_scan.h"

#include "core/error.h"
#include "core/files/scan_file.h"
#include "tests/catch.h"
#include "tests/workflow/scan_bench.h"

using namespace tomocyte;
using tomocyte::test::Bench;

TEST_CASE("every position becomes a scan file with what the operator said, and a tomogram") {
  Bench bench;
  bench.options.process = true;
  bench.options.reconstruction.voxels_lateral = bench.options.reconstruction.voxels_axial = 96;
  bench.options.reconstruction.iterations = 2;
  const InstrumentScanResult result = scan_instrument(bench.instrument, bench.plan, bench.options);
  REQUIRE(result.files.size() == 2);
  CHECK(result.unprocessed == std::vector<std::string>{});
  CHECK_FALSE(std::filesystem::exists(journal_of(bench.options.output)));
  for (const auto& file : result.files) {
    const Scan scan = read_scan(file);
    CHECK(scan.simulated);
    CHECK(scan.sample_id.starts_with("S7"));
    CHECK(scan.holograms->holograms.shape() == Shape<3>{5, 256, 256});
    CHECK(scan.tomogram.has_value());
    CHECK(scan.provenance.front().options_json.find("M. Curie") != std::string::npos);
    CHECK(scan.provenance.front().options_json.find("notes") == std::string::npos);
  }
  CHECK_FALSE(bench.instrument.light()->is_on());
}

TEST_CASE("a cancelled scan keeps its journal and is completed by resuming it") {
  Bench bench;
  std::stop_source stop;
  bench.options.on_frame = [&](Index position, Index angle, const CameraFrame&) {
    if (position == 2 && angle == 1) stop.request_stop();
  };
  CHECK_THROWS_AS(scan_instrument(bench.instrument, bench.plan, bench.options, Progress({}, stop.get_token())),
                  Cancelled);
  const auto journal = journal_of(bench.options.output);
  REQUIRE(std::filesystem::exists(journal));
  CHECK_FALSE(bench.instrument.light()->is_on());
  CHECK(bench.instrument.camera()->trigger_mode() == CameraTrigger::kFreeRun);

  bench.options.on_frame = {};
  const InstrumentScanResult result = resume_instrument_scan(bench.instrument, journal, bench.options);
  CHECK(result.files.size() == 2);
  for (const auto& file : result.files) CHECK(inspect_scan_file(file).intact());
  CHECK_FALSE(std::filesystem::exists(journal));
}
