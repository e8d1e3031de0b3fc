#include "core/difference.h"

#include <vector>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("a difference of proportions has the published limits") {
  // Newcombe 1998, table II, method 10, examples (a), (b), (d), (f); the digits beyond the published four are from a
  // script with scipy.stats.norm.
  const Interval a = proportion_difference(56, 70, 48, 80);
  CHECK(a.value == Approx(0.2));
  CHECK(a.low == Approx(0.0524314725));
  CHECK(a.high == Approx(0.3338726540));
  const Interval b = proportion_difference(9, 10, 3, 10);
  CHECK(b.low == Approx(0.1705227239));
  CHECK(b.high == Approx(0.8090179735));
  const Interval d = proportion_difference(5, 56, 0, 29);
  CHECK(d.low == Approx(-0.0381371479));
  CHECK(d.high == Approx(0.1925600139));
  const Interval f = proportion_difference(0, 10, 0, 10);
  CHECK(f.low == Approx(-0.2775327999));
  CHECK(f.high == Approx(0.2775327999));
  CHECK(excludes_zero(a));
  CHECK_FALSE(excludes_zero(d));
  CHECK_THROWS_AS(proportion_difference(1, 0, 1, 2), InputError);
  CHECK_THROWS_AS(proportion_difference(3, 2, 1, 2), InputError);
}

TEST_CASE("a difference of means has Welch's limits") {
  // scipy.stats.t.ppf(0.975, [1, 5, 30.5])
  CHECK(student_t_95(1.0) == Approx(12.70620474));
  CHECK(student_t_95(5.0) == Approx(2.57058184));
  CHECK(student_t_95(30.5) == Approx(2.04086945));
  const std::vector<double> a = {210.0, 190.0, 200.0, 205.0, 400.0};
  const std::vector<double> b = {150.0, 160.0, 170.0};
  const Interval difference = mean_difference(summarize(a), summarize(b));
  // scipy: 4.165708 degrees of freedom, t 2.733426.
  CHECK(difference.value == Approx(81.0));
  CHECK(difference.low == Approx(-29.16530823));
  CHECK(difference.high == Approx(191.16530823));
  CHECK_THROWS_AS(mean_difference(summarize(a), summarize(std::vector<double>{1.0})), InputError);
}
