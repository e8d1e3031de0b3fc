#include "reconstruction/ewald_mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/compute/torch_device.h"
#include "core/error.h"
#include "reconstruction/bin_frequency.h"

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

// Sums of samples and weights on the half spectrum.
class SpectrumGrid {
 public:
  SpectrumGrid(const Shape<3>& volume, const VoxelSize& voxel)
      : volume_(volume),
        half_{volume[0], volume[1], volume[2] / 2 + 1},
        step_{2.0 * M_PI / (static_cast<double>(volume[0]) * voxel.z),
              2.0 * M_PI / (static_cast<double>(volume[1]) * voxel.y),
              2.0 * M_PI / (static_cast<double>(volume[2]) * voxel.x)},
        sum_(half_),
        weight_(half_) {}

  void add_nearest(double kz, double ky, double kx, Complex value) {
    put(std::lround(kz / step_[0]), std::lround(ky / step_[1]), std::lround(kx / step_[2]), value, 1.0F);
  }

  void add_linear(double kz, double ky, double kx, Complex value) {
    const std::array<double, 3> at = {kz / step_[0], ky / step_[1], kx / step_[2]};
    for (int corner = 0; corner < 8; ++corner) {
      std::array<Index, 3> point{};
      double weight = 1.0;
      for (std::size_t axis = 0; axis < 3; ++axis) {
        const double low = std::floor(at[axis] + 1e-6);
        const double fraction = std::max(0.0, at[axis] - low);
        const bool upper = ((corner >> axis) & 1) != 0;
        point[axis] = static_cast<Index>(low) + (upper ? 1 : 0);
        weight *= upper ? fraction : 1.0 - fraction;
      }
      if (weight > 1e-5) put(point[0], point[1], point[2], value, static_cast<float>(weight));
    }
  }

  // Linear weights spread a sample over two grid points; a point that only far samples reach counts as unmeasured. With
  // half a sample's weight required, the measured set is that of nearest mapping and the values are interpolated.
  [[nodiscard]] MeasuredSpectrum measured() const {
    constexpr float kEnoughWeight = 0.5F;
    MeasuredSpectrum spectrum;
    spectrum.volume = volume_;
    const auto weights = weight_.values();
    const auto sums = sum_.values();
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] < kEnoughWeight) continue;
      spectrum.index.push_back(static_cast<std::int64_t>(i));
      spectrum.value.push_back(sums[i] / weights[i]);
    }
    return spectrum;
  }

 private:
  // f is real: F(-K) = conj F(K). A sample with kx < 0 is stored at -K; on the planes kx = 0 and kx = Nyquist both
  // K and -K lie inside the half spectrum and both are filled, or the inverse transform would not be real.
  void put(Index kz, Index ky, Index kx, Complex value, float weight) {
    const auto outside = [](Index k, Index n) { return k > (n - 1) / 2 || k < -(n / 2); };
    if (outside(kz, volume_[0]) || outside(ky, volume_[1]) || outside(kx, volume_[2])) return;
    const bool nyquist = 2 * kx == -volume_[2];
    if (kx >= 0 || nyquist) store(kz, ky, std::abs(kx), value, weight);
    if (kx <= 0) store(-kz, -ky, -kx, std::conj(value), weight);
  }

  void store(Index kz, Index ky, Index kx, Complex value, float weight) {
    const Index z = (kz + volume_[0]) % volume_[0];
    const Index y = (ky + volume_[1]) % volume_[1];
    sum_(z, y, kx) += weight * value;
    weight_(z, y, kx) += weight;
  }

  Shape<3> volume_;
  Shape<3> half_;
  std::array<double, 3> step_;  // rad/µm per grid point, [z, y, x]
  Array<Complex, 3> sum_;
  Array<float, 3> weight_;
};

// Continuous 2D transform of each psi about the pixel n/2: [angle, ky, kx], zero frequency first.
Array<Complex, 3> transforms(const ScatteredFields& fields) {
  const at::Tensor psi = as_tensor(fields.psi.view());
  const at::Tensor shifted = at::roll(psi, {-(psi.size(1) / 2), -(psi.size(2) / 2)}, {1, 2});
  const double area = fields.pixel_size_um * fields.pixel_size_um;
  return as_array<Complex, 3>(at::fft_fft2(shifted) * area);
}

