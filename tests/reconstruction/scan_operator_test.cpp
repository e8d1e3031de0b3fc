#include "reconstruction/scan_operator.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <random>

#include "core/error.h"
#include "reconstruction/nonnegativity.h"
#include "tests/catch.h"
#include "tests/reconstruction/gaussian_ball.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr Shape<3> kVolume = {96, 64, 64};
constexpr VoxelSize kVoxel = {0.25, 0.25, 0.25};
constexpr double kStep = 0.125;  // half voxels
constexpr double kRadius = 3.0;
constexpr double kIndex = 1.370;

// f of a homogeneous sphere, its surface averaged over 4 x 4 x 4 points.
Array<float, 3> sphere_potential(const OpticalSetup& setup) {
  Array<float, 3> f({56, 128, 128});
  const double inside = setup.k0() * setup.k0() * (kIndex * kIndex - setup.medium_index * setup.medium_index);
  const auto at = [](Index i, Index n, int part) {
    return (static_cast<double>(i - n / 2) + part / 4.0 - 0.375) * kStep;
  };
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

// Fields of nothing but white complex noise of variance 1 per pixel.
ScatteredFields noise_fields(const std::vector<WaveVector>& illumination, Index pixels) {
  std::mt19937_64 random(5);
  std::normal_distribution<float> normal(0.0F, std::sqrt(0.5F));
  ScatteredFields fields;
  fields.pixel_size_um = kStep;
  fields.illumination = illumination;
  fields.psi = Array<std::complex<float>, 3>({static_cast<Index>(illumination.size()), pixels, pixels});
  for (auto& value : fields.psi.values()) value = {normal(random), normal(random)};
  return fields;
}

double mean_power(const MeasuredSpectrum& spectrum) {
  double sum = 0.0;
  for (const auto& value : spectrum.value) sum += std::norm(value);
  return sum / static_cast<double>(spectrum.value.size());
}

}  // namespace

TEST_CASE("through the operator a sphere has its exact phase and what a reconstruction finds of its index") {
  const OpticalSetup setup = setup_of_the_paper();
  const ScanOperator scan(setup, ring(49, 0.9, setup), kVolume, kVoxel);
  const Array<float, 3> potential = sphere_potential(setup);
  const ScanOperator::Measured measured = scan.measure(potential.view(), {});
  // Mie's phase through the centre is 2.3385 rad, the straight ray's k0 (n - n_m) 2 r 2.3386.
  CHECK(measured.normal_field.phase(0, 64, 64) == Approx(2.3385).epsilon(0.02));
  CHECK(measured.normal_field.setup.pixel_size_um == kStep);
  // From exact fields of this sphere the reconstruction finds 1.37010 and 1.36785 (docs/benchmarks.md); without
  // Rytov's loss they are a little higher.
  const Tomogram tomogram = tomogram_of(measured.spectrum, kVoxel, setup, {}, {"cpu", 1});
  CHECK(mean_within(tomogram, 0.8 * kRadius) == Approx(1.3701).margin(0.002));
  CHECK(mean_within(tomogram, kRadius) == Approx(1.36785).margin(0.0015));
}

TEST_CASE("the operator reads a ball's exact spectrum where the caps of a scan lie") {
  const OpticalSetup setup = setup_of_the_paper();
  const GaussianBall ball;
  Array<float, 3> potential({128, 128, 128});
  for (Index z = 0; z < 128; ++z)
    for (Index y = 0; y < 128; ++y)
      for (Index x = 0; x < 128; ++x) {
        const double r = kStep * std::hypot(z - 64.0, y - 64.0, x - 64.0) / ball.sigma_um;
        potential(z, y, x) = static_cast<float>(peak_potential(ball, setup) * std::exp(-0.5 * r * r));
      }
  const MeasuredSpectrum measured =
      ScanOperator(setup, ring(49, 0.9, setup), kVolume, kVoxel).measure(potential.view(), {}).spectrum;
  double error = 0.0;
  double norm = 0.0;
  for (std::size_t i = 0; i < measured.index.size(); ++i) {
    std::array<double, 3> k{};
    const std::array<Index, 3> at = {measured.index[i] / (64 * 33), measured.index[i] / 33 % 64,
                                     measured.index[i] % 33};
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const Index n = kVolume[axis];
      k[axis] = 2.0 * M_PI * static_cast<double>(at[axis] < n / 2 ? at[axis] : at[axis] - n) / (0.25 * n);
    }
    const std::complex<double> exact = exact_spectrum(ball, setup, k) / kVoxel.volume_um3();
    error += std::norm(std::complex<double>(measured.value[i]) - exact);
    norm += std::norm(exact);
  }
  // A sample is up to a quarter of 1/24 µm from its grid point: the ball's spectrum changes by a few percent on the
  // way.
  CHECK(std::sqrt(error / norm) < 0.05);
}

TEST_CASE("the operator's noise reaches the points, and has the power, that mapping noise fields gives") {
  const OpticalSetup setup = setup_of_the_paper();
  const auto illumination = ring(49, 0.9, setup);
  constexpr Shape<3> kFine = {96, 64, 64};
  constexpr VoxelSize kFineVoxel = {kStep, kStep, kStep};
  const MeasuredSpectrum mapped = map_ewald_caps(noise_fields(illumination, 64), setup, kFine, kFineVoxel, "linear");
  const Array<float, 3> nothing({2, 128, 128});
  const MeasuredSpectrum drawn =
      ScanOperator(setup, illumination, kFine, kFineVoxel).measure(nothing.view(), {kStep * kStep, 7}).spectrum;
  std::vector<std::int64_t> common;
  std::ranges::set_intersection(mapped.index, drawn.index, std::back_inserter(common));
  CHECK(static_cast<double>(common.size()) > 0.99 * static_cast<double>(mapped.index.size()));
  CHECK(static_cast<double>(common.size()) > 0.99 * static_cast<double>(drawn.index.size()));
  // 60,000 points: the mean power of complex Gaussian noise is known to 1 %.
  CHECK(mean_power(drawn) == Approx(mean_power(mapped)).epsilon(0.04));
}

TEST_CASE("the noise of the operator's field is the shot noise that passes the pupil") {
  const OpticalSetup setup = setup_of_the_paper();
  const Array<float, 3> nothing({2, 128, 128});
  const double density = shot_noise_density(4050.0, 0.0, 0.05);
  CHECK(density == Approx(8.0 / 4050.0 * 0.0025));
  const FieldStack field =
      ScanOperator(setup, ring(49, 0.9, setup), kVolume, kVoxel).measure(nothing.view(), {density, 3}).normal_field;
  double sum = 0.0;
  for (const float phase : field.phase.values()) sum += phase * phase;
  // Half of the complex noise is in the phase; the pupil is a disc in the plane of wave vectors.
  const double pupil = M_PI * std::pow(setup.pupil_radius() / (2.0 * M_PI), 2);
  CHECK(sum / static_cast<double>(field.phase.size()) == Approx(0.5 * density * pupil).epsilon(0.05));
}

TEST_CASE("a potential of another shape than the operator's half voxels is refused with both shapes") {
  const OpticalSetup setup = setup_of_the_paper();
  const ScanOperator scan(setup, ring(5, 0.9, setup), {16, 16, 16}, kVoxel);
  const Array<float, 3> wrong({32, 16, 32});
  CHECK_THROWS_WITH(scan.measure(wrong.view(), {}), Catch::Contains("32 x 16 x 32") && Catch::Contains("16 x 16 x 16"));
  CHECK_THROWS_AS(ScanOperator(setup, ring(5, 0.9, setup), {15, 16, 16}, kVoxel), InputError);
}
