// Least-squares unwrapping (Ghiglia & Romero 1994): the phase whose gradient is closest to the wrapped one. Its
// Poisson equation with Neumann borders is solved by the FFT of the mirrored image.
#include <cmath>

#include "reconstruction/phase_unwrapping.h"
#include "core/compute/torch_device.h"
#include "reconstruction/wrapping.h"

namespace tomocyte {
namespace {

// Divergence of the wrapped gradient; no flux through the border.
Array<float, 2> divergence(View<const float, 2> wrapped) {
  const Index ny = wrapped.shape(0);
  const Index nx = wrapped.shape(1);
  Array<float, 2> rho(wrapped.shape());
  for (Index y = 0; y < ny; ++y)
    for (Index x = 0; x < nx; ++x) {
      float sum = 0.0F;
      if (x + 1 < nx) sum += wrap(wrapped(y, x + 1) - wrapped(y, x));
      if (x > 0) sum -= wrap(wrapped(y, x) - wrapped(y, x - 1));
      if (y + 1 < ny) sum += wrap(wrapped(y + 1, x) - wrapped(y, x));
      if (y > 0) sum -= wrap(wrapped(y, x) - wrapped(y - 1, x));
      rho(y, x) = sum;
    }
  return rho;
}

at::Tensor mirrored(const at::Tensor& image) {
  const at::Tensor wide = at::cat({image, image.flip(1)}, 1);
  return at::cat({wide, wide.flip(0)}, 0);
}

}  // namespace

Array<float, 2> unwrap_least_squares(View<const float, 2> wrapped) {
  const Array<float, 2> rho = divergence(wrapped);
  const Index ny = wrapped.shape(0);
  const Index nx = wrapped.shape(1);
  const at::Tensor spectrum = at::fft_fft2(mirrored(as_tensor(rho.view())));
  const at::Tensor cos_y = at::cos(at::arange(2 * ny, at::kFloat) * (M_PI / static_cast<double>(ny))).unsqueeze(1);
  const at::Tensor cos_x = at::cos(at::arange(2 * nx, at::kFloat) * (M_PI / static_cast<double>(nx))).unsqueeze(0);
  at::Tensor laplacian = 2.0 * cos_y + 2.0 * cos_x - 4.0;
  laplacian[0][0] = 1.0;  // the mean is free
  const at::Tensor solution = at::real(at::fft_ifft2(spectrum / laplacian)).slice(0, 0, ny).slice(1, 0, nx);
  Array<float, 2> phase = as_array<float, 2>(solution);
  const float offset = wrap(wrapped(0, 0) - phase(0, 0));
  for (Index y = 0; y < ny; ++y)
    for (Index x = 0; x < nx; ++x) {
      const float smooth = phase(y, x) + offset;
      phase(y, x) = smooth + wrap(wrapped(y, x) - smooth);
    }
  return phase;
}

}  // namespace tomocyte
