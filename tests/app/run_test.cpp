// The main job: one command, and everything lies in a folder.
#include <nlohmann/json.hpp>

#include "tests/app/program.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("run writes scan, table and picture of each cell, and keeps them when it is run again") {
  const Folder folder;
  const std::vector<std::string> small =
      Arguments{"run", "--samples", "rbc", "-o", "out", "--camera-pixels", "192", "--angles", "9", "--json"} +
      kSmallVolume;
  const Outcome outcome = run(folder, small);
  CAPTURE(outcome.err);
  REQUIRE(outcome.code == 0);
  const auto json = nlohmann::json::parse(outcome.out);
  REQUIRE(json.size() == 1);
  CHECK(json.at(0).at("simulated") == true);
  CHECK(json.at(0).at("file") == "out/01-rbc.tomocyte.h5");
  CHECK_FALSE(json.at(0).at("cells").empty());
  CHECK(bytes_of(folder / "out/01-rbc.tomocyte.h5").starts_with("\x89HDF"));
  CHECK(bytes_of(folder / "out/01-rbc.png").starts_with("\x89PNG"));
  const std::string table = bytes_of(folder / "out/01-rbc.csv");
  CHECK(contains(table, "\"SIM-rbc-1\",SIMULATED,"));
  CHECK(contains(run(folder, small).err, "out/01-rbc.tomocyte.h5: exists already"));
  CHECK(bytes_of(folder / "out/01-rbc.csv") == table);
}