void check_sampling(const ScatteredFields& fields, const OpticalSetup& setup, const VoxelSize& voxel) {
  double furthest = 0.0;
  for (const WaveVector& k : fields.illumination) furthest = std::max(furthest, std::hypot(k.x, k.y));
  const double needed = setup.pupil_radius() + furthest;
  const double coarsest = M_PI / needed;
  if (voxel.x > 1.05 * coarsest || voxel.y > 1.05 * coarsest)
    throw InputError(fmt::format("voxels of {} µm are too coarse for this aperture and illumination", voxel.x),
                     fmt::format("Use --voxel-size-um {:.3f} or less.", coarsest));
}

}  // namespace

MeasuredSpectrum map_ewald_caps(const ScatteredFields& fields, const OpticalSetup& setup, const Shape<3>& volume,
                                const VoxelSize& voxel, const std::string& mapping) {
  check_sampling(fields, setup, voxel);
  const Array<Complex, 3> spectra = transforms(fields);
  const Index ny = spectra.shape(1);
  const Index nx = spectra.shape(2);
  const double k = setup.k_medium();
  const double pupil = setup.pupil_radius();
  const bool linear = mapping == "linear";
  SpectrumGrid grid(volume, voxel);
  for (Index angle = 0; angle < spectra.shape(0); ++angle) {
    const WaveVector k_i = fields.illumination[static_cast<std::size_t>(angle)];
    const double k_iz = std::sqrt(k * k - k_i.x * k_i.x - k_i.y * k_i.y);
    for (Index y = 0; y < ny; ++y)
      for (Index x = 0; x < nx; ++x) {
        const double kx = bin_frequency(x, nx, fields.pixel_size_um);
        const double ky = bin_frequency(y, ny, fields.pixel_size_um);
        const double s2 = (kx + k_i.x) * (kx + k_i.x) + (ky + k_i.y) * (ky + k_i.y);
        if (s2 > pupil * pupil) continue;
        const double s_z = std::sqrt(k * k - s2);
        // F(K) = (2 s_z / i) Psi(K); a DFT value is the continuous transform divided by the voxel's volume.
        const Complex value = spectra(angle, y, x) * Complex(0.0F, static_cast<float>(-2.0 * s_z / voxel.volume_um3()));
        if (linear)
          grid.add_linear(s_z - k_iz, ky, kx, value);
        else
          grid.add_nearest(s_z - k_iz, ky, kx, value);
      }
  }
  return grid.measured();
}

double object_height(const MeasuredSpectrum& measured, const VoxelSize& voxel) {
  const std::int64_t plane = measured.volume[1] * (measured.volume[2] / 2 + 1);
  const std::int64_t total = measured.volume[0] * plane;
  std::complex<double> turn = 0.0;
  for (std::size_t i = 0; i < measured.index.size(); ++i) {
    const std::int64_t above = (measured.index[i] + plane) % total;
    const auto found = std::lower_bound(measured.index.begin(), measured.index.end(), above);
    if (found == measured.index.end() || *found != above) continue;
    const auto neighbour = static_cast<std::size_t>(found - measured.index.begin());
    turn += std::complex<double>(measured.value[neighbour]) * std::conj(std::complex<double>(measured.value[i]));
  }
  const double step = 2.0 * M_PI / (static_cast<double>(measured.volume[0]) * voxel.z);
  return turn == 0.0 ? 0.0 : -std::arg(turn) / step;
}

void move_along_z(MeasuredSpectrum& measured, const VoxelSize& voxel, double dz_um) {
  const Index nz = measured.volume[0];
  const std::int64_t plane = measured.volume[1] * (measured.volume[2] / 2 + 1);
  const double step = 2.0 * M_PI / (static_cast<double>(nz) * voxel.z);
  for (std::size_t i = 0; i < measured.index.size(); ++i) {
    const std::int64_t z = measured.index[i] / plane;
    measured.value[i] *= Complex(std::polar(1.0, -step * static_cast<double>(2 * z < nz ? z : z - nz) * dz_um));
  }
}

}  // namespace tomocyte
