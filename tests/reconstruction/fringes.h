// Off-axis holograms by formula: |u_sample + u_reference|² of a complex field that is known everywhere, as camera
// counts.
#pragma once

#include <cmath>
#include <complex>
#include <random>

#include "core/hologram_stack.h"

namespace tomocyte {

struct Fringes {
  OpticalSetup setup{0.532, 1.337, 0.8, 0.06};
  WaveVector reference{24.3, 20.1};  // q
  int bit_depth = 8;
  double noise_counts = 0.0;     // SD of white camera noise
  double reference_phase = 0.0;  // rad
};

// `sample(x, y)` is the field relative to the incident wave, x and y in µm from pixel n/2; bright fringes reach 90 % of
// full scale where it is 1.
template <class Field>
void write_fringes(const Fringes& fringes, const WaveVector& illumination, const Field& sample, unsigned seed,
                   View<std::uint16_t, 2> frame) {
  std::mt19937 random(seed);
  std::normal_distribution<double> noise(0.0, 1.0);
  const double full_scale = (1 << fringes.bit_depth) - 1;
  const double pixel = fringes.setup.pixel_size_um;
  const WaveVector order{illumination.x - fringes.reference.x, illumination.y - fringes.reference.y};
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x) {
      const double rx = static_cast<double>(x - frame.shape(1) / 2) * pixel;
      const double ry = static_cast<double>(y - frame.shape(0) / 2) * pixel;
      const std::complex<double> object =
          std::complex<double>(sample(rx, ry)) * std::polar(1.0, order.x * rx + order.y * ry - fringes.reference_phase);
      const double counts = 0.225 * full_scale * std::norm(1.0 + object) + fringes.noise_counts * noise(random);
      frame(y, x) = static_cast<std::uint16_t>(std::lround(std::clamp(counts, 0.0, full_scale)));
    }
}

// No sample.
inline std::complex<double> empty_field(double /*x*/, double /*y*/) { return 1.0; }

// A cell denser than the medium: a smooth bump of the phase, `height` rad, centred at (0.4, -0.3) µm.
struct PhaseBump {
  double height = 3.0;
  double width_um = 1.2;  // standard deviation
  [[nodiscard]] double phase(double x, double y) const {
    return height * std::exp(-(std::pow(x - 0.4, 2) + std::pow(y + 0.3, 2)) / (2.0 * width_um * width_um));
  }
  std::complex<double> operator()(double x, double y) const { return std::polar(1.0, phase(x, y)); }
};

// A whole scan: one hologram of `sample` per illumination vector, and as many backgrounds.
template <class Field>
HologramStack fringe_scan(const Fringes& fringes, const std::vector<WaveVector>& illumination, const Shape<2>& frame,
                          const Field& sample) {
  HologramStack stack;
  stack.setup = fringes.setup;
  stack.bit_depth = fringes.bit_depth;
  stack.illumination = illumination;
  stack.carrier = fringes.reference;
  const auto angles = static_cast<Index>(illumination.size());
  stack.holograms = Array<std::uint16_t, 3>({angles, frame[0], frame[1]});
  stack.background = Array<std::uint16_t, 3>(stack.holograms.shape());
  for (Index i = 0; i < angles; ++i) {
    Fringes knocked = fringes;  // the path of the reference drifts between the angles
    knocked.reference_phase += 0.7 * static_cast<double>(i);
    const auto seed = static_cast<unsigned>(2 * i);
    const WaveVector& k_i = illumination[static_cast<std::size_t>(i)];
    write_fringes(knocked, k_i, sample, seed, stack.holograms[i]);
    write_fringes(knocked, k_i, empty_field, seed + 1, stack.background[i]);
  }
  return stack;
}

// Normal incidence, then `count` - 1 directions on a ring.
inline std::vector<WaveVector> ring_of_angles(int count, double radius) {
  std::vector<WaveVector> illumination = {{0.0, 0.0}};
  for (int i = 1; i < count; ++i) {
    const double turn = 2.0 * M_PI * i / (count - 1);
    illumination.push_back({radius * std::cos(turn), radius * std::sin(turn)});
  }
  return illumination;
}

}  // namespace tomocyte
