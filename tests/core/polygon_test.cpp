#include "core/polygon.h"

#include <random>
#include <vector>

#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("a lasso holds what lies in it, also in its bays and not beside them") {
  // A "U": the bay between its arms is outside.
  const std::vector<PlanePoint> u = {{0, 0}, {3, 0}, {3, 3}, {2, 3}, {2, 1}, {1, 1}, {1, 3}, {0, 3}};
  CHECK(is_inside(u, {0.5, 2.0}));
  CHECK(is_inside(u, {2.5, 2.0}));
  CHECK(is_inside(u, {1.5, 0.5}));
  CHECK_FALSE(is_inside(u, {1.5, 2.0}));
  CHECK_FALSE(is_inside(u, {-0.1, 1.0}));
  CHECK_FALSE(is_inside(u, {3.1, 0.0}));
  CHECK_FALSE(is_inside(std::vector<PlanePoint>{{0, 0}, {1, 1}}, {0.5, 0.5}));
}

TEST_CASE("a ray through corners counts each once") {
  const std::vector<PlanePoint> rhomb = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
  CHECK(is_inside(rhomb, {0.0, 0.0}));  // its ray leaves through the corner at (1, 0)
  CHECK_FALSE(is_inside(rhomb, {-2.0, 0.0}));
  CHECK_FALSE(is_inside(rhomb, {-2.0, -1.0}));
  CHECK_FALSE(is_inside(rhomb, {-2.0, 1.0}));
}

TEST_CASE("neighbouring lassos share no point and lose none") {
  // Points on the common edge too: every point of the square is in exactly one half.
  const std::vector<PlanePoint> left = {{0, 0}, {0.5, 0}, {0.5, 1}, {0, 1}};
  const std::vector<PlanePoint> right = {{0.5, 0}, {1, 0}, {1, 1}, {0.5, 1}};
  std::mt19937 random(1);
  std::uniform_int_distribution<int> sixteenth(0, 15);
  for (int i = 0; i < 1000; ++i) {
    const PlanePoint point{sixteenth(random) / 16.0, sixteenth(random) / 16.0};
    CHECK(is_inside(left, point) != is_inside(right, point));
  }
}
