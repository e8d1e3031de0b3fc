#include "acquisition/smear/smear_slide.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

std::array<double, kSmearCellTypes> counts_of(const std::vector<SmearCell>& cells) {
  std::array<double, kSmearCellTypes> counts{};
  for (const SmearCell& cell : cells) counts[static_cast<std::size_t>(cell.type)] += 1.0;
  return counts;
}

// Within four standard deviations of a Poisson count; cells that keep apart scatter less.
void check_count(double found, double expected) {
  INFO(found << " found, " << expected << " asked for");
  CHECK(std::abs(found - expected) < 4.0 * std::sqrt(expected));
}

}  // namespace

TEST_CASE("the smear holds the cells that were asked for, in their proportions") {
  SmearSlideOptions options;
  options.white_per_mm2 = 100.0;
  options.dead_per_mm2 = 10.0;
  options.eosinophils_percent = 10.0;
  options.basophils_percent = 5.0;
  const double area_mm2 = 9.0;
  const auto counts = counts_of(SmearSlide(options).cells({-1000.0, -2000.0, 3000.0, 3000.0}));
  const std::array<double, kSmearCellTypes> per_mm2 = {60.0, 19.0, 6.0, 10.0, 5.0, 10.0, 3500.0, 200.0};
  for (std::size_t type = 0; type < kSmearCellTypes; ++type) {
    INFO(to_string(static_cast<SmearCellType>(type)));
    check_count(counts[type], area_mm2 * per_mm2[type]);
  }
}

TEST_CASE("the smear is the same however it is divided, and another with another seed") {
  const auto sorted = [](std::vector<SmearCell> cells) {
    std::ranges::sort(cells, {}, [](const SmearCell& cell) { return std::pair(cell.x_um, cell.y_um); });
    return cells;
  };
  const SmearSlide slide({});
  const auto whole = sorted(slide.cells({-130.0, 40.0, 300.0, 200.0}));
  std::vector<SmearCell> parts;
  for (const double x : {-130.0, -30.0, 70.0})
    for (const double y : {40.0, 140.0})
      for (const SmearCell& cell : slide.cells({x, y, 100.0, 100.0})) parts.push_back(cell);
  parts = sorted(parts);
  REQUIRE(whole.size() > 150);
  REQUIRE(parts.size() == whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK(parts[i].x_um == whole[i].x_um);
    CHECK(parts[i].seed == whole[i].seed);
  }
  SmearSlideOptions other;
  other.seed = 2;
  CHECK(sorted(SmearSlide(other).cells({-130.0, 40.0, 300.0, 200.0})).front().x_um != whole.front().x_um);
}

TEST_CASE("red cells lie beside each other, not on each other, and nothing lies beside the smear") {
  const SmearSlide slide({});
  const auto cells = slide.cells({0.0, 0.0, 400.0, 400.0});
  double nearest = 1e9;
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (cells[i].type == SmearCellType::kRed && cells[j].type == SmearCellType::kRed)
        nearest = std::min(nearest, std::hypot(cells[i].x_um - cells[j].x_um, cells[i].y_um - cells[j].y_um));
  CHECK(nearest >= 7.9);
  CHECK(nearest < 9.0);
  CHECK(slide.cells({10'000.0, -500.0, 1000.0, 1000.0}).empty());
  CHECK_FALSE(slide.cells({9'900.0, -50.0, 100.0, 100.0}).empty());
}

TEST_CASE("a smear that cannot be is refused") {
  SmearSlideOptions options;
  options.neutrophils_percent = 95.0;
  CHECK_THROWS_WITH(SmearSlide(options), Catch::Contains("more than 100 %"));
  options = {};
  options.red_per_mm2 = 6000.0;
  CHECK_THROWS_WITH(SmearSlide(options), Catch::Contains("red-per-mm2"));
}
