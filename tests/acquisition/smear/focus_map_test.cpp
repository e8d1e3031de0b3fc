#include "acquisition/smear/focus_map.h"

#include <cmath>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

// On z = 3 + 0.6 x - 0.4 y (mm), a 3 x 3 grid of 2 mm.
std::vector<FocusPoint> tilted() {
  std::vector<FocusPoint> points;
  for (const double y : {4000.0, 5000.0, 6000.0})
    for (const double x : {-1000.0, 0.0, 1000.0}) points.push_back({x, y, 3.0 + 6e-4 * x - 4e-4 * y, true, true, 0.0});
  return points;
}

}  // namespace

TEST_CASE("a plane through points of a tilted slide is that slide") {
  const FocusMap map = fit_focus_map(tilted(), FocusModel::kPlane, 0.5);
  CHECK(map.z_um(700.0, -300.0) == Approx(3.0 + 0.42 + 0.12));
  CHECK(map.residual_rms_um == Approx(0.0).margin(1e-9));
}

TEST_CASE("the residual is that of the points from the plane") {
  std::vector<FocusPoint> points = tilted();
  points[4].z_um += 0.3;  // the middle: a plane rises by a ninth of it
  const FocusMap map = fit_focus_map(points, FocusModel::kPlane, 0.5);
  CHECK(map.points[4].residual_um == Approx(0.3 * 8.0 / 9.0));
  CHECK(map.residual_rms_um == Approx(0.3 * std::sqrt(8.0) / 9.0));
}

TEST_CASE("a point that does not fit the others is refused and does not bend the plane") {
  std::vector<FocusPoint> points = tilted();
  const std::size_t outlier = GENERATE(0U, 4U, 7U);
  points[outlier].z_um += 4.0;
  const FocusMap map = fit_focus_map(points, FocusModel::kPlane, 0.5);
  CHECK_FALSE(map.points[outlier].used);
  CHECK(map.points[outlier].residual_um == Approx(4.0));
  CHECK(map.z_um(0.0, 5000.0) == Approx(1.0));
}

TEST_CASE("a bent slide needs the quadratic surface") {
  std::vector<FocusPoint> points = tilted();
  for (FocusPoint& point : points) point.z_um += 2e-6 * point.x_um * point.x_um;
  const FocusMap map = fit_focus_map(points, FocusModel::kQuadratic, 0.1);
  CHECK(map.z_um(500.0, 4500.0) == Approx(3.0 + 0.3 - 1.8 + 0.5));
}

TEST_CASE("points that hold no surface are refused") {
  std::vector<FocusPoint> points = tilted();
  SECTION("focus was found at too few") {
    for (std::size_t i = 2; i < points.size(); ++i) points[i].found = false;
    CHECK_THROWS_WITH(fit_focus_map(points, FocusModel::kPlane, 0.5), Catch::Contains("2 of 9 points"));
  }
  SECTION("they lie on a line") {
    points.resize(3);
    CHECK_THROWS_WITH(fit_focus_map(points, FocusModel::kPlane, 0.5), Catch::Contains("span"));
  }
  SECTION("nothing fits nothing") {
    for (std::size_t i = 0; i < points.size(); ++i) points[i].z_um += i % 2 == 0 ? 3.0 : -3.0;
    CHECK_THROWS_WITH(fit_focus_map(points, FocusModel::kPlane, 0.5), Catch::Contains("0.5 µm are allowed"));
  }
}
