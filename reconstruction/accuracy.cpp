#include "reconstruction/accuracy.h"

#include <cmath>
#include <numbers>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kDryMassThreshold = 0.005;  // above the medium, as in Ryu/Bak 2023

struct Sums {
  double value = 0.0;
  double square = 0.0;
  double count = 0.0;
  void add(double v) {
    value += v;
    square += v * v;
    count += 1.0;
  }
  [[nodiscard]] double mean() const { return count > 0 ? value / count : 0.0; }
  [[nodiscard]] double sd() const {
    return count > 0 ? std::sqrt(std::max(0.0, square / count - mean() * mean())) : 0.0;
  }
};

struct Shells {
  Sums inner;
  Sums whole;
  Sums outside;
  double half_contrast_voxels = 0.0;
  double contrast = 0.0;
};

}  // namespace

SphereAccuracy compare_with_sphere(const Tomogram& tomogram, double radius_um, double sphere_index) {
  const auto& shape = tomogram.ri.shape();
  const VoxelSize& voxel = tomogram.voxel_size_um;
  if (static_cast<double>(shape[0] / 2) * voxel.z < radius_um ||
      static_cast<double>(shape[2] / 2) * voxel.x < radius_um)
    throw InputError("the sphere does not fit into the tomogram", "Reconstruct a larger volume.");
  const double true_contrast = sphere_index - tomogram.medium_index;
  const double half = tomogram.medium_index + 0.5 * true_contrast;
  Shells shells;
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x) {
        const double dz = static_cast<double>(z - shape[0] / 2) * voxel.z;
        const double dy = static_cast<double>(y - shape[1] / 2) * voxel.y;
        const double dx = static_cast<double>(x - shape[2] / 2) * voxel.x;
        const double r = std::sqrt(dx * dx + dy * dy + dz * dz);
        const double n = tomogram.ri(z, y, x);
        if (r <= 0.8 * radius_um) shells.inner.add(n);
        if (r <= radius_um) shells.whole.add(n);
        if (r > 1.3 * radius_um + 1.0 && r < 2.5 * radius_um) shells.outside.add(n);
        if (r > 1.5 * radius_um + 0.5) continue;
        if (n > half) shells.half_contrast_voxels += 1.0;
        if (n > tomogram.medium_index + kDryMassThreshold) shells.contrast += n - tomogram.medium_index;
      }
  SphereAccuracy result;
  result.radius_um = radius_um;
  result.sphere_index = sphere_index;
  result.true_volume_fl = 4.0 / 3.0 * std::numbers::pi * std::pow(radius_um, 3);
  result.mean_ri_inner = shells.inner.mean();
  result.mean_ri = shells.whole.mean();
  result.half_contrast_volume_fl = shells.half_contrast_voxels * voxel.volume_um3();
  result.dry_mass_ratio = shells.contrast * voxel.volume_um3() / (true_contrast * result.true_volume_fl);
  result.background_sd = shells.outside.sd();
  return result;
}

}  // namespace tomocyte
