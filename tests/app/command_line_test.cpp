// What the command line accepts and refuses, and how it says so.
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/app/program.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {
struct Words {
  std::vector<std::string> arguments;
  std::vector<std::string> expected;
};
}  // namespace

TEST_CASE("the help of every verb names its options with units and defaults") {
  const Folder folder;
  const std::vector<Words> verbs = {
      {{}, {"run", "simulate", "reconstruct", "measure", "render", "info", "export", "devices", "bench"}},
      {{"run"}, {"[tomocyte-run]", "[monocyte,b-lymphocyte,rbc]", "[0.532 µm]", "[256 voxels]", "[0.2 mL/g]"}},
      {{"simulate"},
       {"--cells", "[0.27 µm]", "operator, optics", "[SAMPLE-SEED.tomocyte.h5]", "[3 µm]", "[512 pixels]",
        "[9000 electrons]", "[0 dB]"}},
      {{"reconstruct"}, {"[0.1 µm]", "[256 voxels]", "[goldstein]", "Vacuum wavelength, µm", "[from the file]"}},
      {{"measure"}, {"--csv", "[0.29 mL/g]", "[20 fL]", "[0.5 µm]"}},
      {{"render"}, {"[NAME.png]", "pixels [1600]", "[overview]", "[viridis]"}},
      {{"info"}, {"file", "Camera pixel in the sample plane, µm"}},
      {{"export"}, {".ome.tif, .nii, .nii.gz, .vti, .csv"}},
      {{"devices"}, {"--json"}},
      {{"acquire"}, {"[scan.tomocyte.h5]", "--resume", "--background", "[24 h]"}},
      {{"calibrate"}, {"[dmd-calibration.json]", "X,Y,Z in µm", "[0.1 rad/µm]"}},
      {{"bench", "reconstruct"}, {"49 simulated holograms of 512 x 512 pixels", "[0.1 µm]"}},
      {{"bench", "simulator"}, {"Thickness of a slice, µm [0.2]"}},
      {{"bench", "resolution"}, {"[0.05 µm]"}},
  };
  for (const auto& [verb, expected] : verbs) {
    const Outcome help = run(folder, verb + Arguments{"--help"});
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    for (const std::string& text : expected) CHECK(contains(help.out, text));
  }
}

TEST_CASE("what the command line cannot mean is a usage error that names what fits") {
  const Folder folder;
  const std::vector<Words> wrong = {
      {{"reconstrcut"}, {"no verb or file \"reconstrcut\"", "--help"}},
      {{"simulate", "--angels", "9"}, {"--angels"}},
      {{"simulate", "--angles", "0"}, {"--angles", "1 to 1000"}},
      {{"simulate", "--angles", "2.5"}, {"--angles", "not a whole number"}},
      {{"simulate", "--wavelength-um", "0,5"}, {"--wavelength-um", "\"0,5\" is not a number"}},
      {{"simulate", "--medium-index", "1.8"}, {"--medium-index", "1 to 1.7"}},
      {{"simulate", "--bit-depth", "9"}, {"--bit-depth", "8, 10, 12"}},
      {{"simulate", "--sample", "dog"}, {"--sample", "monocyte"}},
      {{"simulate", "--cells", "4", "--through", "magic", "-o", "set"}, {"--through", "operator", "optics"}},
      {{"run", "--samples", "rbc,dog"}, {"--samples", "dog", "monocyte"}},
      {{"reconstruct", "a.h5", "--medium-index", "1.8"}, {"--medium-index", "1.8", "1.7"}},
      {{"reconstruct", "a.h5", "--threads", "-1"}, {"--threads", "0 to 1024"}},
      {{"reconstruct"}, {"file is required"}},
      {{"render", "a.h5", "--width", "9"}, {"--width", "200 to 8000"}},
      {{"export", "a.h5", "b.doc"}, {"b.doc", ".ome.tif", ".csv"}},
      {{"bench"}, {"subcommand"}},
  };
  for (const auto& [arguments, expected] : wrong) {
    const Outcome outcome = run(folder, arguments);
    CAPTURE(arguments, outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    for (const std::string& text : expected) CHECK(contains(outcome.err, text));
  }
  CHECK(folder.files() == 0);
}

TEST_CASE("a missing file is named by every verb that reads one") {
  const Folder folder;
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"reconstruct", "scans/none.h5"},
                                             {"measure", "scans/none.h5"},
                                             {"render", "scans/none.h5"},
                                             {"info", "scans/none.h5", "--json"},
                                             {"export", "scans/none.h5", "a.csv"},
                                             {"bench", "simulator", "scans/none.h5"},
                                             {"scans/none.h5"}}) {
    const Outcome outcome = run(folder, arguments);
    CAPTURE(arguments, outcome.err);
    CHECK(outcome.code == 3);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "scans/none.h5: "));
  }
  CHECK(folder.files() == 0);
}

