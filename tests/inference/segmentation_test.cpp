#include "inference/segmentation.h"

#include <stop_token>

#include "analytic_bodies.h"
#include "core/error.h"
#include "inference/measure.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {
constexpr VoxelSize kVoxel{0.1, 0.1, 0.1};
constexpr double kIndex = 1.363;
constexpr double kSphere25 = 65.4498;  // fL, radius 2.5 µm
}  // namespace

TEST_CASE("two touching cells are split at their neck") {
  auto tomogram = empty_volume({80, 80, 140}, kVoxel);
  add_ellipsoid(tomogram, {2.5, 2.5, 2.5}, {0.0, 0.0, -2.4}, kIndex);
  add_ellipsoid(tomogram, {2.5, 2.5, 2.5}, {0.0, 0.0, 2.4}, kIndex);
  const Measurement result = measure_cells(tomogram);
  REQUIRE(result.cells.size() == 2);
  CHECK(result.cells[0].indices.volume_fl == Approx(kSphere25).epsilon(0.02));
  CHECK(result.cells[1].indices.volume_fl == Approx(kSphere25).epsilon(0.02));
  CHECK(std::abs(result.cells[0].centroid_um[2]) == Approx(2.4).margin(0.05));
}

TEST_CASE("a long cell without a neck is one cell") {
  auto tomogram = empty_volume({60, 60, 140}, kVoxel);
  add_ellipsoid(tomogram, {2.0, 2.5, 6.0}, {0.0, 0.0, 0.0}, kIndex);
  CHECK(measure_cells(tomogram).cells.size() == 1);
}

TEST_CASE("a biconcave red cell is one cell") {
  auto tomogram = empty_volume({60, 120, 120}, kVoxel);
  // Evans & Fung 1972: thickness over the radius, in µm.
  for (Index z = 0; z < 60; ++z)
    for (Index y = 0; y < 120; ++y)
      for (Index x = 0; x < 120; ++x) {
        const double r =
            std::hypot((static_cast<double>(y) - 60.0) * 0.1, (static_cast<double>(x) - 60.0) * 0.1) / 3.91;
        if (r >= 1.0) continue;
        const double half = 0.5 * std::sqrt(1.0 - r * r) * (0.81 + 7.83 * r * r - 4.39 * r * r * r * r);
        if (std::abs((static_cast<double>(z) - 30.0) * 0.1) < half) tomogram.ri(z, y, x) = static_cast<float>(kIndex);
      }
  const Measurement result = measure_cells(tomogram);
  REQUIRE(result.cells.size() == 1);
  CHECK(result.cells[0].indices.volume_fl == Approx(94.0).epsilon(0.02));  // published volume 94 fL
}

TEST_CASE("cells cut by the border and small objects are flagged, largest first") {
  auto tomogram = empty_volume({80, 80, 80}, kVoxel);
  add_ellipsoid(tomogram, {2.5, 2.5, 2.5}, {0.0, 0.0, -3.0}, kIndex);
  add_ellipsoid(tomogram, {0.7, 0.7, 0.7}, {0.0, 0.0, 2.0}, kIndex);
  add_ellipsoid(tomogram, {0.3, 0.3, 0.3}, {2.0, 2.0, 3.0}, kIndex);  // 0.11 fL: noise, dropped
  const Measurement result = measure_cells(tomogram);
  REQUIRE(result.cells.size() == 2);
  CHECK(result.cells[0].touches_border);
  CHECK_FALSE(result.cells[0].too_small);
  CHECK_FALSE(result.cells[1].touches_border);
  CHECK(result.cells[1].too_small);
  CHECK(result.cells[0].indices.volume_fl > result.cells[1].indices.volume_fl);
}

TEST_CASE("an empty volume holds no cells") { CHECK(measure_cells(empty_volume({20, 20, 20}, kVoxel)).cells.empty()); }

TEST_CASE("the distance map is Euclidean, with unequal voxel edges") {
  Array<unsigned char, 3> mask({9, 9, 9});
  std::fill(mask.values().begin(), mask.values().end(), static_cast<unsigned char>(1));
  mask(4, 4, 4) = 0;
  const auto distance = distance_map(std::as_const(mask).view(), {0.5, 0.2, 0.1});
  CHECK(distance(4, 4, 7) == Approx(0.3));
  CHECK(distance(6, 4, 4) == Approx(1.0));
  CHECK(distance(6, 1, 8) == Approx(std::sqrt(1.0 + 0.36 + 0.16)));
}

TEST_CASE("a cancelled measurement stops") {
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(measure_cells(empty_volume({20, 20, 20}, kVoxel), {}, Progress({}, stop.get_token())), Cancelled);
}
