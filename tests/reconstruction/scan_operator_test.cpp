#include "reconstruction/scan_operator.h"

#include <cmath>

#include "core/error.h"
#include "reconstruction/nonnegativity.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

const OpticalSetup kSetup = {0.532, 1.337, 1.2, 0.05};
constexpr Shape<3> kVolume = {96, 64, 64};
constexpr VoxelSize kVoxel = {0.25, 0.25, 0.25};
constexpr double kRadius = 3.0;
constexpr double kIndex = 1.370;

// One normal wave and 48 on a ring at NA 0.9, as in the exact data set M1.
std::vector<WaveVector> ring() {
  std::vector<WaveVector> waves = {{0.0, 0.0}};
  const double k = kSetup.k0() * 0.9;
  for (int i = 0; i < 48; ++i) waves.push_back({k * std::cos(2.0 * M_PI * i / 48), k * std::sin(2.0 * M_PI * i / 48)});
  return waves;
}

// A homogeneous sphere, its surface averaged over 4 x 4 x 4 points.
Array<float, 3> sphere_potential() {
  Array<float, 3> f({56, 128, 128});
  const double inside = kSetup.k0() * kSetup.k0() * (kIndex * kIndex - 1.337 * 1.337);
  constexpr double kStep = 0.125;
  const auto at = [](Index i, Index n, int part) { return (static_cast<double>(i - n / 2) + part / 4.0 - 0.375) * kStep; };
  for (Index z = 0; z < 56; ++z)
    for (Index y = 0; y < 128; ++y)
      for (Index x = 0; x < 128; ++x) {
        int count = 0;
        for (int p = 0; p < 64; ++p)
          count += std::hypot(at(z, 56, p / 16), at(y, 128, p / 4 % 4), at(x, 128, p % 4)) < kRadius ? 1 : 0;
        f(z, y, x) = static_cast<float>(inside * count / 64.0);
      }
  return f;
}

double mean_within(const Tomogram& tomogram, double radius) {
  double sum = 0.0;
  double count = 0.0;
  for (Index z = 0; z < kVolume[0]; ++z)
    for (Index y = 0; y < kVolume[1]; ++y)
      for (Index x = 0; x < kVolume[2]; ++x) {
        if (0.25 * std::hypot(z - 48.0, y - 32.0, x - 32.0) > radius) continue;
        sum += tomogram.ri(z, y, x);
        count += 1.0;
      }
  return sum / count;
}

}  // namespace

TEST_CASE("the operator's normal field has the sphere's phase, and its tomogram what a reconstruction finds") {
  const ScanOperator scan(kSetup, ring(), kVolume, kVoxel);
  const Array<float, 3> potential = sphere_potential();
  const ScanOperator::Measured measured = scan.measure(potential.view(), {});
  // 2.3385 rad through the centre is exact (Mie), 2.3386 the straight ray's k0 (n - n_m) 2 r.
  CHECK(measured.normal_field.phase(0, 64, 64) == Approx(2.3385).epsilon(0.02));
  CHECK(measured.normal_field.setup.pixel_size_um == 0.125);
  const Tomogram tomogram = tomogram_of(measured.spectrum, kVoxel, kSetup, {}, {"cpu", 1});
  WARN(mean_within(tomogram, 0.8 * kRadius) << " " << mean_within(tomogram, kRadius));
  CHECK(mean_within(tomogram, 0.8 * kRadius) == Approx(1.370).margin(0.0015));
}