TEST_CASE("a set of simulated cells goes into a folder, says SIMULATED, and needs the folder's name") {
  const Folder folder;
  const Arguments small = {"simulate", "--cells",          "2",  "--donors",     "1", "--network-voxel-um",
                           "0.4",      "--network-voxels", "32", "--iterations", "2", "--quiet"};
  const Outcome made = run(folder, small + Arguments{"-o", "set"});
  CHECK(made.code == 0);
  CHECK(contains(made.out, "2 SIMULATED cells made, 0 kept"));
  const auto again = nlohmann::json::parse(run(folder, small + Arguments{"-o", "set", "--json"}).out);
  CHECK(again.at("made") == 0);
  CHECK(again.at("kept") == 2);
  const auto info = nlohmann::json::parse(run(folder, {"info", "set/00001-b-lymphocyte.tomocyte.h5", "--json"}).out);
  CHECK(info.at("intact") == true);
  CHECK(info.at("simulated") == true);
  const Outcome nameless = run(folder, small);
  CHECK(nameless.code == 3);
  CHECK(contains(nameless.err, "--output"));
}

TEST_CASE("a compute device that is not here ends the program before any work") {
  const Folder folder;
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"reconstruct", "none.h5"}, {"run"}, {"bench", "reconstruct"}}) {
    const Outcome outcome = run(folder, arguments + Arguments{"--device", "cuda:7"});
    CAPTURE(arguments, outcome.err);
    CHECK(outcome.code == 4);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "\"cuda:7\" is not on this machine"));
    CHECK(contains(outcome.err, "tomocyte devices"));
  }
  CHECK(folder.files() == 0);
}

TEST_CASE("an output that cannot be written is refused before any work") {
  const Folder folder;
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"simulate", "-o", "none/scan.h5"},
                                             {"reconstruct", "a.h5", "-o", "none/scan.h5"},
                                             {"measure", "a.h5", "--csv", "none/table.csv"},
                                             {"render", "a.h5", "-o", "none/picture.png"},
                                             {"export", "a.h5", "none/table.csv"}}) {
    const Outcome outcome = run(folder, arguments);
    CAPTURE(arguments, outcome.err);
    CHECK(outcome.code == 3);
    CHECK(contains(outcome.err, arguments.back() + ": its folder does not exist"));
  }
}

TEST_CASE("an existing output stays as it is unless --overwrite is given") {
  const Folder folder;
  const std::vector<std::string> names = {"scan.h5", "table.csv", "picture.png"};
  for (const std::string& name : names) write_bytes(folder / name, "precious");
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"simulate", "-o", "scan.h5"},
                                             {"reconstruct", "scan.h5", "-o", "scan.h5"},
                                             {"measure", "scan.h5", "--csv", "table.csv"},
                                             {"render", "scan.h5", "-o", "picture.png"},
                                             {"export", "scan.h5", "table.csv"}}) {
    const Outcome outcome = run(folder, arguments);
    CAPTURE(arguments, outcome.err);
    CHECK(outcome.code == 3);
    CHECK(contains(outcome.err, arguments.back() + ": exists already"));
    CHECK(contains(outcome.err, "--overwrite"));
  }
  for (const std::string& name : names) CHECK(bytes_of(folder / name) == "precious");
  const Outcome outcome = run(folder, {"simulate", "-o", "scan.h5", "--overwrite", "--camera-pixels", "64", "--angles",
                                       "1", "--sample", "bead", "-q"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(bytes_of(folder / "scan.h5").starts_with("\x89HDF"));
}

TEST_CASE("the devices are listed for people and for programs") {
  const Folder folder;
  const auto json = nlohmann::json::parse(run(folder, {"devices", "--json"}).out);
  CHECK(json.at("compute").at(0) == "cpu");
  CHECK(json.at("drivers").at(0).at("driver") == "simulated");
  const std::string text = run(folder, {"devices"}).out;
  for (const char* driver : {"simulated microscope", "genicam", "dlpc900", "apt", "fw102c"})
    CHECK(contains(text, driver));
}

TEST_CASE(
    "an instrument's devices are connected as its configuration says, and one that fails is named with a remedy") {
  const Folder folder;
  std::ofstream(folder / "good.json") << R"({"name": "practice",
    "setup": {"wavelength_um": 0.532, "medium_index": 1.337, "numerical_aperture": 1.2, "pixel_size_um": 0.05},
    "camera": {"driver": "simulated", "settings": {"exposure": 2.5}}, "stage": {"driver": "simulated"}})";
  const Outcome good = run(folder, {"devices", "--instrument", "good.json", "--json"});
  CHECK(good.code == 0);
  const auto camera = nlohmann::json::parse(good.out).at("devices").at(0);
  CHECK(camera.at("state") == "ready");
  CHECK(camera.at("properties").at(0).at("value") == 2.5);

  std::ofstream(folder / "bad.json") << R"({"name": "practice", "stage": {"driver": "apt", "address": "/dev/none"}})";
  const Outcome bad = run(folder, {"devices", "--instrument", "bad.json"});
  CHECK(bad.code == 4);
  CHECK(contains(bad.out, "/dev/none"));

  std::ofstream(folder / "wrong.json") << R"({"name": "practice", "kamera": {}})";
  const Outcome wrong = run(folder, {"devices", "--instrument", "wrong.json"});
  CHECK(wrong.code == 3);
  CHECK(contains(wrong.err, "kamera"));
}
