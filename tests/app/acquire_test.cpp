// tomocyte acquire, calibrate and bench acquire as a technician or a script runs them, on the simulated microscope.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/files/scan_file.h"
#include "tests/app/program.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// Two spheres in a field of 6.4 µm.
const Arguments kSmall = {"acquire",
                          "-o",
                          "s.tomocyte.h5",
                          "--samples",
                          "sphere,sphere",
                          "--sphere-radius-um",
                          "1",
                          "--camera-pixels",
                          "128",
                          "--angles",
                          "5",
                          "--exposure-ms",
                          "4"};

const char* const kInstrument = R"({"name": "practice",
  "setup": {"wavelength_um": 0.532, "medium_index": 1.337, "numerical_aperture": 1.2, "pixel_size_um": 0.05},
  "camera": {"driver": "simulated", "settings": {"exposure": 4.0}},
  "modulator": {"driver": "simulated", "options": {"optics": {"demagnification": 100, "carrier": [0.2, 0.1]},
    "true_optics": {"demagnification": 98, "rotation_rad": 0.01, "carrier": [0.2, 0.1]} CALIBRATION}},
  "stage": {"driver": "simulated"}, "light": {"driver": "simulated", "address": "light"},
  "stage_limits_um": {"x": [-5000, 5000], "y": [-5000, 5000], "z": [-50, 50]}})";

std::string instrument(const std::string& calibration) {
  std::string text = kInstrument;
  const std::string mark = "CALIBRATION";
  return text.replace(text.find(mark), mark.size(), calibration);
}

nlohmann::json json_of(const Outcome& outcome) {
  CAPTURE(outcome.err);
  REQUIRE(outcome.code == 0);
  return nlohmann::json::parse(outcome.out);
}

}  // namespace

TEST_CASE("acquire writes one intact scan file per cell, and a later scan uses the background of the first") {
  const Folder folder;
  const auto first = json_of(run(folder, kSmall + Arguments{"--json"}));
  CHECK(first.at("simulated") == true);
  CHECK(first.at("files") == std::vector<std::string>{"s-01.tomocyte.h5", "s-02.tomocyte.h5"});
  CHECK(first.at("positions").size() == 3);
  CHECK(first.at("positions").at(0).at("exposures") == 5);
  CHECK(folder.files() == 2);  // the journal is gone
  const Scan scan = read_scan(folder / "s-01.tomocyte.h5");
  CHECK(scan.simulated);
  REQUIRE(scan.holograms->background_conditions);
  CHECK(contains(scan.provenance.front().options_json, "\"light_on_s\""));

  Arguments again = kSmall + Arguments{"--background", "s-01.tomocyte.h5", "--json"};
  again[2] = "t.tomocyte.h5";
  const auto second = json_of(run(folder, again));
  CHECK(second.at("positions").at(0).at("taken_from") == "s-01.tomocyte.h5");
  const Scan reused = read_scan(folder / "t-02.tomocyte.h5");
  CHECK(std::ranges::equal(reused.holograms->background.values(), scan.holograms->background.values()));
  CHECK(reused.holograms->background_conditions == scan.holograms->background_conditions);

  again[2] = "u.tomocyte.h5";
  *std::ranges::find(again, "4") = "3";  // of the exposure
  const Outcome refused = run(folder, again);
  CHECK(refused.code == 3);
  CHECK(contains(refused.err, "s-01.tomocyte.h5 does not fit this scan: exposure was 4 ms, now it is 3 ms"));
  CHECK(folder.files() == 4);
}

TEST_CASE("an acquisition that is killed is completed by acquire --resume") {
  const Folder folder;
  {
    Program program(folder, kSmall + Arguments{"--timing", "software"});
    REQUIRE(program.wait_for("Acquiring position 1 of 2"));
    program.send(SIGKILL);
    CHECK(program.finish().code == -SIGKILL);
  }
  REQUIRE(std::filesystem::exists(folder / "s.tomocyte.journal"));
  CHECK(contains(run(folder, kSmall).err, "is the journal of an unfinished scan"));
  const auto json = json_of(run(folder, {"acquire", "--resume", "s.tomocyte.journal", "--json"}));
  CHECK(json.at("files").size() == 2);
  for (const auto& file : json.at("files")) {
    CHECK(inspect_scan_file(folder / file.get<std::string>()).intact());
    CHECK(read_scan(folder / file.get<std::string>()).holograms->background.shape() == Shape<3>{5, 128, 128});
  }
  CHECK_FALSE(std::filesystem::exists(folder / "s.tomocyte.journal"));
}

