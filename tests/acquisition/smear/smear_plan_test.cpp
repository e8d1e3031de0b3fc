#include "acquisition/smear/smear_plan.h"

#include <algorithm>
#include <cmath>

#include "acquisition/smear/simulated_smear_session.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("the raster covers its region with the overlap that was asked for, in serpentines") {
  const double overlap = GENERATE(0.0, 0.1, 0.35);
  const SmearRegion region{-200.0, 1000.0, 730.0, 410.0};
  const FieldSize field{160.0, 120.0};
  const std::vector<SmearTile> tiles = smear_raster(region, field, overlap);
  const auto [left, right] = std::ranges::minmax(tiles, {}, &SmearTile::x_um);
  const auto [bottom, top] = std::ranges::minmax(tiles, {}, &SmearTile::y_um);
  CHECK(left.x_um - 80.0 <= -200.0);
  CHECK(right.x_um + 80.0 >= 530.0);
  CHECK(bottom.y_um - 60.0 <= 1000.0);
  CHECK(top.y_um + 60.0 >= 1410.0);
  // One tile less would not do.
  CHECK(right.x_um - left.x_um + 160.0 - 160.0 * (1.0 - overlap) < 730.0);
  CHECK(top.y_um - bottom.y_um + 120.0 - 120.0 * (1.0 - overlap) < 410.0);
  for (std::size_t i = 1; i < tiles.size(); ++i) {
    const double dx = std::abs(tiles[i].x_um - tiles[i - 1].x_um);
    const double dy = std::abs(tiles[i].y_um - tiles[i - 1].y_um);
    const bool along_x = dx == Approx(160.0 * (1.0 - overlap)) && dy == 0.0;
    const bool along_y = dx == 0.0 && dy == Approx(120.0 * (1.0 - overlap));
    CHECK(along_x != along_y);
  }
}

TEST_CASE("a region smaller than a tile is one tile in its middle") {
  const auto tiles = smear_raster({10.0, 20.0, 30.0, 40.0}, {160.0, 120.0}, 0.1);
  REQUIRE(tiles.size() == 1);
  CHECK(tiles[0] == SmearTile{0, 0, 25.0, 40.0, 0.0});
}

TEST_CASE("a smear plan survives JSON") {
  SmearPlan plan = SimulatedSmearSession({}, {}).plan();
  plan.options.focus_model = "quadratic";
  plan.focus_z_um = 4.5;
  const SmearPlan back = smear_plan_from_json(smear_plan_to_json(plan));
  CHECK(back.region == plan.region);
  CHECK(back.background == plan.background);
  CHECK(back.wavelengths == plan.wavelengths);
  CHECK(back.focus_z_um == 4.5);
  CHECK(back.focus_model() == FocusModel::kQuadratic);
  CHECK_THROWS_WITH(smear_plan_from_json(R"({"options": {}})"), Catch::Contains("region_um"));
}

TEST_CASE("everything that is wrong with a smear plan is named, and nothing moves") {
  SimulatedSmearSession session({}, {});
  SmearPlan plan = session.plan();
  const SmearInstrument instrument = session.instrument();
  const FieldSize field = session.description().field();
  CHECK_NOTHROW(check_smear_plan(plan, field, instrument));
  plan.region = {11'500.0, 0.0, 1000.0, 500.0};
  plan.background.y_um = -9000.0;
  plan.focus_z_um = 48.0;
  plan.options.focus_columns = 1;
  plan.wavelengths = {{260.0, 7, 0.001}, {260.0, 1, 10.0}};
  try {
    check_smear_plan(plan, field, instrument);
    FAIL("nothing was thrown");
  } catch (const InputError& error) {
    for (const char* part : {"background: the stage cannot go to y = -9000", "region: the stage cannot go to x",
                             "1 x 3 focus points", "no position 7", "not 0.001 ms", "named twice"})
      CHECK_THAT(error.what(), Catch::Contains(part));
  }
  CHECK(instrument.stage.position() == StagePosition{});
}

TEST_CASE("the expected time is that of exposures, moves and filters") {
  SimulatedSmearSession session({}, {});
  SmearPlan plan = session.plan();
  plan.options.refocus_tiles = 0;
  plan.wavelengths.resize(1);
  const FieldSize field = session.description().field();
  const Stage& stage = session.instrument().stage;
  const double short_s = expected_time_s(plan, field, stage);
  plan.wavelengths[0].exposure_ms += 1000.0;
  const auto tiles = static_cast<double>(smear_raster(plan.region, field, 0.1).size());
  // One second more for each tile, the background and each of 13 exposures at 9 focus points.
  CHECK(expected_time_s(plan, field, stage) - short_s == Approx(tiles + 1.0 + 117.0));
}
