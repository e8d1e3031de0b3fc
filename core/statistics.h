// Small statistics of counts and of measured values, with their intervals.
#pragma once

#include <span>

namespace tomocyte {

// A value with its 95 % interval.
struct Interval {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  bool operator==(const Interval&) const = default;
};

// Clopper & Pearson (1934), the exact 95 % interval of the proportion successes/trials; Rümke's table for differential
// counts holds these numbers. Throws InputError unless 0 <= successes <= trials and trials > 0.
[[nodiscard]] Interval binomial_interval(int successes, int trials);

// The ratio count/reference of two Poisson counts with its exact 95 % interval: given their sum, the one is binomial
// (Przyborowski & Wilenski 1940). For "dead cells per 100 white cells", which no proportion is. Throws InputError: a
// negative count, reference <= 0.
[[nodiscard]] Interval poisson_ratio_interval(int count, int reference);

struct Summary {
  int count = 0;
  double mean = 0.0;
  double standard_deviation = 0.0;  // of the sample, n - 1; 0 for a single value
  double standard_error = 0.0;      // of the mean
  double median = 0.0;
  double minimum = 0.0;
  double maximum = 0.0;
  bool operator==(const Summary&) const = default;
};

// Throws InputError: no value, or one that is not finite.
[[nodiscard]] Summary summarize(std::span<const double> values);

}  // namespace tomocyte
