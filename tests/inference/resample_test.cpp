#include "inference/resample.h"

#include <cmath>
#include <complex>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

constexpr double kMedium = 1.337;

// A Gaussian ball of contrast 0.03 about `centre` (z, y, x from voxel n/2), smooth enough for every grid used here.
double ball(const std::array<double, 3>& at, const std::array<double, 3>& centre) {
  const double r = std::hypot(at[0] - centre[0], at[1] - centre[1], at[2] - centre[2]);
  return kMedium + 0.03 * std::exp(-0.5 * r * r / 0.64);
}

Tomogram sampled(const Shape<3>& shape, const VoxelSize& voxel, const std::array<double, 3>& centre) {
  Tomogram tomogram;
  tomogram.ri = Array<float, 3>(shape);
  tomogram.voxel_size_um = voxel;
  tomogram.medium_index = kMedium;
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x)
        tomogram.ri(z, y, x) = static_cast<float>(
            ball({static_cast<double>(z - shape[0] / 2) * voxel.z, static_cast<double>(y - shape[1] / 2) * voxel.y,
                  static_cast<double>(x - shape[2] / 2) * voxel.x},
                 centre));
  return tomogram;
}

double largest_difference(const Tomogram& a, const Tomogram& b) {
  double largest = 0.0;
  for (Index i = 0; i < a.ri.size(); ++i)
    largest = std::max(largest, std::abs(static_cast<double>(a.ri.data()[i]) - b.ri.data()[i]));
  return largest;
}

}  // namespace

TEST_CASE("a smooth body on a coarser grid about its centre is what sampling it there gives") {
  const Tomogram fine = sampled({80, 72, 64}, {0.1, 0.12, 0.13}, {0.37, -0.21, 0.4});
  const VoxelSize voxel = {0.27, 0.25, 0.2};
  const Tomogram coarse = resample(fine, {0.37, -0.21, 0.4}, voxel, {24, 20, 26});
  CHECK(coarse.medium_index == kMedium);
  CHECK(coarse.voxel_size_um == voxel);
  CHECK(largest_difference(coarse, sampled({24, 20, 26}, voxel, {0.0, 0.0, 0.0})) < 3e-4);
}

TEST_CASE("a tomogram on its own grid stays as it is, and beyond it lies the medium") {
  const Tomogram tomogram = sampled({16, 16, 16}, {0.2, 0.2, 0.2}, {0.0, 0.0, 0.0});
  CHECK(largest_difference(resample(tomogram, {}, {0.2, 0.2, 0.2}, {16, 16, 16}), tomogram) < 1e-6);
  const Tomogram wide = resample(tomogram, {}, {0.2, 0.2, 0.2}, {40, 16, 16});
  CHECK(wide.ri(0, 8, 8) == Approx(kMedium));
  CHECK(wide.ri(20, 8, 8) == Approx(kMedium + 0.03));
}

TEST_CASE("a step does not ring below the medium") {
  Tomogram step = sampled({32, 32, 32}, {0.1, 0.1, 0.1}, {0.0, 0.0, 0.0});
  for (Index i = 0; i < step.ri.size(); ++i) step.ri.data()[i] = i % 32 < 16 ? 1.337F : 1.37F;
  const Tomogram coarse = resample(step, {}, {0.25, 0.25, 0.25}, {8, 8, 8});
  for (const float n : coarse.ri.values()) CHECK(n >= 1.337F);
}

TEST_CASE("a field keeps its amplitude and unwrapped phase on other pixels") {
  FieldStack fields;
  fields.setup = {0.532, kMedium, 1.2, 0.1};
  fields.illumination = {{1.0, 2.0}, {0.0, 0.0}};
  fields.field = Array<std::complex<float>, 3>({2, 80, 80});
  fields.phase = Array<float, 3>({2, 80, 80});
  const auto phase = [](double y, double x) { return 9.0 * std::exp(-0.5 * (y * y + x * x)); };
  for (Index y = 0; y < 80; ++y)
    for (Index x = 0; x < 80; ++x) {
      const double value = phase(0.1 * (y - 40.0) - 0.3, 0.1 * (x - 40.0) + 0.2);
      fields.phase(1, y, x) = static_cast<float>(value);
      fields.field(1, y, x) = std::polar(std::exp(-0.02F * static_cast<float>(value)), static_cast<float>(value));
    }
  const FieldStack field = resample_field(fields, 1, {0.3, -0.2}, 0.135, 32);
  CHECK(field.illumination == std::vector<WaveVector>{{0.0, 0.0}});
  CHECK(field.setup.pixel_size_um == 0.135);
  for (const Index y : {Index{8}, Index{16}, Index{21}}) {
    const double expected = phase(0.135 * static_cast<double>(y - 16), 0.0);
    CHECK(field.phase(0, y, 16) == Approx(expected).margin(0.03));
    CHECK(std::abs(field.field(0, y, 16)) == Approx(std::exp(-0.02 * expected)).margin(0.001));
  }
  fields.phase = {};
  CHECK_THROWS_AS(resample_field(fields, 1, {}, 0.1, 8), InputError);
}
