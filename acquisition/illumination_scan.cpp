#include "acquisition/illumination_scan.h"

#include <cmath>
#include <numbers>

namespace tomocyte {

std::vector<WaveVector> ring_scan(const OpticalSetup& setup, double illumination_na, int angles) {
  std::vector<WaveVector> scan = {{0.0, 0.0}};
  const double k = setup.k0() * illumination_na;
  for (int i = 1; i < angles; ++i) {
    const double turn = 2.0 * std::numbers::pi * (i - 1) / (angles - 1);
    scan.push_back({k * std::cos(turn), k * std::sin(turn)});
  }
  return scan;
}

std::vector<WaveVector> spiral_scan(const OpticalSetup& setup, double illumination_na, int angles) {
  constexpr double kTurns = 4.0;
  std::vector<WaveVector> scan = {{0.0, 0.0}};
  for (int i = 1; i < angles; ++i) {
    const double part = std::sqrt(static_cast<double>(i) / (angles - 1));
    const double k = setup.k0() * illumination_na * part;
    const double turn = 2.0 * std::numbers::pi * kTurns * part;
    scan.push_back({k * std::cos(turn), k * std::sin(turn)});
  }
  return scan;
}

}  // namespace tomocyte