TEST_CASE("calibrate measures the optics of an instrument, and its scans use and record that") {
  const Folder folder;
  const std::string state = "XDG_STATE_HOME=" + (folder / "state").string();
  write_bytes(folder / "rough.json", instrument(""));
  const Arguments calibrate = {"calibrate", "--instrument", "rough.json", "-o", "dmd.json",
                               "--at",      "-240,0,0",     "--patterns", "7"};
  const auto json = json_of(run(folder, calibrate + Arguments{"--json"}, {state}));
  CHECK(json.at("simulated") == true);
  CHECK(json.at("calibration").at("xx").get<double>() == Approx(81.445).epsilon(0.005));  // 2 pi 98 cos(0.01) / 7.56
  CHECK(json.at("rms_residual_rad_per_um").get<double>() < 0.03);
  CHECK(bytes_of(folder / "light") == "off\n");
  CHECK_FALSE(std::filesystem::exists(folder / "state/tomocyte/watchdog.log"));  // it had nothing to do
  const Outcome kept = run(folder, calibrate, {state});
  CHECK(kept.code == 3);
  CHECK(contains(kept.err, "dmd.json: exists already"));

  write_bytes(folder / "fine.json", instrument(R"(, "calibration_file": "dmd.json")"));
  write_bytes(folder / "plan.json", R"({"options": {"timing": "software", "exposure_ms": 3}, "background": [-240, 0, 0],
    "positions": [[-480, 0, 0]], "illumination": [[0, 0], [9, 0], [0, 9], [-9, 0]], "time_multiplexed": true})");
  json_of(run(
      folder,
      {"acquire", "--instrument", "fine.json", "--plan", "plan.json", "-o", "s.tomocyte.h5", "--no-process", "--json"},
      {state}));
  const Scan scan = read_scan(folder / "s.tomocyte.h5");
  const auto options = nlohmann::json::parse(scan.provenance.front().options_json).at("options");
  CHECK(options.at("dmd_calibration").at("source") == "measured");
  CHECK(options.at("dmd_calibration").at("content").at("calibration") == json.at("calibration"));
  CHECK(bytes_of(folder / "light") == "off\n");
}

TEST_CASE("a program that is killed while its instrument's light is on leaves it off") {
  const Folder folder;
  const std::string state = "XDG_STATE_HOME=" + (folder / "state").string();
  write_bytes(folder / "rough.json", instrument(""));
  Program program(folder, {"calibrate", "--instrument", "rough.json", "--at", "-240,0,0", "--patterns", "400"},
                  {state});
  for (int i = 0; i < 30'000 && bytes_of(folder / "light") != "on \n"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  REQUIRE(bytes_of(folder / "light") == "on \n");
  program.send(SIGKILL);
  CHECK(program.finish().code == -SIGKILL);
  const auto log = folder / "state/tomocyte/watchdog.log";
  for (int i = 0; i < 3000 && bytes_of(log).find("are off") == std::string::npos; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(contains(bytes_of(log), "the program has ended without switching the light off"));
  CHECK(bytes_of(folder / "light") == "off\n");
}

TEST_CASE("bench acquire tells the engine's time per frame and what the disk took") {
  const Folder folder;
  const auto json = json_of(run(folder, {"bench", "acquire", "--seconds", "0.3", "--rate", "20", "--json", "-q"}));
  CHECK(json.at("angles") == 49);
  CHECK(json.at("nominal_s").get<double>() == Approx(49.0 / 150.0));
  CHECK(json.at("median_s").get<double>() > 0.0);
  CHECK(json.at("sustained_frames").get<int>() > 0);
  CHECK(folder.files() == 0);  // its journals are gone
}
