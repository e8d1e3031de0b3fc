#include "app/workflow/index_map.h"

#include <cmath>
#include <random>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

// Two kinds of cells, many standard deviations apart in volume and mass.
std::vector<CellIndices> two_kinds(int each) {
  std::mt19937 random(3);
  std::normal_distribution<double> noise;
  std::vector<CellIndices> cells;
  for (int i = 0; i < 2 * each; ++i) {
    const double kind = i < each ? 0.0 : 1.0;
    cells.push_back({200.0 + 250.0 * kind + 8.0 * noise(random), 180.0 + 5.0 * noise(random), 0.8,
                     30.0 + 45.0 * kind + noise(random), 15.0 + 0.3 * noise(random), 1.367 + 0.0003 * noise(random)});
  }
  return cells;
}

double distance(const PlanePoint& a, const PlanePoint& b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("cells of one kind lie together on the map, also where one index is the same in all") {
  constexpr int kEach = 40;
  const auto places = index_map(two_kinds(kEach));
  REQUIRE(places.size() == 2 * kEach);
  // The nearest neighbour of every cell is of its own kind.
  for (int i = 0; i < 2 * kEach; ++i) {
    int nearest = -1;
    for (int j = 0; j < 2 * kEach; ++j)
      if (j != i &&
          (nearest < 0 || distance(places[static_cast<std::size_t>(i)], places[static_cast<std::size_t>(j)]) <
                              distance(places[static_cast<std::size_t>(i)], places[static_cast<std::size_t>(nearest)])))
        nearest = j;
    CHECK((i < kEach) == (nearest < kEach));
  }
  CHECK(index_map(two_kinds(kEach)) == places);
}

TEST_CASE("too few or equal cells have no map") {
  CHECK_THROWS_AS(index_map(std::vector<CellIndices>(kFewestMappedCells - 1)), InputError);
  CHECK_THROWS_AS(index_map(std::vector<CellIndices>(kFewestMappedCells)), InputError);
}
