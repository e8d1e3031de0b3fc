#include "reconstruction/rytov.h"

#include <fmt/format.h>

#include <cmath>

#include "core/compute/torch_device.h"
#include "core/error.h"
#include "reconstruction/bin_frequency.h"
#include "reconstruction/phase_unwrapping.h"

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

// 1 inside, falling to 0 at the border as half a cosine over `width` pixels.
std::vector<float> taper_profile(Index n, double width) {
  std::vector<float> profile(static_cast<std::size_t>(n), 1.0F);
  for (Index i = 0; i < n; ++i) {
    const double edge = static_cast<double>(std::min(i, n - 1 - i)) + 0.5;
    if (edge < width)
      profile[static_cast<std::size_t>(i)] = static_cast<float>(0.5 - 0.5 * std::cos(M_PI * edge / width));
  }
  return profile;
}

// Spatial frequency of FFT bin i of n, rad/µm.
// Propagates the field, demodulated by its incident wave, by dz with the shifted angular spectrum kernel
// exp(i(sqrt(k² - |K + k_i|²) - k_iz) dz) and limits it to the pupil: no carrier is on the field when it is
// transformed, so nothing leaks from the borders.
at::Tensor refocus(const at::Tensor& field, const WaveVector& illumination, const OpticalSetup& setup, double dz) {
  const Index ny = field.size(0);
  const Index nx = field.size(1);
  const double k = setup.k_medium();
  const double k_iz = std::sqrt(k * k - illumination.x * illumination.x - illumination.y * illumination.y);
  const double pupil = setup.pupil_radius();
  Array<Complex, 2> kernel({ny, nx});
  for (Index y = 0; y < ny; ++y)
    for (Index x = 0; x < nx; ++x) {
      const double sx = bin_frequency(x, nx, setup.pixel_size_um) + illumination.x;
      const double sy = bin_frequency(y, ny, setup.pixel_size_um) + illumination.y;
      const double s2 = sx * sx + sy * sy;
      if (s2 > pupil * pupil) continue;
      kernel(y, x) = Complex(std::polar(1.0, (std::sqrt(k * k - s2) - k_iz) * dz));
    }
  return at::fft_ifft2(at::fft_fft2(field) * as_tensor(kernel.view()));
}

std::vector<Index> accepted_frames(const FieldStack& fields, const ReconstructionOptions& options) {
  std::vector<Index> accepted;
  for (Index i = 0; i < fields.field.shape(0); ++i)
    if (options.keep_corrupted_frames || fields.quality.empty() ||
        !fields.quality[static_cast<std::size_t>(i)].rejected)
      accepted.push_back(i);
  if (static_cast<Index>(accepted.size()) < kFewestAngles)
    throw InputError(fmt::format("{} of {} frames are usable; a tomogram needs at least {} angles", accepted.size(),
                                 fields.field.shape(0), kFewestAngles),
                     "Record more angles, or keep the frames that look corrupted (--keep-corrupted-frames).");
  return accepted;
}

void write_psi(View<const Complex, 2> field, View<const float, 2> phase, bool born, View<Complex, 2> psi) {
  constexpr float kDarkest = 1e-3F;  // a zero of the field has no logarithm
  for (Index y = 0; y < field.shape(0); ++y)
    for (Index x = 0; x < field.shape(1); ++x)
      psi(y, x) = born ? field(y, x) - 1.0F : Complex(std::log(std::max(kDarkest, std::abs(field(y, x)))), phase(y, x));
}

Array<float, 2> unwrapped(View<const Complex, 2> field, const std::string& method) {
  Array<float, 2> wrapped(field.shape());
  for (Index y = 0; y < field.shape(0); ++y)
    for (Index x = 0; x < field.shape(1); ++x) wrapped(y, x) = std::arg(field(y, x));
  return unwrap_phase(wrapped.view(), method);
}

}  // namespace

ScatteredFields scattered_fields(const FieldStack& fields, const ReconstructionOptions& options,
                                 const Progress& progress) {
  const std::vector<Index> accepted = accepted_frames(fields, options);
  const bool born = options.approximation == "born";
  const double dz = options.refocus_um - fields.focus_offset_um;
  const Index ny = fields.field.shape(1);
  const Index nx = fields.field.shape(2);
  const double width = options.taper_um / fields.setup.pixel_size_um;
  const std::vector<float> taper_y = taper_profile(ny, width);
  const std::vector<float> taper_x = taper_profile(nx, width);

  ScatteredFields out;
  out.pixel_size_um = fields.setup.pixel_size_um;
  out.psi = Array<Complex, 3>({static_cast<Index>(accepted.size()), ny, nx});
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    progress.report(static_cast<double>(i) / static_cast<double>(accepted.size()));
    const Index angle = accepted[i];
    const WaveVector k_i = fields.illumination[static_cast<std::size_t>(angle)];
    const View<Complex, 2> psi = out.psi[static_cast<Index>(i)];
    if (dz == 0.0 && !fields.phase.empty()) {
      write_psi(fields.field[angle], fields.phase[angle], born, psi);
    } else {
      // Holograms' fields come with constant and plane already taken off. Their unwrapped phase is of another plane of
      // focus, so the refocused one is unwrapped afresh; what refocusing shows at the border goes the same way.
      const auto field = as_array<Complex, 2>(refocus(as_tensor(fields.field[angle]), k_i, fields.setup, dz));
      const auto phase = born ? Array<float, 2>(field.shape()) : unwrapped(field.view(), options.unwrapping);
      const auto flat = born ? phase.clone() : without_border_phase(phase.view(), options.remove_plane);
      write_psi(field.view(), flat.view(), born, psi);
    }
    for (Index y = 0; y < ny; ++y)
      for (Index x = 0; x < nx; ++x)
        psi(y, x) *= taper_y[static_cast<std::size_t>(y)] * taper_x[static_cast<std::size_t>(x)];
    out.illumination.push_back(k_i);
  }
  return out;
}

}  // namespace tomocyte
