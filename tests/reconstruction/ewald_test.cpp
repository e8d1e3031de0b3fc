// The Fourier diffraction mapping against the closed-form spectrum of a Gaussian ball seen along straight rays.
#include "reconstruction/ewald_mapping.h"

#include <algorithm>
#include <random>

#include "core/error.h"
#include "tests/catch.h"
#include "tests/reconstruction/gaussian_ball.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

ScatteredFields straight_rays(const GaussianBall& ball, int angles, Index pixels) {
  const FieldStack stack = fields_of(ball, angles, pixels);
  ScatteredFields fields;
  fields.illumination = stack.illumination;
  fields.pixel_size_um = stack.setup.pixel_size_um;
  fields.psi = Array<std::complex<float>, 3>(stack.field.shape());
  for (std::size_t i = 0; i < stack.phase.values().size(); ++i)
    fields.psi.values()[i] = {0.0F, stack.phase.values()[i]};
  return fields;
}

std::array<Index, 3> grid_point(const MeasuredSpectrum& spectrum, std::int64_t index) {
  const Index half = spectrum.volume[2] / 2 + 1;
  return {index / (half * spectrum.volume[1]), index / half % spectrum.volume[1], index % half};
}

std::array<double, 3> wave_vector(const MeasuredSpectrum& spectrum, std::int64_t index, const VoxelSize& voxel) {
  const std::array<double, 3> size = {voxel.z, voxel.y, voxel.x};
  const std::array<Index, 3> point = grid_point(spectrum, index);
  std::array<double, 3> k{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const Index n = spectrum.volume[axis];
    const Index signed_index = point[axis] > n / 2 ? point[axis] - n : point[axis];
    k[axis] = 2.0 * M_PI * static_cast<double>(signed_index) / (static_cast<double>(n) * size[axis]);
  }
  return k;
}

// Largest error of the mapped spectrum below |K| = 1.3 rad/µm, relative to the spectrum's value at zero.
double worst_error(const MeasuredSpectrum& spectrum, const GaussianBall& ball, const VoxelSize& voxel) {
  const OpticalSetup setup = setup_of_the_paper();
  double worst = 0.0;
  int compared = 0;
  for (std::size_t i = 0; i < spectrum.index.size(); ++i) {
    const auto k = wave_vector(spectrum, spectrum.index[i], voxel);
    if (std::hypot(k[0], k[1], k[2]) > 1.3) continue;
    const auto mapped = std::complex<double>(spectrum.value[i]) * voxel.volume_um3();
    worst = std::max(worst, std::abs(mapped - exact_spectrum(ball, setup, k)));
    ++compared;
  }
  REQUIRE(compared > 50);
  return worst / std::abs(exact_spectrum(ball, setup, {0.0, 0.0, 0.0}));
}

}  // namespace

TEST_CASE("the caps carry the exact spectrum of a displaced Gaussian ball") {
  const GaussianBall ball{.sigma_um = 1.2, .centre_um = {0.6, -0.4, 0.5}};
  const ScatteredFields fields = straight_rays(ball, 13, 192);
  const VoxelSize voxel{0.15, 0.12, 0.11};
  for (const char* mapping : {"nearest", "linear"})
    for (const Shape<3>& volume : {Shape<3>{160, 192, 208}, Shape<3>{161, 193, 209}, Shape<3>{128, 191, 256}}) {
      CAPTURE(mapping, to_string(volume));
      CHECK(worst_error(map_ewald_caps(fields, setup_of_the_paper(), volume, voxel, mapping), ball, voxel) < 0.15);
    }
}

TEST_CASE("a mirrored illumination or a mirrored axis puts the caps in the wrong place") {
  const GaussianBall ball{.sigma_um = 1.2, .centre_um = {0.6, -0.4, 0.5}};
  ScatteredFields fields = straight_rays(ball, 13, 192);
  for (WaveVector& k : fields.illumination) k = {-k.x, -k.y};
  const VoxelSize voxel{0.12, 0.12, 0.12};
  const auto mirrored = map_ewald_caps(fields, setup_of_the_paper(), {192, 192, 192}, voxel, "linear");
  CHECK(worst_error(mirrored, ball, voxel) > 0.25);
}

TEST_CASE("the measured set is that of a real potential") {
  // Voxels at the sampling limit, so that caps reach the highest frequencies of the grid too.
  ScatteredFields fields = straight_rays({}, 9, 64);
  std::mt19937 random(7);
  std::normal_distribution<float> normal;
  for (auto& value : fields.psi.values()) value = {normal(random), normal(random)};
  for (const char* mapping : {"nearest", "linear"})
    for (const Shape<3>& volume : {Shape<3>{40, 48, 64}, Shape<3>{41, 49, 63}}) {
      const MeasuredSpectrum spectrum =
          map_ewald_caps(fields, setup_of_the_paper(), volume, {0.3, 0.13, 0.13}, mapping);
      REQUIRE(std::is_sorted(spectrum.index.begin(), spectrum.index.end()));
      REQUIRE(std::adjacent_find(spectrum.index.begin(), spectrum.index.end()) == spectrum.index.end());
      const Index half = volume[2] / 2 + 1;
      int wrong = 0;
      int on_a_plane = 0;
      for (std::size_t i = 0; i < spectrum.index.size(); ++i) {
        const auto [z, y, x] = grid_point(spectrum, spectrum.index[i]);
        if (x != 0 && 2 * x != volume[2]) continue;
        ++on_a_plane;
        const std::int64_t partner = ((volume[0] - z) % volume[0] * volume[1] + (volume[1] - y) % volume[1]) * half + x;
        const auto found = std::lower_bound(spectrum.index.begin(), spectrum.index.end(), partner);
        const auto at = static_cast<std::size_t>(found - spectrum.index.begin());
        if (found == spectrum.index.end() || *found != partner ||
            std::abs(spectrum.value[at] - std::conj(spectrum.value[i])) > 1e-4F * std::abs(spectrum.value[i]))
          ++wrong;
      }
      CAPTURE(mapping, to_string(volume));
      CHECK(on_a_plane > 100);
      CHECK(wrong == 0);
    }
}

TEST_CASE("voxels too coarse for the aperture are refused") {
  const ScatteredFields fields = straight_rays({}, 5, 64);
  CHECK_THROWS_AS(map_ewald_caps(fields, setup_of_the_paper(), {64, 64, 64}, {0.2, 0.2, 0.2}, "linear"), InputError);
}
