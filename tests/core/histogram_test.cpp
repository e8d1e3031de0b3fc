#include "core/histogram.h"

#include <vector>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("values are counted in their bins; those outside are not") {
  const std::vector<float> values = {0.0f, 0.1f, 0.26f, 0.5f, 0.99f, 1.0f, -0.1f, 1.1f};
  const Histogram counted = histogram(values, 0.0, 1.0, 4);
  CHECK(counted.counts == std::vector<double>{2, 1, 1, 2});
  CHECK(counted.centre(0) == Approx(0.125));
  CHECK_THROWS_AS(histogram(values, 1.0, 1.0, 4), InputError);
  CHECK_THROWS_AS(histogram(values, 0.0, 1.0, 0), InputError);
}

TEST_CASE("Otsu's threshold separates the groups with the greatest variance between them") {
  // Grey values 0 to 5. Equation 18 evaluated apart from this code for lower groups that end at 0, 1, 2, 3,
  // 4: 1.593, 2.564, 2.629, 2.142, 0.870.
  const Histogram grey{-0.5, 5.5, {8, 7, 2, 6, 9, 4}};
  CHECK(otsu_threshold(grey) == Approx(2.5));
  // Two groups and nothing between them: the middle of the gap.
  const Histogram gap{0.0, 10.0, {0, 5, 3, 0, 0, 0, 0, 4, 4, 0}};
  CHECK(otsu_threshold(gap) == Approx(5.0));
  CHECK_THROWS_AS(otsu_threshold(Histogram{0.0, 1.0, {0, 5, 0}}), InputError);
  CHECK_THROWS_AS(otsu_threshold(Histogram{0.0, 1.0, {0, 0}}), InputError);
}
