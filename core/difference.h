// How far two samples differ, with what chance alone explains: differences of proportions and of means with their 95 %
// intervals.
#pragma once

#include "core/statistics.h"

namespace tomocyte {

// first/of_first - second/of_second with Newcombe's interval (1998, Statistics in Medicine 17:873, method 10: of
// Wilson's score limits of the two). Throws InputError unless 0 <= part <= whole and whole > 0.
[[nodiscard]] Interval proportion_difference(int first, int of_first, int second, int of_second);

// first.mean - second.mean with Welch's interval (1947, Biometrika 34:28): Student's t with Satterthwaite's degrees of
// freedom. Throws InputError: fewer than two values in one of them.
[[nodiscard]] Interval mean_difference(const Summary& first, const Summary& second);

// Nothing is not among the differences that the interval holds.
[[nodiscard]] inline bool excludes_zero(const Interval& difference) {
  return difference.low > 0.0 || difference.high < 0.0;
}

// The t that |T| exceeds with probability 0.05. degrees > 0, also broken ones.
[[nodiscard]] double student_t_95(double degrees);

}  // namespace tomocyte
