#include "core/westgard.h"

#include <algorithm>

#include "core/control_chart.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

// Of the last measurement.
std::vector<WestgardRule> last_of(const std::vector<double>& deviations) { return westgard_rules(deviations).back(); }

using Rules = std::vector<WestgardRule>;
using enum WestgardRule;

}  // namespace

TEST_CASE("each Westgard rule is broken by its pattern and by nothing less") {
  CHECK(last_of({2.0}).empty());
  CHECK(last_of({2.1}) == Rules{k1_2s});
  CHECK(last_of({-3.1}) == Rules{k1_2s, k1_3s});
  CHECK(last_of({3.0}) == Rules{k1_2s});
  CHECK(last_of({2.1, 2.2}) == Rules{k1_2s, k2_2s});
  CHECK(last_of({2.1, -2.2}) == Rules{k1_2s, kR_4s});
  CHECK(last_of({2.1, 0.0, 2.2}) == Rules{k1_2s});
  CHECK(last_of({1.1, 1.2, 1.3, 1.4}) == Rules{k4_1s});
  CHECK(last_of({1.1, 1.2, 1.0, 1.4}).empty());
  CHECK(last_of({1.1, 1.2, -1.3, 1.4}).empty());
  CHECK(last_of(std::vector<double>(10, -0.1)) == Rules{k10x});
  CHECK(last_of(std::vector<double>(9, -0.1)).empty());
  std::vector<double> back(10, 0.1);
  back[3] = 0.0;  // on the mean is on neither side
  CHECK(last_of(back).empty());
  CHECK(westgard_rules(std::vector<double>{}).empty());
  CHECK_FALSE(is_rejection(k1_2s));
  CHECK(is_rejection(k10x));
}

TEST_CASE("the baseline is the first twenty measurements, and rules begin after it") {
  std::vector<double> values;
  for (int i = 0; i < kBaselineMeasurements; ++i) values.push_back(i % 2 == 0 ? 99.0 : 101.0);
  CHECK_FALSE(control_chart(std::vector<double>(values.begin(), values.end() - 1), std::nullopt).target);
  values.push_back(104.0);
  const ControlChart chart = control_chart(values, std::nullopt);
  REQUIRE(chart.target);
  CHECK(chart.target->mean == Approx(100.0));
  CHECK(chart.target->standard_deviation == Approx(1.0259784));  // sqrt(20 / 19)
  CHECK(chart.baseline == kBaselineMeasurements);
  CHECK(chart.points[0].rules.empty());
  CHECK(chart.points[20].deviation == Approx(3.8987185));
  CHECK(std::ranges::count(chart.points[20].rules, k1_3s) == 1);

  const ControlChart entered = control_chart(values, ControlTarget{100.0, 2.0});
  CHECK(entered.baseline == 0);
  CHECK(entered.points[20].deviation == Approx(2.0));
  CHECK(entered.points[20].rules.empty());
  CHECK_THROWS_AS(control_chart(values, ControlTarget{100.0, 0.0}), InputError);
}

TEST_CASE("a baseline that does not vary has no limits") {
  const ControlChart chart = control_chart(std::vector<double>(25, 1.337), std::nullopt);
  CHECK_FALSE(chart.target);
}
