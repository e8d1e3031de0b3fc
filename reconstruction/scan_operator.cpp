#include "reconstruction/scan_operator.h"

#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>

#include <cmath>

#include "core/error.h"
#include "core/compute/torch_device.h"

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

double bin_frequency(Index i, Index n, double pixel) {
  return 2.0 * M_PI * static_cast<double>(i < (n + 1) / 2 ? i : i - n) / (static_cast<double>(n) * pixel);
}

// The grid points of the half spectrum that some cap passes, and the SD of the noise there per square root of its
// density: every sample F = (2 s_z / i) Psi of a field over the volume's area A carries 4 s_z² A, and samples that fall
// on one point are averaged.
struct Support {
  std::vector<std::int64_t> index;  // ascending
  std::vector<float> noise_gain;    // of the DFT's value
};

class SupportGrid {
 public:
  SupportGrid(const Shape<3>& volume, const VoxelSize& voxel)
      : volume_(volume), voxel_(voxel), power_({volume[0], volume[1], volume[2] / 2 + 1}), samples_(power_.shape()) {}

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
        const Index kz = std::lround((s_z - k_iz) / step);
        if (2 * std::abs(kz) >= volume_[0]) continue;
        const double power = 4.0 * s_z * s_z;
        if (x <= volume_[2] / 2) put((kz + volume_[0]) % volume_[0], y, x, power);
        // f is real: F(-K) is known with F(K).
        const Index mirrored = (volume_[2] - x) % volume_[2];
        if (mirrored <= volume_[2] / 2)
          put((volume_[0] - kz) % volume_[0], (volume_[1] - y) % volume_[1], mirrored, power);
      }
  }

  [[nodiscard]] Support support() const {
    const double area = static_cast<double>(volume_[1] * volume_[2]) * voxel_.y * voxel_.x;
    Support support;
    for (Index i = 0; i < power_.size(); ++i) {
      const double samples = samples_.data()[i];
      if (samples == 0.0) continue;
      support.index.push_back(i);
      support.noise_gain.push_back(
          static_cast<float>(std::sqrt(power_.data()[i] * area) / samples / voxel_.volume_um3()));
    }
    return support;
  }

 private:
  void put(Index z, Index y, Index x, double power) {
    power_(z, y, x) += power;
    samples_(z, y, x) += 1.0;
  }

  Shape<3> volume_;
  VoxelSize voxel_;
  Array<double, 3> power_;
  Array<double, 3> samples_;
};

at::Tensor white_noise(const std::vector<std::int64_t>& shape, std::uint64_t seed) {
  return at::randn(shape, at::make_generator<at::CPUGeneratorImpl>(seed), at::kFloat);
}

// The bins of `spectrum` along `axis` that a grid of `n` points has: the first n/2 and the last n/2.
at::Tensor low_frequencies(const at::Tensor& spectrum, std::int64_t axis, Index n) {
  const std::int64_t size = spectrum.size(axis);
  return at::cat({spectrum.narrow(axis, 0, n / 2), spectrum.narrow(axis, size - n / 2, n / 2)}, axis);
}

}  // namespace

double shot_noise_density(double electrons, double read_noise_e, double pixel_um) {
  return 8.0 * (1.0 + read_noise_e * read_noise_e / electrons) / electrons * pixel_um * pixel_um;
}

struct ScanOperator::State {
  OpticalSetup setup;
  WaveVector normal;
  Shape<3> volume{};
  VoxelSize voxel;
  Support support;
  at::Tensor index;       // of the support, as a tensor
  at::Tensor noise_gain;  //
  at::Tensor cap_phase;   // exp(-i K_z z) of the normal wave's cap, [z on half voxels, ky, kx/2 + 1]
  at::Tensor cap_factor;  // i / (2 s_z) inside the pupil, 0 outside, [ky, kx/2 + 1]

