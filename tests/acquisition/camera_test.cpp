#include <cmath>

#include "acquisition/simulated_camera.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
};

Moments moments_of(const Array<std::uint16_t, 2>& counts) {
  Moments m;
  for (const std::uint16_t c : counts.values()) m.mean += c / static_cast<double>(counts.size());
  for (const std::uint16_t c : counts.values())
    m.variance += (c - m.mean) * (c - m.mean) / static_cast<double>(counts.size());
  return m;
}

Array<float, 2> uniform_light(float intensity) {
  Array<float, 2> light({200, 200});
  std::fill(light.values().begin(), light.values().end(), intensity);
  return light;
}

}  // namespace

TEST_CASE("the variance of the counts is that of shot noise, read noise and quantisation") {
  const double level = GENERATE(0.02, 0.2, 0.6);
  const SensorModel sensor{12, 9000.0, 6.0, 1.0, 0.0};
  std::mt19937_64 random(7);
  const Moments m = moments_of(expose(uniform_light(static_cast<float>(level)).view(), sensor, random));
  const double counts_per_electron = 4095.0 / 9000.0;
  const double electrons = level * 9000.0;
  CHECK(m.mean == Approx(electrons * counts_per_electron).epsilon(0.005));
  // Photon transfer: var = g² (N + r²) + 1/12.
  CHECK(m.variance ==
        Approx(counts_per_electron * counts_per_electron * (electrons + 36.0) + 1.0 / 12.0).epsilon(0.05));
}

TEST_CASE("bright light saturates at full scale and darkness stays at zero") {
  const int bits = GENERATE(8, 10, 12);
  SensorModel sensor{bits, 9000.0, 0.0, 1.0, 0.0};
  std::mt19937_64 random(7);
  const Moments bright = moments_of(expose(uniform_light(3.0F).view(), sensor, random));
  CHECK(bright.mean == Approx((1 << bits) - 1));
  CHECK(bright.variance == Approx(0.0).margin(1e-6));
  CHECK(moments_of(expose(uniform_light(0.0F).view(), sensor, random)).mean == 0.0);
}

TEST_CASE("6 dB of gain double the counts") {
  SensorModel sensor{12, 9000.0, 0.0, 0.2, 0.0};
  std::mt19937_64 random(7);
  const double plain = moments_of(expose(uniform_light(1.0F).view(), sensor, random)).mean;
  sensor.gain_db = 6.0206;
  CHECK(moments_of(expose(uniform_light(1.0F).view(), sensor, random)).mean == Approx(2.0 * plain).epsilon(0.01));
}
