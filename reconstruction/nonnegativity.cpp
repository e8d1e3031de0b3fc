#include "reconstruction/nonnegativity.h"

#include <cmath>

#include "core/error.h"
#include "core/compute/torch_device.h"
#include "reconstruction/total_variation.h"

namespace tomocyte {
namespace {

constexpr std::array<std::int64_t, 3> kAxes = {0, 1, 2};

class MeasuredValues {
 public:
  MeasuredValues(const MeasuredSpectrum& measured, at::Device device) {
    const auto count = static_cast<std::int64_t>(measured.index.size());
    index_ = at::from_blob(const_cast<std::int64_t*>(measured.index.data()), {count}, at::kLong)
                 .to(device, at::kLong, false, true);
    value_ = at::from_blob(const_cast<std::complex<float>*>(measured.value.data()), {count}, at::kComplexFloat)
                 .to(device, at::kComplexFloat, false, true);
    norm_ = at::linalg_vector_norm(at::view_as_real(value_)).item<double>();
  }

  // Returns how far the spectrum was from the measurement, relative to it.
  double put_into(at::Tensor& spectrum) const {
    at::Tensor flat = spectrum.view({-1});
    const at::Tensor misfit = flat.index_select(0, index_) - value_;
    flat.index_copy_(0, index_, value_);
    return norm_ > 0.0 ? at::linalg_vector_norm(at::view_as_real(misfit)).item<double>() / norm_ : 0.0;
  }

 private:
  at::Tensor index_;
  at::Tensor value_;
  double norm_ = 0.0;
};

// A sample above the medium's index loses at most some 0.4 of its spectrum to the first clamping, noise alone 0.6; a
// sample of inverted sign loses nearly all of it, and what would remain is its halo.
void check_sign(double first_change) {
  constexpr double kLost = 0.85;
  if (first_change > kLost)
    throw InputError("the sample comes out below the medium's refractive index, where non-negativity removes it",
                     "Check the signs of the carrier and of the illumination vectors (inverted, they invert the "
                     "sample) and the medium index; a sample that really lies below it needs --no-non-negative.");
}

// n = n_m sqrt(1 + f / k²), in place. Without non-negativity f may fall below -k² only in a wrong reconstruction.
void to_refractive_index(Array<float, 3>& potential, const OpticalSetup& setup) {
  const auto medium = static_cast<float>(setup.medium_index);
  const auto scale = static_cast<float>(1.0 / (setup.k_medium() * setup.k_medium()));
  for (float& f : potential.values()) f = medium * std::sqrt(std::max(0.0F, 1.0F + f * scale));
}

}  // namespace

RegularizedPotential fill_missing_cone(const MeasuredSpectrum& measured, const ReconstructionOptions& options,
                                       double tv_step, const ComputeDevice& device, const Progress& progress) {
  const at::Device where = torch_device(device);
  const MeasuredValues values(measured, where);
  const auto [nz, ny, nx] = measured.volume;
  const std::array<std::int64_t, 3> size = {nz, ny, nx};
  at::Tensor spectrum = at::zeros({nz, ny, nx / 2 + 1}, at::TensorOptions(at::kComplexFloat).device(where));
  at::Tensor potential = at::empty(size, at::TensorOptions(at::kFloat).device(where));
  values.put_into(spectrum);
  at::fft_irfftn_out(potential, spectrum, size, kAxes);

  RegularizedPotential result;
  for (int i = 0; i < options.iterations; ++i) {
    progress.report(static_cast<double>(i) / options.iterations);
    if (tv_step > 0.0) smooth_total_variation(potential, tv_step);
    if (options.non_negative) potential.clamp_min_(0.0);
    at::fft_rfftn_out(spectrum, potential, at::nullopt, kAxes);
    result.convergence.push_back(values.put_into(spectrum));
    if (i == 0 && options.non_negative) check_sign(result.convergence.front());
    at::fft_irfftn_out(potential, spectrum, size, kAxes);
    const std::size_t n = result.convergence.size();
    if (n > 1 && std::abs(result.convergence[n - 2] - result.convergence[n - 1]) < options.stop_below) break;
  }
  if (options.non_negative && options.iterations > 0) potential.clamp_min_(0.0);
  spectrum.reset();
  result.potential = as_array<float, 3>(at::roll(potential, {nz / 2, ny / 2, nx / 2}, kAxes));
  return result;
}

Tomogram tomogram_of(const MeasuredSpectrum& measured, const VoxelSize& voxel, const OpticalSetup& setup,
                     const ReconstructionOptions& options, const ComputeDevice& device, const Progress& progress) {
  // A step dn of the index is a step 2 k² dn / n_m of the potential.
  const double tv_step = options.tv_weight * 2.0 * setup.k_medium() * setup.k_medium() / setup.medium_index;
  RegularizedPotential filled = fill_missing_cone(measured, options, tv_step, device, progress);
  to_refractive_index(filled.potential, setup);
  Tomogram tomogram;
  tomogram.ri = std::move(filled.potential);
  tomogram.voxel_size_um = voxel;
  tomogram.medium_index = setup.medium_index;
  tomogram.wavelength_um = setup.wavelength_um;
  tomogram.convergence = std::move(filled.convergence);
  return tomogram;
}

}  // namespace tomocyte
