// The overview finds the cells that were put on the simulated slide, and nothing else.
#include "app/workflow/find_cells.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "tests/catch.h"
#include "tests/workflow/scan_bench.h"

using namespace tomocyte;
using tomocyte::test::Bench;

TEST_CASE("an overview finds the cells of the slide where they are, each once") {
  // The slide has a monocyte at the origin and a red cell at x = 60 µm (simulated_slide.h).
  Bench bench;
  FindCellsOptions options;
  options.x_um = -10.0;
  options.y_um = -6.0;
  options.width_um = 76.0;
  options.height_um = 12.0;
  int fields = 0;
  const std::vector<FoundCell> cells =
      find_cells(bench.instrument, options, [&](const StagePosition&, const LiveImage&) { ++fields; });
  REQUIRE(cells.size() == 2);
  const auto at = [&](double x) {
    return std::ranges::any_of(cells, [x](const FoundCell& cell) {
      return std::abs(cell.position.x_um - x) < 0.6 && std::abs(cell.position.y_um) < 0.6;
    });
  };
  CHECK(at(0.0));
  CHECK(at(60.0));
  for (const FoundCell& cell : cells) CHECK(cell.diameter_um > 6.0);
  CHECK(fields > 6);
  CHECK_FALSE(bench.instrument.light()->is_on());
}

TEST_CASE("an overview beyond the stage's limits is refused before anything moves") {
  Bench bench;
  const StagePosition before = bench.instrument.stage()->position();
  FindCellsOptions options;
  options.x_um = 4990.0;
  CHECK_THROWS_AS(find_cells(bench.instrument, options), DeviceError);
  CHECK(bench.instrument.stage()->position() == before);
}
