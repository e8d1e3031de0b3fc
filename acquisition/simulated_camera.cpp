#include "acquisition/simulated_camera.h"

#include <algorithm>
#include <cmath>

namespace tomocyte {
namespace {

double shot_noise(double mean, std::normal_distribution<double>& normal, std::mt19937_64& random) {
  constexpr double kNormalAbove = 200.0;
  if (mean > kNormalAbove) return mean + std::sqrt(mean) * normal(random);
  return mean > 0.0 ? static_cast<double>(std::poisson_distribution<int>(mean)(random)) : 0.0;
}

}  // namespace

Array<std::uint16_t, 2> expose(View<const float, 2> intensity, const SensorModel& sensor, std::mt19937_64& random) {
  std::normal_distribution<double> normal(0.0, 1.0);
  const double full_scale = (1 << sensor.bit_depth) - 1;
  const double counts_per_electron = full_scale / sensor.full_well_e * std::pow(10.0, sensor.gain_db / 20.0);
  Array<std::uint16_t, 2> counts(intensity.shape());
  for (Index y = 0; y < intensity.shape(0); ++y)
    for (Index x = 0; x < intensity.shape(1); ++x) {
      const double mean = sensor.exposure * sensor.full_well_e * intensity(y, x);
      // The well is full before noise of the read-out is added.
      const double electrons =
          std::min(shot_noise(mean, normal, random), sensor.full_well_e * 1.02) + sensor.read_noise_e * normal(random);
      counts(y, x) =
          static_cast<std::uint16_t>(std::clamp(std::round(electrons * counts_per_electron), 0.0, full_scale));
    }
  return counts;
}

}  // namespace tomocyte
