// `tomocyte acquire smear` as a script calls it: planned, stopped, killed and resumed.
#include <csignal>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "core/files/smear_file.h"
#include "tests/app/program.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// 9 fields of 48 x 36 µm at two wavelengths.
const Arguments kSmallSmear = {"acquire",       "smear",           "--simulated", "--region-um",
                               "0,0,120,90",    "--camera-width",  "160",         "--camera-height",
                               "120",           "--pixel-size-um", "0.3",         "-o",
                               "s.tomocyte.h5", "--wavelengths",   "260,280"};
const Arguments kResume = {"acquire", "smear", "--simulated", "--resume", "s.tomocyte.journal"};

void check_whole(const std::filesystem::path& path) {
  const SmearFile file(path);
  REQUIRE(file.scan().tiles.size() == 9);
  for (Index wavelength = 0; wavelength < 2; ++wavelength)
    for (Index tile = 0; tile < 9; ++tile) CHECK(file.tile(wavelength, tile)(60, 80) > 0);
  CHECK(file.scan().simulated);
}

}  // namespace

TEST_CASE("the plan that acquire smear shows is the one that it scans") {
  const Folder folder;
  const Outcome shown = run(folder, kSmallSmear + Arguments{"--show-plan"});
  REQUIRE(shown.code == 0);
  CHECK(contains(shown.err, "9 tiles of 48 x 36 µm at 2 wavelengths, about "));
  CHECK(folder.files() == 0);
  auto plan = nlohmann::json::parse(shown.out);
  plan["region_um"] = {0, 0, 40, 30};
  write_bytes(folder / "plan.json", plan.dump());
  const Outcome scanned = run(folder, kSmallSmear + Arguments{"--plan", "plan.json"});
  CAPTURE(scanned.err);
  REQUIRE(scanned.code == 0);
  CHECK(contains(scanned.out, "1 tiles"));
  CHECK(contains(scanned.out, "SIMULATED"));
  CHECK(SmearFile(folder / "s.tomocyte.h5").scan().region == SmearRegion{0, 0, 40, 30});
}

TEST_CASE("acquire smear refuses what it cannot scan and says what to do") {
  const Folder folder;
  CHECK(contains(run(folder, {"acquire", "smear"}).err, "--simulated"));
  const Outcome far = run(folder, {"acquire", "smear", "--simulated", "--region-um", "50000,0,120,90"});
  CHECK(far.code != 0);
  CHECK(contains(far.err, "the stage cannot go to x = 50060"));
  CHECK(contains(run(folder, kSmallSmear + Arguments{"--plan", "none.json"}).err, "none.json"));
  CHECK(folder.files() == 0);
}

TEST_CASE("Ctrl-C during a smear scan keeps its tiles, and it is resumed") {
  const Folder folder;
  Program program(folder, kSmallSmear);
  REQUIRE(program.wait_for("tile 3 of 9"));
  program.send(SIGINT);
  const Outcome stopped = program.finish();
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.err, "--resume s.tomocyte.journal"));
  CHECK_FALSE(std::filesystem::exists(folder / "s.tomocyte.h5"));
  const Outcome resumed = run(folder, kResume);
  CAPTURE(resumed.err);
  REQUIRE(resumed.code == 0);
  check_whole(folder / "s.tomocyte.h5");
  CHECK_FALSE(std::filesystem::exists(folder / "s.tomocyte.journal"));
}

TEST_CASE("a smear scan that is killed again and again still becomes whole") {
  std::mt19937 random(20241121);
  std::uniform_int_distribution<int> tile(1, 9);
  std::uniform_int_distribution<int> delay_us(0, 30'000);
  int killed = 0;
  for (int round = 0; round < 3; ++round) {
    const Folder folder;
    for (int attempt = 0; attempt < 3; ++attempt) {
      Program program(folder, attempt == 0 ? kSmallSmear : kResume);
      if (!program.wait_for("tile " + std::to_string(tile(random)))) {
        REQUIRE(program.finish().code == 0);  // that tile was done before
        break;
      }
      std::this_thread::sleep_for(std::chrono::microseconds(delay_us(random)));
      program.send(SIGKILL);
      killed += program.finish().code == -SIGKILL ? 1 : 0;
    }
    if (!std::filesystem::exists(folder / "s.tomocyte.h5")) REQUIRE(run(folder, kResume).code == 0);
    check_whole(folder / "s.tomocyte.h5");
  }
  CHECK(killed > 3);
}
