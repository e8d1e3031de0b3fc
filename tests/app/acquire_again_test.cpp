// tomocyte acquire --again, as somebody at the instrument does it: a cell is scanned, measured, and scanned once more
// where its file says that it lay.
#include <nlohmann/json.hpp>

#include "core/files/scan_file.h"
#include "core/repeated_scan.h"
#include "tests/app/program.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

const char* const kInstrument = R"({"name": "practice",
  "setup": {"wavelength_um": 0.532, "medium_index": 1.337, "numerical_aperture": 1.2, "pixel_size_um": 0.05},
  "camera": {"driver": "simulated", "options": {"pixels": 160}}, "modulator": {"driver": "simulated"},
  "stage": {"driver": "simulated"}, "light": {"driver": "simulated"},
  "stage_limits_um": {"x": [-5000, 5000], "y": [-5000, 5000], "z": [-50, 50]}})";

// A red cell at 60 µm; the second place is empty.
const char* const kPlan = R"({"options": {"timing": "software", "exposure_ms": 4}, "background": [-240, 0, 0],
  "positions": [[60, 0, 0], [60, -150, 0]], "illumination": [[0, 0], [9, 0], [0, 9], [-9, 0], [0, -9]],
  "time_multiplexed": true})";

const Arguments kScan = {"acquire",   "--instrument", "bench.json", "--plan",
                         "plan.json", "--no-process", "--may-move", "--json"};

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
  write_bytes(folder / "bench.json", kInstrument);
  write_bytes(folder / "plan.json", kPlan);
  const Arguments first = {"--sample-id", "S-7", "--donor", "donor 3", "--sample-medium-index", "1.34"};
  done(folder, kScan + first + Arguments{"-o", "s.tomocyte.h5"});
  done(folder, Arguments{"reconstruct", "s-01.tomocyte.h5", "--iterations", "2"} + kSmallVolume);
  done(folder, {"measure", "s-01.tomocyte.h5"});
  const std::string bytes = bytes_of(folder / "s-01.tomocyte.h5");
  const Scan before = read_scan(folder / "s-01.tomocyte.h5");
  CHECK_FALSE(before.cells.empty());
  CHECK(repeated_scan(before).empty());

  const Arguments again = kScan + Arguments{"--again", "s-01.tomocyte.h5"};
  const auto json = nlohmann::json::parse(done(folder, again + Arguments{"-o", "again.tomocyte.h5"}).out);
  CHECK(json.at("simulated") == true);
  CHECK(json.at("files") == std::vector<std::string>{"again.tomocyte.h5"});
  const Scan after = read_scan(folder / "again.tomocyte.h5");
  CHECK(after.simulated);
  CHECK(after.sample_id == "S-7-01");
  CHECK(after.donor_id == "donor 3");
  CHECK(after.holograms.value().setup.medium_index == 1.34);  // typed for this sample; the instrument's is 1.337
  CHECK(acquisition_of(after).at("position").at("stage_um") == std::vector<double>{60.0, 0.0, 0.0});
  CHECK(repeated_scan(after) == std::filesystem::canonical(folder / "s-01.tomocyte.h5"));
  CHECK(bytes_of(folder / "s-01.tomocyte.h5") == bytes);

  // What is typed counts.
  done(folder, again + Arguments{"-o", "other.tomocyte.h5", "--sample-id", "S-8", "--sample-medium-index", "1.335"});
  const Scan other = read_scan(folder / "other.tomocyte.h5");
  CHECK(other.sample_id == "S-8");
  CHECK(other.holograms.value().setup.medium_index == 1.335);

  const Outcome kept = run(folder, again + Arguments{"-o", "s-01.tomocyte.h5"});
  CHECK(kept.code == 3);
  CHECK(contains(kept.err, "exists already"));
  const Outcome replaced = run(folder, again + Arguments{"-o", "s-01.tomocyte.h5", "--overwrite"});
  CHECK(replaced.code == 3);
  CHECK(contains(replaced.err, "is the first scan of this cell"));
  CHECK(contains(replaced.err, "-o"));
  CHECK(bytes_of(folder / "s-01.tomocyte.h5") == bytes);
}

TEST_CASE("a cell whose file has no place is not scanned again, and the program says what to do") {
  const Folder folder;
  write_bytes(folder / "bench.json", kInstrument);
  write_bytes(folder / "plan.json", kPlan);
  done(folder, Arguments{"simulate", "-o", "simulated.tomocyte.h5"} + kSmallSphere);
  const Outcome refused = run(folder, kScan + Arguments{"--again", "simulated.tomocyte.h5", "-o", "again.tomocyte.h5"});
  CHECK(refused.code == 3);
  CHECK(contains(refused.err, "simulated.tomocyte.h5"));
  CHECK(contains(refused.err, "does not hold the stage's position"));
  CHECK(contains(refused.err, "scan it as a new position"));
  CHECK_FALSE(std::filesystem::exists(folder / "again.tomocyte.h5"));
  CHECK_FALSE(std::filesystem::exists(folder / "again.tomocyte.journal"));

  const Outcome missing = run(folder, kScan + Arguments{"--again", "nowhere.tomocyte.h5"});
  CHECK(missing.code == 3);
  CHECK(contains(missing.err, "nowhere.tomocyte.h5: there is no such file"));
  const Outcome both = run(folder, kScan + Arguments{"--again", "simulated.tomocyte.h5", "--resume", "s.journal"});
  CHECK(both.code != 0);
  CHECK(contains(both.err, "--resume"));
}
