#include "core/line_profile.h"

#include <cmath>

#include "core/drawn_measurement.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

// Voxels of three different edges; the refractive index is a plane, which trilinear interpolation meets exactly.
constexpr VoxelSize kVoxel{0.4, 0.25, 0.1};

double plane(double z, double y, double x) { return 1.35 + 0.002 * x - 0.003 * y + 0.005 * z; }

Tomogram plane_tomogram() {
  Tomogram tomogram;
  tomogram.ri = Array<float, 3>({20, 30, 41});
  tomogram.voxel_size_um = kVoxel;
  tomogram.medium_index = 1.337;
  for (Index z = 0; z < 20; ++z)
    for (Index y = 0; y < 30; ++y)
      for (Index x = 0; x < 41; ++x)
        tomogram.ri(z, y, x) =
            static_cast<float>(plane(kVoxel.z * static_cast<double>(z - 10), kVoxel.y * static_cast<double>(y - 15),
                                     kVoxel.x * static_cast<double>(x - 20)));
  return tomogram;
}

}  // namespace

TEST_CASE("a profile through a plane of refractive index is a straight line, whatever the voxels' edges") {
  const Tomogram tomogram = plane_tomogram();
  const PositionUm from = {-2.03, -1.11, -1.57};
  const PositionUm to = {2.9, 2.4, 1.31};
  const LineProfile profile = line_profile(tomogram, from, to);
  CHECK(profile.distance_um.front() == 0.0);
  CHECK(profile.distance_um.back() == Approx(std::sqrt(4.93 * 4.93 + 3.51 * 3.51 + 2.88 * 2.88)));
  CHECK(profile.step_um <= 0.05);
  REQUIRE(profile.ri.size() == profile.distance_um.size());
  double worst = 0.0;
  for (std::size_t i = 0; i < profile.ri.size(); ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(profile.ri.size() - 1);
    const double expected = plane(from[0] + t * 4.93, from[1] + t * 3.51, from[2] + t * 2.88);
    worst = std::max(worst, std::abs(profile.ri[i] - expected));
  }
  CHECK(worst < 5e-7);  // float32 voxels
}

TEST_CASE("a profile across a sphere is as wide at half height as the sphere's chord") {
  Tomogram tomogram;
  tomogram.ri = Array<float, 3>({64, 64, 64});
  tomogram.voxel_size_um = {0.2, 0.1, 0.1};
  tomogram.medium_index = 1.337;
  for (Index z = 0; z < 64; ++z)
    for (Index y = 0; y < 64; ++y)
      for (Index x = 0; x < 64; ++x) {
        const double r = std::hypot(0.2 * static_cast<double>(z - 32), 0.1 * static_cast<double>(y - 32),
                                    0.1 * static_cast<double>(x - 32));
        tomogram.ri(z, y, x) = r < 2.0 ? 1.38f : 1.337f;
      }
  // At x 1.2 the chord along y is 2·sqrt(2² − 1.2²) = 3.2 µm.
  const LineProfile profile = line_profile(tomogram, {0.0, -3.0, 1.2}, {0.0, 3.0, 1.2}, 0.01);
  double inside = 0.0;
  for (const double ri : profile.ri) inside += ri > 1.3585 ? profile.step_um : 0.0;
  CHECK(inside == Approx(3.2).margin(0.1));
}

TEST_CASE("samples between voxel centres are weighted; beyond the volume there is nothing") {
  Tomogram tomogram;
  tomogram.ri = Array<float, 3>({2, 2, 2});
  tomogram.voxel_size_um = {1.0, 1.0, 1.0};
  tomogram.ri(1, 1, 1) = 1.0f;  // its centre is the origin
  CHECK(interpolated_ri(tomogram, {0.0, 0.0, 0.0}) == Approx(1.0));
  CHECK(interpolated_ri(tomogram, {-0.5, -0.5, -0.5}) == Approx(0.125));
  CHECK(interpolated_ri(tomogram, {0.0, -0.25, 0.0}) == Approx(0.75));
  CHECK(interpolated_ri(tomogram, {0.5, 0.5, 0.5}) == Approx(1.0));  // the border voxel's own outer half
  CHECK_FALSE(interpolated_ri(tomogram, {0.0, 0.0, 0.51}));
  CHECK_FALSE(interpolated_ri(tomogram, {0.0, -1.51, 0.0}));
  CHECK_FALSE(interpolated_ri(tomogram, {std::nan(""), 0.0, 0.0}));
}

TEST_CASE("a line that leaves the tomogram, or has no length, is refused") {
  const Tomogram tomogram = plane_tomogram();
  CHECK_THROWS_AS(line_profile(tomogram, {0, 0, 0}, {0, 0, 2.3}), InputError);
  CHECK_THROWS_AS(line_profile(tomogram, {0, 0, 0}, {0, 0, 0}), InputError);
  CHECK_THROWS_AS(line_profile(tomogram, {0, 0, 0}, {0, 0, 1}, -0.1), InputError);
  CHECK_THROWS_AS(line_profile(tomogram, {0, 0, 0}, {0, 0, 1}, 1e-9), InputError);
}

TEST_CASE("distances and angles in space") {
  CHECK(distance_um({1, 2, 3}, {3, 5, 9}) == Approx(7.0));  // 2, 3, 6
  CHECK(angle_degrees({0, 0, 2}, {0, 0, 0}, {0, 3, 0}) == Approx(90.0));
  CHECK(angle_degrees({1, 1, 1}, {0, 0, 0}, {0, 0, 1}) == Approx(54.735610317245346));  // of a cube's diagonal
  CHECK(angle_degrees({0, 0, 1}, {0, 0, 0}, {0, 1e-9, 1}) == Approx(5.729577951308232e-8));
  CHECK(angle_degrees({0, 0, 1}, {0, 0, 0}, {0, 0, -5}) == Approx(180.0));
  CHECK_THROWS_AS(angle_degrees({0, 0, 0}, {0, 0, 0}, {0, 0, 1}), InputError);
}

TEST_CASE("measurements are added, moved, removed, and each step is taken back and done again") {
  DrawnMeasurementList list;
  CHECK_FALSE(list.undo());
  const int first = list.add(MeasurementKind::distance, {{0, 0, 0}, {0, 3, 4}});
  const int second = list.add(MeasurementKind::angle, {{0, 0, 1}, {0, 0, 0}, {0, 1, 0}});
  list.move(first, {{0, 0, 0}, {0, 6, 8}});
  CHECK(value_of(*list.find(first)) == Approx(10.0));
  list.remove(second);
  CHECK(list.items().size() == 1);
  CHECK(list.undo());
  CHECK(value_of(*list.find(second)) == Approx(90.0));
  CHECK(list.undo());
  CHECK(value_of(*list.find(first)) == Approx(5.0));
  CHECK(list.redo());
  CHECK(value_of(*list.find(first)) == Approx(10.0));
  list.clear();
  CHECK_FALSE(list.redo());
  CHECK(list.add(MeasurementKind::profile, {{0, 0, 0}, {0, 0, 1}}) == 3);  // a number is not given twice
  CHECK_THROWS_AS(list.add(MeasurementKind::angle, {{0, 0, 0}, {0, 0, 1}}), InputError);
  CHECK_THROWS_AS(list.move(77, {{0, 0, 0}, {0, 0, 1}}), InputError);
}
