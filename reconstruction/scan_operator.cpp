#include "reconstruction/scan_operator.h"

#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>

#include <cmath>

#include "core/compute/torch_device.h"
#include "core/error.h"
#include "reconstruction/bin_frequency.h"
#include "reconstruction/cap_support.h"

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

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
  CapSupport support;
  at::Tensor index;  // of the support, as tensors
  at::Tensor noise_gain;
  at::Tensor from;
  at::Tensor to;
  at::Tensor weight;
  at::Tensor cap_phase;   // exp(-i K_z z) of the normal wave's cap, [z on half voxels, ky, kx/2 + 1]
  at::Tensor cap_factor;  // i / (2 s_z) inside the pupil, 0 outside, [ky, kx/2 + 1]

  [[nodiscard]] double half(double voxel_um) const { return 0.5 * voxel_um; }
  void make_cap();
  [[nodiscard]] at::Tensor planes_spectrum(View<const float, 3> potential) const;
  [[nodiscard]] MeasuredSpectrum spectrum(const at::Tensor& planes, const FieldNoise& noise) const;
  [[nodiscard]] FieldStack normal_field(const at::Tensor& planes, const FieldNoise& noise) const;
};

ScanOperator::ScanOperator(const OpticalSetup& setup, const std::vector<WaveVector>& illumination,
                           const Shape<3>& volume, const VoxelSize& voxel, double axial_blur_um)
    : state_(std::make_unique<State>()) {
  validate(setup);
  if (illumination.empty()) throw InputError("the scan has no illumination vectors");
  for (const Index n : volume)
    if (n % 2 != 0 || n < 2)
      throw InputError(fmt::format("the volume is {} voxels, expected even numbers", to_string(volume)));
  state_->setup = setup;
  state_->normal = illumination.front();
  state_->volume = volume;
  state_->voxel = voxel;
  state_->support = cap_support(setup, illumination, volume, voxel, axial_blur_um);
  const auto count = static_cast<std::int64_t>(state_->support.index.size());
  CapSamples& caps = state_->support.caps;
  const auto samples = static_cast<std::int64_t>(caps.from.size());
  state_->index = at::from_blob(state_->support.index.data(), {count}, at::kLong);
  state_->noise_gain = at::from_blob(state_->support.noise_gain.data(), {count}, at::kFloat);
  state_->from = at::from_blob(caps.from.data(), {samples}, at::kLong);
  state_->to = at::from_blob(caps.to.data(), {samples}, at::kLong);
  state_->weight = at::from_blob(caps.weight.data(), {samples}, at::kFloat);
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
  constexpr double kPointsPerVoxel = 8.0;
  // Cropped before the last transform, which then has a quarter of the lines; zeros between the planes above and below
  // the cell make its steps finer.
  const at::Tensor low = low_frequencies(planes, 1, volume[1]).narrow(2, 0, volume[2] / 2 + 1);
  const at::Tensor gap = at::zeros({2 * (kFinerAxially - 1) * volume[0], low.size(1), low.size(2)}, low.options());
  const at::Tensor padded = at::cat({low.narrow(0, 0, volume[0]), gap, low.narrow(0, volume[0], volume[0])});
  const at::Tensor fine = low_frequencies(at::fft_fft(padded, c10::nullopt, 0), 0, kFinerAxially * volume[0]);
  const at::Tensor samples = fine.contiguous().view({-1}).index_select(0, from) * weight;
  at::Tensor value = at::zeros({static_cast<std::int64_t>(support.index.size())}, samples.options());
  value.index_add_(0, to, samples).div_(kPointsPerVoxel);
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
