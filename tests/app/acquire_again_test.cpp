// tomocyte acquire --again, as somebody at the instrument does it: a cell is scanned, measured, and scanned once more
// where its file says that it lay.
#include <nlohmann/json.hpp>

#include "core/files/scan_file.h"
#include "core/repeated_scan.h"
#include "tests/app/program.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

const char* const kBenchInstrument = R"({"name": "practice",
  "setup": {"wavelength_um": 0.532, "medium_index": 1.337, "numerical_aperture": 1.2, "pixel_size_um": 0.05},
  "camera": {"driver": "simulated", "options": {"pixels": 160}}, "modulator": {"driver": "simulated"},
  "stage": {"driver": "simulated"}, "light": {"driver": "simulated"},
  "stage_limits_um": {"x": [-5000, 5000], "y": [-5000, 5000], "z": [-50, 50]}})";

std::string plan_at(const std::string& place) {
  return R"({"options": {"timing": "software", "exposure_ms": 4}, "background": [-240, 0, 0], "positions": [)" + place +
         R"(], "illumination": [[0, 0], [9, 0], [0, 9], [-9, 0]], "time_multiplexed": true})";
}

const Arguments kScan = {"acquire", "--instrument", "bench.json", "--plan", "plan.json", "--no-process", "--json"};

Outcome done(const Folder& folder, const Arguments& arguments) {
  Outcome outcome = run(folder, arguments);
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  return outcome;
}

nlohmann::json acquisition_of(const Scan& scan) { return nlohmann::json::parse(scan.provenance.front().options_json); }

}  // namespace

TEST_CASE("a cell is scanned again where it lay, for its sample, and the first scan stays") {
  const Folder folder;
  write_bytes(folder / "bench.json", kBenchInstrument);
  write_bytes(folder / "plan.json", plan_at("[60, 0, 0]"));
  done(folder, kScan + Arguments{"--sample-id", "S-7", "--donor", "donor 3", "--sample-medium-index", "1.34", "-o",
                                 "s.tomocyte.h5"});
  done(folder, Arguments{"reconstruct", "s.tomocyte.h5", "--iterations", "2"} + kSmallVolume);
  const std::string bytes = bytes_of(folder / "s.tomocyte.h5");
  CHECK(repeated_scan(read_scan(folder / "s.tomocyte.h5")).empty());

  write_bytes(folder / "plan.json", plan_at("[0, -150, 0]"));
  const Arguments again = kScan + Arguments{"--again", "s.tomocyte.h5"};
  const auto json = nlohmann::json::parse(done(folder, again + Arguments{"-o", "again.tomocyte.h5"}).out);
  CHECK(json.at("simulated") == true);
  CHECK(json.at("files") == std::vector<std::string>{"again.tomocyte.h5"});
  const Scan after = read_scan(folder / "again.tomocyte.h5");
  CHECK(after.simulated);
  CHECK(after.sample_id == "S-7");
  CHECK(after.donor_id == "donor 3");
  CHECK(after.holograms.value().setup.medium_index == 1.34);  // typed for this sample; the instrument's is 1.337
  CHECK(acquisition_of(after).at("position").at("stage_um") == std::vector<double>{60.0, 0.0, 0.0});
  CHECK(repeated_scan(after) == std::filesystem::canonical(folder / "s.tomocyte.h5"));

  const Outcome replaced = run(folder, again + Arguments{"-o", "s.tomocyte.h5", "--overwrite"});
  CHECK(replaced.code == 3);
  CHECK(contains(replaced.err, "s.tomocyte.h5: is the first scan of this cell"));
  CHECK(contains(replaced.err, "Choose another name with -o"));
  CHECK(bytes_of(folder / "s.tomocyte.h5") == bytes);
}

TEST_CASE("a cell whose file has no place is not scanned again, and the program says what to do") {
  const Folder folder;
  write_bytes(folder / "bench.json", kBenchInstrument);
  write_bytes(folder / "plan.json", plan_at("[60, 0, 0]"));
  done(folder, Arguments{"simulate", "-o", "simulated.tomocyte.h5"} + kSmallSphere);
  const Arguments again = kScan + Arguments{"--again", "simulated.tomocyte.h5"};
  const Outcome refused = run(folder, again + Arguments{"-o", "again.tomocyte.h5"});
  CHECK(refused.code == 3);
  CHECK(contains(refused.err, "simulated.tomocyte.h5: the scan file does not hold the stage's position"));
  CHECK(contains(refused.err, "scan it as a new position"));
  CHECK_FALSE(std::filesystem::exists(folder / "again.tomocyte.h5"));
  CHECK_FALSE(std::filesystem::exists(folder / "again.tomocyte.journal"));
  const Outcome both = run(folder, again + Arguments{"--resume", "s.journal"});
  CHECK(both.code != 0);
  CHECK(contains(both.err, "--resume"));
}
