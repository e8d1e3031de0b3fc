#include "core/statistics.h"

#include <cmath>
#include <vector>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("the exact interval of a proportion is that of Newcombe's table") {
  // Newcombe 1998, table I, method 5 (four digits); further digits from scipy 1.10 stats.beta.ppf.
  struct Row {
    int successes, trials;
    double low, high;
  };
  const auto row = GENERATE(Row{81, 263, 0.2527367455852713, 0.36762192260135146},
                            Row{15, 148, 0.05784401008344857, 0.161650490349479}, Row{0, 20, 0.0, 0.1684334709830853},
                            Row{1, 29, 0.000872646883579922, 0.1776442954887229}, Row{29, 29, 0.8805551309304973, 1.0});
  const Interval interval = binomial_interval(row.successes, row.trials);
  CHECK(interval.low == Approx(row.low).epsilon(1e-8));
  CHECK(interval.high == Approx(row.high).epsilon(1e-8));
  CHECK_THROWS_AS(binomial_interval(3, 2), InputError);
  CHECK_THROWS_AS(binomial_interval(0, 0), InputError);
}

TEST_CASE("the limits of a differential are those of Rümke's table") {
  // Rümke CL. The statistically expected variability in differential leukocyte counting. In: Koepke JA (ed.),
  // Differential Leukocyte Counting. CAP 1977: whole percent, rounded outwards. The decimals from scipy 1.10
  // stats.beta.ppf.
  struct Row {
    int cells, of;
    double table_low, table_high;
    double low_percent, high_percent;
  };
  const auto row = GENERATE(Row{0, 100, 0, 4, 0.0, 3.6217}, Row{1, 100, 0, 6, 0.0253, 5.4459},
                            Row{10, 100, 4, 18, 4.9005, 17.6223}, Row{40, 200, 14, 27, 14.6894, 26.2226},
                            Row{5, 500, 0, 3, 0.3255, 2.3181}, Row{600, 1000, 56, 64, 56.8878, 63.0531});
  const Interval limits = binomial_interval(row.cells, row.of);
  CHECK(100.0 * limits.value == Approx(100.0 * row.cells / row.of));
  CHECK(100.0 * limits.low == Approx(row.low_percent).margin(6e-5));
  CHECK(100.0 * limits.high == Approx(row.high_percent).margin(6e-5));
  CHECK(std::floor(100.0 * limits.low) == row.table_low);
  CHECK(std::ceil(100.0 * limits.high) == row.table_high);
}

TEST_CASE("a number per hundred white cells has the limits of a ratio of two Poisson counts") {
  // scipy 1.10: p = stats.beta.ppf(q, k or k + 1, n + 1 or n), p / (1 - p).
  const Interval limits = poisson_ratio_interval(3, 200);
  CHECK(limits.value == Approx(0.015));
  CHECK(limits.low == Approx(0.003067457219933454).epsilon(1e-8));
  CHECK(limits.high == Approx(0.044472407074061686).epsilon(1e-8));
  CHECK(poisson_ratio_interval(0, 200).low == 0.0);
  CHECK(poisson_ratio_interval(300, 100).value == Approx(3.0));
  CHECK_THROWS_AS(poisson_ratio_interval(1, 0), InputError);
  CHECK_THROWS_AS(poisson_ratio_interval(-1, 10), InputError);
}

TEST_CASE("a summary is that of numpy") {
  // numpy 1.24: mean, std(ddof=1), std/sqrt(5), median of [2, 4, 4, 5, 9.5].
  const std::vector<double> values = {4.0, 9.5, 2.0, 5.0, 4.0};
  const Summary summary = summarize(values);
  CHECK(summary.count == 5);
  CHECK(summary.mean == Approx(4.9));
  CHECK(summary.standard_deviation == Approx(2.7928480087537884));
  CHECK(summary.standard_error == Approx(1.248999599679680));
  CHECK(summary.median == 4.0);
  CHECK(summary.minimum == 2.0);
  CHECK(summary.maximum == 9.5);
  CHECK(summarize(std::vector<double>{1.0, 2.0}).median == 1.5);
  CHECK(summarize(std::vector<double>{7.0}).standard_deviation == 0.0);
  CHECK_THROWS_AS(summarize({}), InputError);
  CHECK_THROWS_AS(summarize(std::vector<double>{1.0, std::nan("")}), InputError);
}
