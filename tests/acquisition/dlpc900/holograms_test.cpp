#include "acquisition/dlpc900/holograms.h"

#include <cmath>
#include <numbers>
#include <opencv2/core.hpp>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;
using namespace tomocyte::dlpc900;

namespace {

// Power of every order of what the mirrors reflect, [y, x] with the zero order at (0, 0), in units of a full beam.
cv::Mat1d orders(const cv::Mat1d& reflectivity) {
  cv::Mat spectrum;
  cv::dft(reflectivity, spectrum, cv::DFT_COMPLEX_OUTPUT | cv::DFT_SCALE);
  cv::Mat parts[2];
  cv::split(spectrum, parts);
  return parts[0].mul(parts[0]) + parts[1].mul(parts[1]);
}

cv::Mat1d reflectivity(const std::vector<BinaryPattern>& planes) {
  const Shape<2> shape = planes[0].shape();
  cv::Mat1d sum = cv::Mat1d::zeros(static_cast<int>(shape[0]), static_cast<int>(shape[1]));
  const double highest = (1 << planes.size()) - 1;
  for (std::size_t b = 0; b < planes.size(); ++b)
    for (int y = 0; y < sum.rows; ++y)
      for (int x = 0; x < sum.cols; ++x) sum(y, x) += planes[b](y, x) * (1 << b) / highest;
  return sum;
}

cv::Mat1d lee_reflectivity(const GratingVector& grating, const MirrorArea& area) {
  std::vector<BinaryPattern> one;
  one.push_back(lee_pattern(grating, area));
  return reflectivity(one);
}

// The strongest order but the zeroth, as a signed bin in the half of the spectrum where x >= 0.
cv::Point strongest(const cv::Mat1d& power) {
  cv::Point best;
  double most = -1.0;
  for (int y = 0; y < power.rows; ++y)
    for (int x = 0; x <= power.cols / 2; ++x) {
      const int signed_y = y > power.rows / 2 ? y - power.rows : y;
      if (std::abs(signed_y) + x < 6 || power(y, x) <= most) continue;
      most = power(y, x);
      best = {x, signed_y};
    }
  return best;
}

// All power but that of the zeroth and the two first orders, relative to the first orders.
double unwanted(const cv::Mat1d& power, cv::Point first) {
  const int y = (first.y + power.rows) % power.rows;
  const double wanted = 2.0 * power(y, first.x);
  return (cv::sum(power)[0] - power(0, 0) - wanted) / wanted;
}

}  // namespace

TEST_CASE("the first order of a Lee pattern lies where it was commanded, within one bin") {
  const MirrorArea area{540, 960, 540, 960};
  const auto grating = GENERATE(GratingVector{0.1234, 0.0567}, GratingVector{0.05, -0.21}, GratingVector{0.3, 0.0},
                                GratingVector{0.2011, 0.1507});
  const cv::Point peak = strongest(orders(lee_reflectivity(grating, area)));
  CHECK(std::abs(peak.x - grating.x * 960) <= 1.0);
  CHECK(std::abs(peak.y - grating.y * 540) <= 1.0);
}

TEST_CASE("the first order of a time-multiplexed pattern lies where it was commanded, within one bin") {
  const MirrorArea area{540, 960, 540, 960};
  const GratingVector grating{0.1234, -0.0567};
  const cv::Point peak = strongest(orders(reflectivity(grating_bit_planes(grating, 5, area))));
  CHECK(std::abs(peak.x - grating.x * 960) <= 1.0);
  CHECK(std::abs(peak.y - grating.y * 540) <= 1.0);
}

TEST_CASE("bit planes leave as little light in unwanted orders as theory says") {
  // A whole number of cycles on 512 mirrors: no leakage between orders.
  const MirrorArea area{512, 512, 512, 512};
  const GratingVector grating{67.0 / 512.0, 29.0 / 512.0};
  const double binary = unwanted(orders(lee_reflectivity(grating, area)), {67, 29});
  // A square wave: power 1/2, of which 1/4 in the zeroth order and 2/pi² in the two first ones.
  CHECK(binary == Approx(std::pow(std::numbers::pi, 2) / 8.0 - 1.0).epsilon(0.02));  // 0.234

  const int planes = GENERATE(3, 5, 8);
  const double multiplexed = unwanted(orders(reflectivity(grating_bit_planes(grating, planes, area))), {67, 29});
  // Rounding to 2^n levels: step²/12, against 1/16 in each of the first orders of a full sinusoid.
  const double step = 1.0 / ((1 << planes) - 1);
  INFO(planes << " planes: " << binary / multiplexed << " times less than binary");
  CHECK(multiplexed == Approx(8.0 * step * step / 12.0).epsilon(0.25));
  if (planes == 5) CHECK(binary / multiplexed > 250.0);  // theory: 337
}

TEST_CASE("the third order of a Lee pattern is a third of the first, that of five bit planes below a hundredth") {
  const MirrorArea area{512, 512, 512, 512};
  const GratingVector grating{67.0 / 512.0, 29.0 / 512.0};
  const auto third = [](const cv::Mat1d& power) { return std::sqrt(power(87, 201) / power(29, 67)); };
  CHECK(third(orders(lee_reflectivity(grating, area))) == Approx(1.0 / 3.0).epsilon(0.03));
  CHECK(third(orders(reflectivity(grating_bit_planes(grating, 5, area)))) < 0.01);
}

TEST_CASE("mirrors outside the lit area stay off") {
  const MirrorArea area{100, 200, 40, 60};
  const BinaryPattern pattern = lee_pattern({0.25, 0.0}, area);
  Index on = 0;
  for (Index y = 0; y < 100; ++y)
    for (Index x = 0; x < 200; ++x) {
      const bool lit = y >= 30 && y < 70 && x >= 70 && x < 130;
      if (!lit) REQUIRE(pattern(y, x) == 0);
      on += pattern(y, x);
    }
  CHECK(on > 40 * 60 / 5);
}

TEST_CASE("gratings that mirrors cannot make are refused") {
  const MirrorArea area;
  CHECK_THROWS_AS(check_grating({0.5, 0.0}, area), DeviceError);
  CHECK_THROWS_AS(check_grating({0.1, -0.7}, area), DeviceError);
  CHECK_THROWS_AS(check_grating({0.0, 0.0}, area), DeviceError);
  CHECK_THROWS_AS(check_grating({std::nan(""), 0.1}, area), DeviceError);
  CHECK_NOTHROW(check_grating({0.49, 0.49}, area));
  CHECK_THROWS_AS(grating_bit_planes({0.1, 0.1}, 9, area), InputError);
  CHECK_THROWS_AS(validate(MirrorArea{100, 100, 101, 50}), InputError);
}
