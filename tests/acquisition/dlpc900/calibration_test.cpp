#include "acquisition/dlpc900/calibration.h"

#include <cmath>
#include <numbers>
#include <random>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;
using namespace tomocyte::dlpc900;

namespace {

const DmdCalibration kTruth{-31.0, 12.5, 11.0, 33.0, {4.0, -7.5}};

std::vector<CalibrationPair> measured(double noise, int count) {
  std::mt19937 random(3);
  std::normal_distribution<double> error(0.0, noise);
  std::vector<CalibrationPair> pairs;
  for (int i = 0; i < count; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / count;
    const GratingVector grating{0.2 + 0.1 * std::cos(angle), 0.05 + 0.1 * std::sin(angle)};
    // Written out, not through the calibration's own function.
    pairs.push_back({grating,
                     {-31.0 * grating.x + 12.5 * grating.y + 4.0 + (noise > 0.0 ? error(random) : 0.0),
                      11.0 * grating.x + 33.0 * grating.y - 7.5 + (noise > 0.0 ? error(random) : 0.0)}});
  }
  return pairs;
}

}  // namespace

TEST_CASE("calibration recovers a known matrix exactly from exact measurements") {
  const CalibrationFit fit = fit_calibration(measured(0.0, 7));
  CHECK(fit.calibration.xx == Approx(kTruth.xx));
  CHECK(fit.calibration.xy == Approx(kTruth.xy));
  CHECK(fit.calibration.yx == Approx(kTruth.yx));
  CHECK(fit.calibration.yy == Approx(kTruth.yy));
  CHECK(fit.calibration.offset.x == Approx(kTruth.offset.x));
  CHECK(fit.calibration.offset.y == Approx(kTruth.offset.y));
  CHECK(fit.rms_residual < 1e-9);
}

TEST_CASE("calibration averages the noise of 48 measurements and tells how large it was") {
  const double noise = 0.05;  // rad/µm
  const CalibrationFit fit = fit_calibration(measured(noise, 48));
  // On a ring of radius r, a matrix element errs by noise / (r sqrt(n / 2)) = 0.10.
  CHECK(fit.calibration.xx == Approx(kTruth.xx).margin(0.4));
  CHECK(fit.calibration.yx == Approx(kTruth.yx).margin(0.4));
  CHECK(fit.rms_residual == Approx(noise * std::numbers::sqrt2).epsilon(0.25));
}

TEST_CASE("a wave becomes the grating that makes it") {
  const GratingVector grating = kTruth.grating({1.5, -2.5});
  const WaveVector wave = kTruth.illumination(grating);
  CHECK(wave.x == Approx(1.5));
  CHECK(wave.y == Approx(-2.5));
}

TEST_CASE("the optics' numbers give the wave that geometry gives") {
  DmdOptics optics;
  optics.demagnification = 150.0;
  // A grating of 4 mirrors is 4 * 7.56 / 150 µm wide in the sample.
  const double expected = 2.0 * std::numbers::pi / (4.0 * 7.56 / 150.0);
  CHECK(nominal_calibration(optics).illumination({0.25, 0.0}).x == Approx(expected));
  optics.rotation_rad = std::numbers::pi / 2.0;
  CHECK(nominal_calibration(optics).illumination({0.25, 0.0}).y == Approx(expected));
  optics.mirrored = true;
  CHECK(nominal_calibration(optics).illumination({0.25, 0.0}).y == Approx(-expected));
  CHECK(nominal_calibration(optics).illumination({0.0, 0.25}).x == Approx(-expected));
  optics.carrier = {0.2, 0.1};
  const WaveVector straight = nominal_calibration(optics).illumination({0.2, 0.1});
  CHECK(std::abs(straight.x) + std::abs(straight.y) < 1e-9);
}

TEST_CASE("a calibration that the measurements do not determine is refused") {
  const auto pairs = measured(0.0, 8);
  CHECK_THROWS_AS(fit_calibration(std::span(pairs).first(2)), InputError);
  std::vector<CalibrationPair> line;
  for (int i = 0; i < 5; ++i) line.push_back({{0.1 + 0.02 * i, 0.2 + 0.01 * i}, {1.0 * i, 2.0 * i}});
  CHECK_THROWS_AS(fit_calibration(line), InputError);
  auto broken = pairs;
  broken[0].illumination.x = std::nan("");
  CHECK_THROWS_AS(fit_calibration(broken), InputError);
  CHECK_THROWS_AS((DmdCalibration{1.0, 2.0, 2.0, 4.0, {}}.grating({1.0, 1.0})), InputError);
  CHECK_THROWS_AS(nominal_calibration({}), InputError);
}
