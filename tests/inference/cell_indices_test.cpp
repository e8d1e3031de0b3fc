#include "inference/cell_indices.h"

#include <numbers>

#include "analytic_bodies.h"
#include "core/error.h"
#include "inference/measure.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

constexpr VoxelSize kVoxel{0.1, 0.1, 0.1};
constexpr double kIndex = 1.363;  // the default threshold lies half-way to the medium

CellIndices measure_one(const Tomogram& tomogram) {
  const Measurement result = measure_cells(tomogram);
  REQUIRE(result.cells.size() == 1);
  return result.cells[0].indices;
}

// Surface of an ellipsoid by numerical quadrature of the parametric form (exact to 1e-6).
double ellipsoid_surface(double a, double b, double c) {
  constexpr int kSteps = 2000;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double t = std::numbers::pi * (i + 0.5) / kSteps;
    for (int j = 0; j < 200; ++j) {
      const double p = 2.0 * std::numbers::pi * (j + 0.5) / 200;
      const double x = b * c * std::sin(t) * std::cos(p);
      const double y = a * c * std::sin(t) * std::sin(p);
      const double z = a * b * std::cos(t);
      sum += std::sin(t) * std::sqrt(x * x + y * y + z * z);
    }
  }
  return sum * std::numbers::pi / kSteps * 2.0 * std::numbers::pi / 200;
}

}  // namespace

TEST_CASE("spheres of 2 to 10 µm have the volume, surface and sphericity of geometry") {
  const double radius = GENERATE(1.0, 2.0, 3.5, 5.0);
  auto tomogram = empty_volume({120, 120, 120}, kVoxel);
  add_ellipsoid(tomogram, {radius, radius, radius}, {0.03, -0.02, 0.04}, kIndex);
  const CellIndices cell = measure_one(tomogram);
  CAPTURE(radius, cell.volume_fl, cell.surface_area_um2, cell.sphericity);
  CHECK(cell.volume_fl == Approx(4.0 / 3.0 * std::numbers::pi * std::pow(radius, 3)).epsilon(0.01));
  CHECK(cell.surface_area_um2 == Approx(4.0 * std::numbers::pi * radius * radius).epsilon(0.02));
  CHECK(std::abs(cell.sphericity - 1.0) < 0.02);
}

TEST_CASE("ellipsoids have the volume and surface of geometry") {
  const auto axes = GENERATE(std::array<double, 3>{1.0, 2.0, 3.0}, std::array<double, 3>{2.0, 4.0, 5.0},
                             std::array<double, 3>{4.5, 3.0, 3.0});
  auto tomogram = empty_volume({120, 120, 120}, kVoxel);
  add_ellipsoid(tomogram, axes, {0.0, 0.05, 0.0}, kIndex);
  const CellIndices cell = measure_one(tomogram);
  const double volume = 4.0 / 3.0 * std::numbers::pi * axes[0] * axes[1] * axes[2];
  CHECK(cell.volume_fl == Approx(volume).epsilon(0.01));
  CHECK(cell.surface_area_um2 == Approx(ellipsoid_surface(axes[0], axes[1], axes[2])).epsilon(0.02));
}

TEST_CASE("a body sampled without any sub-voxel information still has its volume within 1 %") {
  auto tomogram = empty_volume({80, 80, 80}, kVoxel);
  add_ellipsoid(tomogram, {3.0, 3.0, 3.0}, {0.0, 0.0, 0.0}, kIndex, true);
  CHECK(measure_one(tomogram).volume_fl == Approx(113.097).epsilon(0.01));
}

TEST_CASE("dry mass, density and mean index follow from the refractive index increment") {
  auto tomogram = empty_volume({80, 80, 80}, kVoxel);
  add_ellipsoid(tomogram, {3.0, 3.0, 3.0}, {0.0, 0.0, 0.0}, 1.367, true);
  const CellIndices cell = measure_one(tomogram);
  CHECK(cell.mean_ri == Approx(1.367).margin(1e-5));
  CHECK(cell.protein_density_g_dl == Approx(15.0).epsilon(1e-3));  // 0.030 / 0.2 mL/g
  CHECK(cell.dry_mass_pg == Approx(0.15 * cell.volume_fl).epsilon(1e-3));
}

TEST_CASE("corpuscular volume and hemoglobin count voxels above the medium plus 0.005") {
  auto tomogram = empty_volume({80, 80, 80}, kVoxel);
  add_ellipsoid(tomogram, {3.0, 3.0, 3.0}, {0.0, 0.0, 0.0}, 1.395, true);
  // A faint rim that the six indices leave out and the corpuscular volume takes in.
  add_ellipsoid(tomogram, {3.3, 3.3, 3.3}, {0.0, 0.0, 0.0}, 1.345, true);
  const Measurement result = measure_cells(tomogram);
  REQUIRE(result.cells.size() == 1);
  const Cell& cell = result.cells[0];
  const double inner = 4.0 / 3.0 * std::numbers::pi * 27.0;
  const double outer = 4.0 / 3.0 * std::numbers::pi * std::pow(3.3, 3);
  CHECK(cell.corpuscular_volume_fl == Approx(outer).epsilon(0.01));
  CHECK(cell.corpuscular_hemoglobin_pg == Approx((0.058 * inner + 0.008 * (outer - inner)) / 0.29).epsilon(0.01));
}

TEST_CASE("unequal voxel edges are respected") {
  auto tomogram = empty_volume({40, 120, 120}, {0.25, 0.1, 0.1});
  add_ellipsoid(tomogram, {3.0, 3.0, 3.0}, {0.0, 0.0, 0.0}, kIndex);
  const CellIndices cell = measure_one(tomogram);
  CHECK(cell.volume_fl == Approx(113.097).epsilon(0.015));
  CHECK(cell.surface_area_um2 == Approx(113.097).epsilon(0.03));
}

TEST_CASE("a threshold below the medium and a volume with NaN are refused") {
  auto tomogram = empty_volume({16, 16, 16}, kVoxel);
  MeasurementOptions options;
  options.threshold_ri = 1.33;
  CHECK_THROWS_AS(measure_cells(tomogram, options), InputError);
  tomogram.ri(3, 3, 3) = std::nanf("");
  CHECK_THROWS_WITH(measure_cells(tomogram), Catch::Contains("not a number"));
}