  [[nodiscard]] double half(double voxel_um) const { return 0.5 * voxel_um; }
  void make_cap();
  [[nodiscard]] at::Tensor planes_spectrum(View<const float, 3> potential) const;
  [[nodiscard]] MeasuredSpectrum spectrum(const at::Tensor& planes, const FieldNoise& noise) const;
  [[nodiscard]] FieldStack normal_field(const at::Tensor& planes, const FieldNoise& noise) const;
};

ScanOperator::ScanOperator(const OpticalSetup& setup, const std::vector<WaveVector>& illumination,
                           const Shape<3>& volume, const VoxelSize& voxel)
    : state_(std::make_unique<State>()) {
  validate(setup);
  if (illumination.empty()) throw InputError("the scan has no illumination vectors");
  for (const Index n : volume)
    if (n % 2 != 0 || n < 2)
      throw InputError(fmt::format("the volume is {} voxels, expected even numbers", to_string(volume)));
  SupportGrid grid(volume, voxel);
  for (const WaveVector& k_i : illumination) grid.add_cap(setup, k_i);
  state_->setup = setup;
  state_->normal = illumination.front();
  state_->volume = volume;
  state_->voxel = voxel;
  state_->support = grid.support();
  const auto count = static_cast<std::int64_t>(state_->support.index.size());
  state_->index = at::from_blob(state_->support.index.data(), {count}, at::kLong);
  state_->noise_gain = at::from_blob(state_->support.noise_gain.data(), {count}, at::kFloat);
  state_->make_cap();
}
ScanOperator::~ScanOperator() = default;
ScanOperator::ScanOperator(ScanOperator&&) noexcept = default;
ScanOperator& ScanOperator::operator=(ScanOperator&&) noexcept = default;

// The normal wave's field in the plane z = 0: Psi(K) = i/(2 s_z) F(K, s_z - k_iz), F summed plane by plane.
void ScanOperator::State::make_cap() {
  const Shape<3> size = {2 * volume[0], 2 * volume[1], volume[2] + 1};
  const double k = setup.k_medium();
  const double pupil = setup.pupil_radius();
  Array<Complex, 3> phase(size);
  Array<Complex, 2> factor({size[1], size[2]});
  for (Index y = 0; y < size[1]; ++y)
    for (Index x = 0; x < size[2]; ++x) {
      const double ky = bin_frequency(y, size[1], half(voxel.y));
      const double kx = bin_frequency(x, 2 * volume[2], half(voxel.x));
      if (kx * kx + ky * ky > pupil * pupil) continue;
      const double s_z = std::sqrt(k * k - kx * kx - ky * ky);
      factor(y, x) = Complex(0.0F, static_cast<float>(0.5 * half(voxel.z) / s_z));
      for (Index z = 0; z < size[0]; ++z) {
        const double height = half(voxel.z) * static_cast<double>(z < volume[0] ? z : z - size[0]);
        phase(z, y, x) = Complex(std::polar(1.0, -(s_z - k) * height));
      }
    }
  cap_phase = as_tensor(phase.view()).clone();
  cap_factor = as_tensor(factor.view()).clone();
}

// The 2D transform of each plane, all planes of the volume, the origin at point 0.
at::Tensor ScanOperator::State::planes_spectrum(View<const float, 3> potential) const {
  const at::Tensor f = at::roll(as_tensor(potential), {-volume[1], -volume[2]}, {1, 2});
  const at::Tensor given = at::fft_rfft2(f);
  const std::int64_t above = given.size(0) / 2;
  at::Tensor planes = at::zeros({2 * volume[0], given.size(1), given.size(2)}, given.options());
  planes.narrow(0, 0, above).copy_(given.narrow(0, above, above));
  planes.narrow(0, 2 * volume[0] - above, above).copy_(given.narrow(0, 0, above));
  return planes;
}

