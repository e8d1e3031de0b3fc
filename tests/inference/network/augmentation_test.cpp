#include "inference/network/augmentation.h"

#include <algorithm>
#include <numeric>

#include "tests/catch.h"
#include "toy_cells.h"

using namespace tomocyte;

namespace {

constexpr AugmentationOptions kNothing{0.0, 0.0, 0.0, 0.0, false};

double sum(const Array<float, 4>& cells) { return std::accumulate(cells.values().begin(), cells.values().end(), 0.0); }

// A ball of 1 in the middle of 32 voxels.
Array<float, 4> ball(Index cells) {
  Array<float, 4> result({cells, 32, 32, 32});
  for (Index c = 0; c < cells; ++c)
    for (Index z = 0; z < 32; ++z)
      for (Index y = 0; y < 32; ++y)
        for (Index x = 0; x < 32; ++x)
          result(c, z, y, x) = std::hypot(static_cast<double>(z) - 15.5, static_cast<double>(y) - 15.5,
                                          static_cast<double>(x) - 15.5) < 7.0;
  return result;
}

std::array<double, 3> centroid(const Array<float, 4>& cells, Index cell) {
  std::array<double, 3> at{};
  double total = 0.0;
  for (Index z = 0; z < 32; ++z)
    for (Index y = 0; y < 32; ++y)
      for (Index x = 0; x < 32; ++x) {
        const double value = cells(cell, z, y, x);
        total += value;
        at[0] += value * static_cast<double>(z);
        at[1] += value * static_cast<double>(y);
        at[2] += value * static_cast<double>(x);
      }
  for (double& a : at) a /= total;
  return at;
}

}  // namespace

TEST_CASE("augmentation with every change off leaves the cells as they are") {
  const LabelledCells set = test::toy_cells(4);
  Array<float, 4> cells = set.inputs.clone();
  augment(cells.view(), kNothing, 1);
  CHECK(std::equal(cells.values().begin(), cells.values().end(), set.inputs.values().begin(),
                   [](float a, float b) { return std::abs(a - b) < 1e-5F; }));
}

TEST_CASE("the same seed changes cells alike, another seed otherwise") {
  const Array<float, 4> original = ball(2);
  Array<float, 4> a = original.clone();
  Array<float, 4> b = original.clone();
  Array<float, 4> c = original.clone();
  augment(a.view(), {}, 5);
  augment(b.view(), {}, 5);
  augment(c.view(), {}, 6);
  CHECK(std::equal(a.values().begin(), a.values().end(), b.values().begin()));
  CHECK_FALSE(std::equal(a.values().begin(), a.values().end(), c.values().begin()));
}

TEST_CASE("shifts are uniform up to the largest and keep the mass") {
  AugmentationOptions options = kNothing;
  options.translation = 0.1;
  Array<float, 4> cells = ball(100);
  const double mass = sum(cells);
  augment(cells.view(), options, 3);
  CHECK(sum(cells) == Approx(mass).epsilon(1e-4));
  double squares = 0.0;
  double largest = 0.0;
  for (Index c = 0; c < 100; ++c)
    for (const double at : centroid(cells, c)) {
      squares += (at - 15.5) * (at - 15.5) / 300.0;
      largest = std::max(largest, std::abs(at - 15.5));
    }
  CHECK(largest <= 3.2 + 1e-3);
  // The variance of a uniform number in ±3.2 is 3.2²/3; its estimate from 300 has a relative error of 0.052.
  CHECK(squares == Approx(3.2 * 3.2 / 3.0).epsilon(4 * 0.052));
}

TEST_CASE("rotation keeps z and the distance from the axis") {
  AugmentationOptions options = kNothing;
  options.rotation = true;
  Array<float, 4> cells({20, 32, 32, 32});
  for (Index c = 0; c < 20; ++c)
    for (Index z = 9; z < 12; ++z)
      for (Index y = 15; y < 18; ++y)
        for (Index x = 22; x < 25; ++x) cells(c, z, y, x) = 1.0F;
  const auto before = centroid(cells, 0);
  augment(cells.view(), options, 11);
  double least = 1e9;
  double most = -1e9;
  for (Index c = 0; c < 20; ++c) {
    const auto after = centroid(cells, c);
    CHECK(after[0] == Approx(10.0).margin(1e-3));
    CHECK(std::hypot(after[1] - 15.5, after[2] - 15.5) ==
          Approx(std::hypot(before[1] - 15.5, before[2] - 15.5)).epsilon(0.02));
    least = std::min(least, after[2]);
    most = std::max(most, after[2]);
  }
  CHECK(most - least > 10.0);  // of 16 between the sides
}

TEST_CASE("noise has the asked standard deviation, cropping the asked size, deformation moves edges") {
  AugmentationOptions noise = kNothing;
  noise.noise = 0.1;
  Array<float, 4> cells({2, 32, 32, 32});
  augment(cells.view(), noise, 1);
  double squares = 0.0;
  for (const float v : cells.values()) squares += static_cast<double>(v) * v;
  CHECK(std::sqrt(squares / static_cast<double>(cells.size())) == Approx(0.1).epsilon(0.02));

  AugmentationOptions crop = kNothing;
  crop.cropping = 0.25;
  Array<float, 4> ones({50, 32, 32, 32});
  std::fill(ones.values().begin(), ones.values().end(), 1.0F);
  augment(ones.view(), crop, 1);
  CHECK(std::all_of(ones.values().begin(), ones.values().end(),
                    [](float v) { return std::abs(v) < 1e-4F || std::abs(v - 1.0F) < 1e-4F; }));
  // Each side loses an eighth on average: (3/4)^3 of the volume is left. Its spread over 50 cells is below 0.03.
  CHECK(sum(ones) / static_cast<double>(ones.size()) == Approx(27.0 / 64.0).margin(0.06));

  AugmentationOptions elastic = kNothing;
  elastic.elastic = 0.03;
  Array<float, 4> balls = ball(4);
  const Array<float, 4> original = ball(4);
  augment(balls.view(), elastic, 1);
  double changed = 0.0;
  for (Index i = 0; i < balls.size(); ++i) changed += std::abs(balls.data()[i] - original.data()[i]);
  CHECK(changed > 0.05 * sum(original));
  CHECK(sum(balls) == Approx(sum(original)).epsilon(0.25));
}

TEST_CASE("a flat input stays in its plane") {
  LabelledCells set = test::toy_cells(4, 10, 1, "mip");
  const double before = sum(set.inputs);
  AugmentationOptions options;
  options.cropping = 0.0;
  augment(set.inputs.view(), options, 2);
  CHECK(sum(set.inputs) == Approx(before).epsilon(0.15));
}
