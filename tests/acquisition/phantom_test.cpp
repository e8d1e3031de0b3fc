#include "acquisition/phantom.h"

#include <cmath>
#include <numbers>

#include "acquisition/phantom_cells.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {
constexpr double kMedium = 1.337;
}

TEST_CASE("white cells follow the published volumes and protein densities") {
  const CellPopulation population = GENERATE(from_range(white_cell_populations()));
  constexpr int kCells = 40;
  double volume = 0.0;
  double density = 0.0;
  for (int seed = 0; seed < kCells; ++seed) {
    Random random(static_cast<std::uint64_t>(1000 + seed));
    const PhantomTruth truth = integrate(make_cell(population.type, kMedium, random), 0.4);
    volume += truth.volume_fl / kCells;
    density += 100.0 * (truth.mean_ri - kMedium) / 0.2 / kCells;
  }
  CAPTURE(population.type);
  // Four standard errors of the mean.
  CHECK(std::abs(volume - population.volume_fl) < 4.0 * population.volume_sd / std::sqrt(kCells));
  CHECK(std::abs(density - population.density_g_dl) < 4.0 * population.density_sd / std::sqrt(kCells));
}

TEST_CASE("the red cell of Evans and Fung has its published volume and diameter") {
  double volume = 0.0;
  constexpr int kCells = 40;
  for (int seed = 0; seed < kCells; ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    volume += integrate(make_cell("rbc", kMedium, random), 0.1).volume_fl / kCells;
  }
  CHECK(volume == Approx(94.0).margin(4.0 * 9.0 / std::sqrt(kCells)));
}

TEST_CASE("sampling on voxels keeps a sphere's volume and index") {
  const Phantom sphere = make_sphere(2.0, 1.40, kMedium);
  const Tomogram tomogram = sample_phantoms({sphere}, kMedium, {64, 64, 64}, {0.1, 0.1, 0.1});
  double contrast = 0.0;
  for (const float n : tomogram.ri.values()) contrast += (n - kMedium) * 0.001;
  CHECK(contrast == Approx(4.0 / 3.0 * std::numbers::pi * 8.0 * (1.40 - kMedium)).epsilon(0.005));
  CHECK(tomogram.ri(32, 32, 32) == Approx(1.40F));
  CHECK(tomogram.ri(32, 32, 52) < 1.40F);
}

TEST_CASE("the same seed gives the same cell, another seed another") {
  Random a(5);
  Random b(5);
  Random c(6);
  const std::string first = describe(make_cell("monocyte", kMedium, a));
  CHECK(first == describe(make_cell("monocyte", kMedium, b)));
  CHECK(first != describe(make_cell("monocyte", kMedium, c)));
}

TEST_CASE("an unknown cell type is refused with the known ones") {
  Random random(1);
  CHECK_THROWS_AS(make_cell("basilisk", kMedium, random), InputError);
}

TEST_CASE("cells of a field lie side by side inside it") {
  Random random(3);
  const auto field = make_field(25.6, kMedium, random);
  CHECK(field.size() >= 4);
  for (std::size_t i = 0; i < field.size(); ++i) {
    CHECK(field[i].box().min().head<2>().minCoeff() > -12.8);
    CHECK(field[i].box().max().head<2>().maxCoeff() < 12.8);
  }
}