MeasuredSpectrum ScanOperator::State::spectrum(const at::Tensor& planes, const FieldNoise& noise) const {
  constexpr double kFinePerVoxel = 8.0;
  // Cropped before the last transform, which then has a quarter of the lines.
  at::Tensor low = low_frequencies(planes, 1, volume[1]).narrow(2, 0, volume[2] / 2 + 1).contiguous();
  low = low_frequencies(at::fft_fft(low, c10::nullopt, 0), 0, volume[0]).contiguous();
  at::Tensor value = low.view({-1}).index_select(0, index) / kFinePerVoxel;
  if (noise.density_um2 > 0.0) {
    // White noise in space has a spectrum with the symmetry of a real volume's.
    const at::Tensor white = at::fft_rfftn(white_noise({volume[0], volume[1], volume[2]}, noise.seed));
    const double scale = std::sqrt(noise.density_um2 / static_cast<double>(element_count(volume)));
    value += white.contiguous().view({-1}).index_select(0, index) * (noise_gain * scale);
  }
  MeasuredSpectrum measured;
  measured.volume = volume;
  measured.index = support.index;
  value = value.contiguous();
  const auto* data = static_cast<const Complex*>(value.data_ptr());
  measured.value.assign(data, data + value.numel());
  return measured;
}

FieldStack ScanOperator::State::normal_field(const at::Tensor& planes, const FieldNoise& noise) const {
  // The half of Psi with kx >= 0, and, because f is real, the other half from the conjugate phase. Re psi and Im psi
  // are real functions: their half spectra are (Psi(K) +- conj Psi(-K)) / 2.
  const at::Tensor at_k = (planes * cap_phase).sum(0) * cap_factor;
  const at::Tensor at_minus_k = at::conj((planes * at::conj(cap_phase)).sum(0)) * cap_factor;
  const at::Tensor mirrored = at::conj(at_minus_k);
  at::Tensor log_amplitude = 0.5 * (at_k + mirrored);
  at::Tensor phase = (at_k - mirrored) * at::Scalar(c10::complex<double>(0.0, -0.5));
  const std::vector<std::int64_t> size = {2 * volume[1], 2 * volume[2]};
  const double area = half(voxel.y) * half(voxel.x);
  // The factor holds one half voxel's height; a transform over points wants no further area on the way back.
  log_amplitude = at::fft_irfft2(log_amplitude, size);
  phase = at::fft_irfft2(phase, size);
  if (noise.density_um2 > 0.0) {
    const at::Tensor pupil = (at::abs(cap_factor) > 0.0).to(at::kFloat);
    const double sd = std::sqrt(0.5 * noise.density_um2 / area);
    for (at::Tensor* part : {&log_amplitude, &phase}) {
      const std::uint64_t seed = 2 * noise.seed + (part == &phase ? 1 : 0);
      *part += at::fft_irfft2(at::fft_rfft2(white_noise(size, ~seed)) * pupil, size) * sd;
    }
  }
  FieldStack fields;
  fields.setup = setup;
  fields.setup.pixel_size_um = half(voxel.x);
  fields.illumination = {normal};
  const Shape<3> frame = {1, size[0], size[1]};
  fields.phase = as_array<float, 3>(at::roll(phase, {volume[1], volume[2]}, {0, 1}).unsqueeze(0));
  const auto logarithm = as_array<float, 2>(at::roll(log_amplitude, {volume[1], volume[2]}, {0, 1}));
  fields.field = Array<Complex, 3>(frame);
  for (Index i = 0; i < fields.field.size(); ++i)
    fields.field.data()[i] = std::polar(std::exp(logarithm.data()[i]), fields.phase.data()[i]);
  return fields;
}

ScanOperator::Measured ScanOperator::measure(View<const float, 3> potential, const FieldNoise& noise) const {
  const Shape<3>& volume = state_->volume;
  const Shape<3>& shape = potential.shape();
  if (shape[0] % 2 != 0 || shape[0] > 2 * volume[0] || shape[1] != 2 * volume[1] || shape[2] != 2 * volume[2])
    throw InputError(fmt::format("the potential is {}, expected half voxels of a volume of {}", to_string(shape),
                                 to_string(volume)));
  const at::Tensor planes = state_->planes_spectrum(potential);
  return {state_->spectrum(planes, noise), state_->normal_field(planes, noise)};
}

}  // namespace tomocyte
