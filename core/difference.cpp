#include "core/difference.h"

#include <fmt/format.h>

#include <cmath>
#include <unsupported/Eigen/SpecialFunctions>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kNormal95 = 1.959963984540054;  // 97.5th percentile of the normal distribution

// Wilson (1927), without correction for continuity.
Interval score_interval(int part, int whole) {
  if (whole <= 0 || part < 0 || part > whole)
    throw InputError(fmt::format("{} of {} is not a proportion", part, whole));
  constexpr double kZ2 = kNormal95 * kNormal95;
  const double n = whole;
  const double p = part / n;
  const double half = kNormal95 * std::sqrt(kZ2 + 4.0 * n * p * (1.0 - p));
  const double scale = 2.0 * (n + kZ2);
  return {p, (2.0 * n * p + kZ2 - half) / scale, (2.0 * n * p + kZ2 + half) / scale};
}

double squared(double value) { return value * value; }

}  // namespace

Interval proportion_difference(int first, int of_first, int second, int of_second) {
  const Interval a = score_interval(first, of_first);
  const Interval b = score_interval(second, of_second);
  const double difference = a.value - b.value;
  return {difference, difference - std::hypot(a.value - a.low, b.high - b.value),
          difference + std::hypot(a.high - a.value, b.value - b.low)};
}

double student_t_95(double degrees) {
  // P(|T| > t) is the regularised incomplete beta function at degrees / (degrees + t²), which falls with t.
  double low = 0.0;
  double high = 1e6;
  constexpr int kHalvings = 80;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = 0.5 * (low + high);
    const double beyond = Eigen::numext::betainc(0.5 * degrees, 0.5, degrees / (degrees + middle * middle));
    (beyond > 0.05 ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

Interval mean_difference(const Summary& first, const Summary& second) {
  if (first.count < 2 || second.count < 2)
    throw InputError("a difference of means needs two values on either side", "Measure more cells.");
  const double a = squared(first.standard_error);
  const double b = squared(second.standard_error);
  const double difference = first.mean - second.mean;
  if (a + b == 0.0) return {difference, difference, difference};
  const double degrees = squared(a + b) / (a * a / (first.count - 1.0) + b * b / (second.count - 1.0));
  const double half = student_t_95(degrees) * std::sqrt(a + b);
  return {difference, difference - half, difference + half};
}

}  // namespace tomocyte
