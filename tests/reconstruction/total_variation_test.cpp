// Total variation on a cube in noise: the noise goes, the step stays.
#include "reconstruction/total_variation.h"

#include <ATen/ATen.h>

#include "reconstruction/reconstruct.h"
#include "tests/catch.h"
#include "tests/reconstruction/gaussian_ball.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr std::int64_t kSize = 24;
constexpr std::int64_t kBegin = 6;
constexpr std::int64_t kEnd = 18;
constexpr double kNoise = 0.1;

at::Tensor cube(const at::Tensor& volume) {
  return volume.slice(0, kBegin, kEnd).slice(1, kBegin, kEnd).slice(2, kBegin, kEnd);
}

at::Tensor clean_volume() {
  at::Tensor volume = at::zeros({kSize, kSize, kSize});
  cube(volume).fill_(1.0);
  return volume;
}

at::Tensor noise() { return kNoise * at::randn({kSize, kSize, kSize}, at::detail::createCPUGenerator(7)); }

double deviation(const at::Tensor& part) { return part.std().item<double>(); }

// The step from the plane outside one face of the cube to the plane inside, away from the edges.
double step(const at::Tensor& volume) {
  const auto plane = [&](std::int64_t z) {
    return volume[z].slice(0, kBegin + 2, kEnd - 2).slice(1, kBegin + 2, kEnd - 2).mean().item<double>();
  };
  return plane(kBegin) - plane(kBegin - 1);
}

double roughness(const Tomogram& tomogram) {
  double sum = 0.0;
  const auto& shape = tomogram.ri.shape();
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x + 1 < shape[2]; ++x) sum += std::abs(tomogram.ri(z, y, x + 1) - tomogram.ri(z, y, x));
  return sum;
}

}  // namespace

TEST_CASE("total variation lowers the noise of a piecewise constant volume and keeps its step") {
  at::Tensor volume = clean_volume() + noise();
  const at::Tensor before = volume.clone();
  smooth_total_variation(volume, 0.1);
  const at::Tensor interior = volume.slice(0, 8, 16).slice(1, 8, 16).slice(2, 8, 16);
  CAPTURE(deviation(interior), step(before), step(volume));
  CHECK(deviation(interior) < 0.5 * kNoise);
  CHECK(deviation(volume.slice(0, 0, 4)) < 0.5 * kNoise);
  CHECK(step(volume) > 0.8);
  CHECK(at::norm(volume - clean_volume()).item<double>() < 0.6 * at::norm(before - clean_volume()).item<double>());
  CHECK(volume.mean().item<double>() == Approx(before.mean().item<double>()).margin(1e-5));
}

TEST_CASE("a weight of 0 changes nothing, and a larger one smooths more") {
  const at::Tensor noisy = clean_volume() + noise();
  at::Tensor same = noisy.clone();
  smooth_total_variation(same, 0.0);
  CHECK(at::equal(same, noisy));
  at::Tensor little = noisy.clone();
  at::Tensor much = noisy.clone();
  smooth_total_variation(little, 0.02);
  smooth_total_variation(much, 0.1);
  CHECK(deviation(little.slice(0, 0, 4)) < deviation(noisy.slice(0, 0, 4)));
  CHECK(deviation(much.slice(0, 0, 4)) < deviation(little.slice(0, 0, 4)));
}

TEST_CASE("a tomogram with total variation is smoother than one without") {
  const FieldStack fields = fields_of({}, 9, 64);
  ReconstructionOptions options;
  options.voxel_size_um = 0.12;
  options.voxels_lateral = options.voxels_axial = 64;
  options.iterations = 5;
  const Tomogram without = reconstruct(fields, options);
  options.tv_weight = 1e-3;
  const Tomogram with = reconstruct(fields, options);
  // By 0.6 %: the measured frequencies are put back after every smoothing.
  CHECK(roughness(with) < roughness(without));
}
