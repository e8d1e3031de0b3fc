// The life of a model as a lab sees it: train on a folder of annotated scans, killed half-way and continued, look at
// the card, evaluate, classify.
#include <cmath>
#include <csignal>
#include <nlohmann/json.hpp>
#include <random>

#include "core/files/scan_file.h"
#include "program.h"
#include "tests/catch.h"

using namespace tomocyte;
using tomocyte::test::Arguments;
using tomocyte::test::bytes_of;
using tomocyte::test::contains;
using tomocyte::test::Folder;
using tomocyte::test::run;
using tomocyte::test::operator+;

namespace {

// One ball in a volume, dense or hollow, with its label and annotation.
Scan toy_scan(bool hollow, const std::string& donor, unsigned seed) {
  Scan scan;
  scan.simulated = true;
  scan.donor_id = donor;
  Tomogram tomogram;
  tomogram.ri = Array<float, 3>({16, 16, 16});
  tomogram.voxel_size_um = {0.5, 0.5, 0.5};
  tomogram.medium_index = 1.337;
  tomogram.wavelength_um = 0.532;
  scan.labels = Array<std::uint16_t, 3>({16, 16, 16});
  std::mt19937 random(seed);
  std::normal_distribution<double> noise(0.0, 0.001);
  for (Index z = 0; z < 16; ++z)
    for (Index y = 0; y < 16; ++y)
      for (Index x = 0; x < 16; ++x) {
        const double r = std::hypot(static_cast<double>(z - 8), static_cast<double>(y - 8), static_cast<double>(x - 8));
        const bool inside = r < 5.0;
        tomogram.ri(z, y, x) =
            static_cast<float>(1.337 + (inside && (!hollow || r > 2.5) ? 0.03 : 0.0) + noise(random));
        scan.labels(z, y, x) = inside ? 1 : 0;
      }
  scan.tomogram = std::move(tomogram);
  Cell cell;
  cell.label = 1;
  cell.box = {{3, 3, 3}, {14, 14, 14}};
  cell.indices = {65.0, 80.0, 0.95, 9.8, 15.0, 1.367};
  cell.annotation = hollow ? "hollow" : "dense";
  scan.cells = {cell};
  return scan;
}

void write_toy_set(const std::filesystem::path& folder, int cells) {
  std::filesystem::create_directory(folder);
  for (int i = 0; i < cells; ++i)
    write_scan(folder / (std::to_string(100 + i) + ".tomocyte.h5"),
               toy_scan(i % 2 == 1, "donor " + std::to_string(i / 2 % 10), static_cast<unsigned>(i)));
}

const Arguments kToyNetwork = {"--task",  "annotations", "--voxels",  "16", "--voxel-size-um", "0.5",
                               "--width", "4",           "--depth",   "2",  "--epochs",        "5",
                               "--batch", "4",           "--elastic", "0",  "--threads",       "1"};

}  // namespace

TEST_CASE("a training that was killed is continued to the same weights; its model evaluates and classifies") {
  const Folder folder;
  write_toy_set(folder / "set", 40);
  const std::string set = (folder / "set").string();
  const std::string whole = (folder / "whole").string();
  const std::string killed = (folder / "killed").string();
  REQUIRE(run(folder, Arguments{"train", set, "-o", whole} + kToyNetwork).code == 0);
  {
    test::Program program(folder, Arguments{"train", set, "-o", killed} + kToyNetwork);
    REQUIRE(program.wait_for("Epoch 3"));
    program.send(SIGKILL);
    CHECK(program.finish().code == -SIGKILL);
  }
  CHECK_FALSE(std::filesystem::exists(folder / "killed" / "model.json"));
  REQUIRE(run(folder, Arguments{"train", set, "-o", killed} + kToyNetwork).code == 0);
  CHECK(bytes_of(folder / "killed" / "weights.safetensors") == bytes_of(folder / "whole" / "weights.safetensors"));

  const auto card = run(folder, {"model", whole});
  CHECK(card.code == 0);
  CHECK(contains(card.out, "SIMULATED"));
  CHECK(contains(card.out, "dense, hollow"));

  const auto judged = run(folder, {"evaluate", whole, set, "--json", "--figure", (folder / "figure.svg").string()});
  REQUIRE(judged.code == 0);
  const auto json = nlohmann::json::parse(judged.out);
  CHECK(json["evaluation"]["cells"] == 40);
  CHECK(json["evaluation"]["accuracy"]["value"].get<double>() > 0.9);
  CHECK(json["donors_trained_on"].size() == 8);
  CHECK(contains(bytes_of(folder / "figure.svg"), "SIMULATED"));

  const auto scan = folder / "set" / "101.tomocyte.h5";
  REQUIRE(run(folder, {"classify", scan.string(), "--model", whole}).code == 0);
  const Scan classified = read_scan(scan);
  REQUIRE(classified.cells[0].classification);
  CHECK(classified.cells[0].classification->probabilities.front().cell_class == "hollow");
  CHECK(classified.provenance.back().step == "classification");
}

TEST_CASE("training refuses a folder with a model, a set of two donors, and an empty folder") {
  const Folder folder;
  write_toy_set(folder / "set", 4);
  const std::string set = (folder / "set").string();
  const auto few = run(folder, Arguments{"train", set, "-o", (folder / "m").string()} + kToyNetwork);
  CHECK(few.code == 3);
  CHECK(contains(few.err, "2 donors"));
  std::filesystem::create_directory(folder / "empty");
  const auto empty =
      run(folder, Arguments{"train", (folder / "empty").string(), "-o", (folder / "m").string()} + kToyNetwork);
  CHECK(empty.code == 3);
  CHECK(contains(empty.err, "names no scan file"));
  std::filesystem::create_directory(folder / "m");
  test::write_bytes(folder / "m" / "model.json", "{}");
  CHECK(contains(run(folder, Arguments{"train", set, "-o", (folder / "m").string()} + kToyNetwork).err,
                 "holds a model already"));
}
