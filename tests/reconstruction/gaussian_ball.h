// A ball of Gaussian refractive-index profile, seen along straight rays: its fields and its spectrum are known in
// closed form without the diffraction theorem that the reconstruction inverts. Weak and smooth, so that the rays hold.
#pragma once

#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

#include "core/hologram_stack.h"

namespace tomocyte::test {

struct GaussianBall {
  double contrast = 0.002;                         // n - n_m at the centre
  double sigma_um = 0.9;                           // SD of the profile
  std::array<double, 3> centre_um{0.0, 0.0, 0.0};  // [z, y, x]
};

inline OpticalSetup setup_of_the_paper() {
  return {.wavelength_um = 0.532, .medium_index = 1.337, .numerical_aperture = 1.2, .pixel_size_um = 0.12};
}

// f at the centre of the ball, rad²/µm²: k²((n/n_m)² - 1) to first order of the contrast.
inline double peak_potential(const GaussianBall& ball, const OpticalSetup& setup) {
  return 2.0 * setup.k_medium() * setup.k_medium() * ball.contrast / setup.medium_index;
}

// Continuous Fourier transform of f, exp(-i K·r), K = [z, y, x].
inline std::complex<double> exact_spectrum(const GaussianBall& ball, const OpticalSetup& setup,
                                           const std::array<double, 3>& k) {
  double squared = 0.0;
  double turn = 0.0;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    squared += k[axis] * k[axis];
    turn -= k[axis] * ball.centre_um[axis];
  }
  const double s = ball.sigma_um;
  return std::polar(peak_potential(ball, setup) * std::pow(2.0 * std::numbers::pi, 1.5) * s * s * s *
                        std::exp(-0.5 * s * s * squared),
                    turn);
}

// Phase delay of the ray that goes through (x, y) of the plane z = 0 in the direction of `k`, rad.
inline double ray_phase(const GaussianBall& ball, const OpticalSetup& setup, const WaveVector& k, double y, double x) {
  const double km = setup.k_medium();
  const std::array<double, 3> direction = {std::sqrt(km * km - k.x * k.x - k.y * k.y) / km, k.y / km, k.x / km};
  const std::array<double, 3> to = {-ball.centre_um[0], y - ball.centre_um[1], x - ball.centre_um[2]};
  const double along = to[0] * direction[0] + to[1] * direction[1] + to[2] * direction[2];
  const double distance2 = to[0] * to[0] + to[1] * to[1] + to[2] * to[2] - along * along;
  const double s = ball.sigma_um;
  return setup.k0() * ball.contrast * s * std::sqrt(2.0 * std::numbers::pi) * std::exp(-0.5 * distance2 / (s * s));
}

// Normal incidence, and `angles - 1` on a ring of the given aperture.
inline std::vector<WaveVector> ring(int angles, double aperture, const OpticalSetup& setup) {
  std::vector<WaveVector> k = {{0.0, 0.0}};
  for (int i = 1; i < angles; ++i) {
    const double turn = 2.0 * std::numbers::pi * i / (angles - 1);
    k.push_back({aperture * setup.k0() * std::cos(turn), aperture * setup.k0() * std::sin(turn)});
  }
  return k;
}

// In focus, with the optical axis through pixel n/2.
inline FieldStack fields_of(const GaussianBall& ball, int angles, Index pixels) {
  FieldStack stack;
  stack.setup = setup_of_the_paper();
  stack.illumination = ring(angles, 0.9, stack.setup);
  stack.field = Array<std::complex<float>, 3>({angles, pixels, pixels});
  stack.phase = Array<float, 3>(stack.field.shape());
  for (Index a = 0; a < angles; ++a)
    for (Index y = 0; y < pixels; ++y)
      for (Index x = 0; x < pixels; ++x) {
        const double phase = ray_phase(ball, stack.setup, stack.illumination[static_cast<std::size_t>(a)],
                                       static_cast<double>(y - pixels / 2) * stack.setup.pixel_size_um,
                                       static_cast<double>(x - pixels / 2) * stack.setup.pixel_size_um);
        stack.phase(a, y, x) = static_cast<float>(phase);
        stack.field(a, y, x) = std::complex<float>(std::polar(1.0, phase));
      }
  return stack;
}

}  // namespace tomocyte::test
