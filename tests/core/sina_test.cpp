#include "core/sina.h"

#include <algorithm>
#include <cmath>

#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("points of a distribution spread where many are, and a single one stands on the axis") {
  std::vector<double> values(200);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = 10.0 + 0.001 * static_cast<double>(i);
  values.push_back(20.0);  // alone
  const std::vector<double> offsets = sina_offsets(values);
  REQUIRE(offsets.size() == values.size());
  CHECK(offsets.back() == 0.0);
  CHECK(std::ranges::max(offsets) > 0.95);
  CHECK(std::ranges::min(offsets) < -0.95);
  CHECK(std::ranges::all_of(offsets, [](double offset) { return std::abs(offset) <= 1.0; }));
  CHECK(sina_offsets(values) == offsets);
  CHECK(sina_offsets(std::vector<double>{3.0}) == std::vector<double>{0.0});
  CHECK(sina_offsets(std::vector<double>{}).empty());
}
