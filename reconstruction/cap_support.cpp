#include "reconstruction/cap_support.h"

#include <cmath>

#include "reconstruction/bin_frequency.h"

namespace tomocyte {
namespace {

class SupportGrid {
 public:
  SupportGrid(const Shape<3>& volume, const VoxelSize& voxel, double axial_blur_um)
      : volume_(volume),
        voxel_(voxel),
        axial_blur_um_(axial_blur_um),
        weight_({volume[0], volume[1], volume[2] / 2 + 1}),
        power_(weight_.shape()) {}

  void add_cap(const OpticalSetup& setup, const WaveVector& k_i) {
    const double k = setup.k_medium();
    const double pupil = setup.pupil_radius();
    const double k_iz = std::sqrt(k * k - k_i.x * k_i.x - k_i.y * k_i.y);
    const double step = 2.0 * M_PI / (static_cast<double>(volume_[0]) * voxel_.z);
    for (Index y = 0; y < volume_[1]; ++y)
      for (Index x = 0; x < volume_[2]; ++x) {
        const double sx = bin_frequency(x, volume_[2], voxel_.x) + k_i.x;
        const double sy = bin_frequency(y, volume_[1], voxel_.y) + k_i.y;
        const double s2 = sx * sx + sy * sy;
        if (s2 > pupil * pupil) continue;
        const double s_z = std::sqrt(k * k - s2);
        const double kz = (s_z - k_iz) / step;
        if (2.0 * (std::abs(kz) + 1.0) >= static_cast<double>(volume_[0])) continue;
        // f is real: F(-K) is known with F(K).
        if (x <= volume_[2] / 2) put(kz, y, x, s_z);
        const Index mirrored = (volume_[2] - x) % volume_[2];
        if (mirrored <= volume_[2] / 2) put(-kz, (volume_[1] - y) % volume_[1], mirrored, s_z);
      }
  }

  [[nodiscard]] CapSupport support() const {
    constexpr double kEnoughWeight = 0.5;  // as in map_ewald_caps()
    const double area = static_cast<double>(volume_[1] * volume_[2]) * voxel_.y * voxel_.x;
    CapSupport support;
    Array<std::int64_t, 3> entry(weight_.shape());
    for (Index i = 0; i < weight_.size(); ++i) {
      const double weight = weight_.data()[i];
      entry.data()[i] = weight < kEnoughWeight ? -1 : static_cast<std::int64_t>(support.index.size());
      if (weight < kEnoughWeight) continue;
      support.index.push_back(i);
      support.noise_gain.push_back(
          static_cast<float>(std::sqrt(power_.data()[i] * area) / weight / voxel_.volume_um3()));
    }
    for (const Sample& sample : samples_) {
      if (entry.data()[sample.to] < 0) continue;
      support.caps.from.push_back(sample.from);
      support.caps.to.push_back(entry.data()[sample.to]);
      support.caps.weight.push_back(static_cast<float>(sample.passed * sample.weight / weight_.data()[sample.to]));
    }
    return support;
  }

 private:
  struct Sample {
    std::int64_t from;
    std::int64_t to;
    double weight;
    double passed;  // by the blur
  };

  [[nodiscard]] std::int64_t flat(Index kz, Index planes, Index y, Index x) const {
    return (((kz + planes) % planes) * volume_[1] + y) * (volume_[2] / 2 + 1) + x;
  }

  // kz in steps of the volume's grid.
  void put(double kz, Index y, Index x, double s_z) {
    const Index fine = kFinerAxially * volume_[0];
    const std::int64_t from = flat(std::lround(kz * kFinerAxially), fine, y, x);
    const double blur = kz * 2.0 * M_PI / (static_cast<double>(volume_[0]) * voxel_.z) * axial_blur_um_;
    const auto below = static_cast<Index>(std::floor(kz));
    for (const Index point : {below, below + 1}) {
      const double weight = 1.0 - std::abs(kz - static_cast<double>(point));
      const std::int64_t to = flat(point, volume_[0], y, x);
      weight_.data()[to] += weight;
      power_.data()[to] += 4.0 * s_z * s_z * weight * weight;
      samples_.push_back({from, to, weight, std::exp(-0.5 * blur * blur)});
    }
  }

  Shape<3> volume_;
  VoxelSize voxel_;
  double axial_blur_um_;
  Array<double, 3> weight_;
  Array<double, 3> power_;
  std::vector<Sample> samples_;
};

}  // namespace

CapSupport cap_support(const OpticalSetup& setup, const std::vector<WaveVector>& illumination, const Shape<3>& volume,
                       const VoxelSize& voxel, double axial_blur_um) {
  SupportGrid grid(volume, voxel, axial_blur_um);
  for (const WaveVector& k_i : illumination) grid.add_cap(setup, k_i);
  return grid.support();
}

}  // namespace tomocyte
