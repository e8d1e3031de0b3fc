#include "core/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unsupported/Eigen/SpecialFunctions>
#include <vector>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kTail = 0.025;

// The p at which the regularised incomplete beta function I_p(a, b), which grows with p, is `target`.
double beta_quantile(double a, double b, double target) {
  double low = 0.0;
  double high = 1.0;
  constexpr int kHalvings = 60;  // to 1e-18
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = 0.5 * (low + high);
    (Eigen::numext::betainc(a, b, middle) < target ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

double median_of_sorted(const std::vector<double>& sorted) {
  const std::size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
}

}  // namespace

Interval binomial_interval(int successes, int trials) {
  if (trials <= 0 || successes < 0 || successes > trials)
    throw InputError(fmt::format("{} of {} is not a proportion", successes, trials));
  const double x = successes;
  const double n = trials;
  Interval interval{x / n, 0.0, 1.0};
  if (successes > 0) interval.low = beta_quantile(x, n - x + 1.0, kTail);
  if (successes < trials) interval.high = beta_quantile(x + 1.0, n - x, 1.0 - kTail);
  return interval;
}

Interval poisson_ratio_interval(int count, int reference) {
  if (count < 0 || reference <= 0) throw InputError(fmt::format("{} per {} is not a rate", count, reference));
  const Interval part = binomial_interval(count, count + reference);
  return {static_cast<double>(count) / reference, part.low / (1.0 - part.low), part.high / (1.0 - part.high)};
}

Summary summarize(std::span<const double> values) {
  if (values.empty()) throw InputError("there is no value to summarize");
  if (!std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }))
    throw InputError("a value to summarize is not a finite number");
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  Summary summary;
  summary.count = static_cast<int>(sorted.size());
  const double n = summary.count;
  summary.mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / n;
  double squares = 0.0;
  for (const double value : sorted) squares += (value - summary.mean) * (value - summary.mean);
  if (summary.count > 1) summary.standard_deviation = std::sqrt(squares / (n - 1.0));
  summary.standard_error = summary.standard_deviation / std::sqrt(n);
  summary.median = median_of_sorted(sorted);
  summary.minimum = sorted.front();
  summary.maximum = sorted.back();
  return summary;
}

}  // namespace tomocyte
