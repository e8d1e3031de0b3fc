#include "core/optical_setup.h"

#include <limits>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

constexpr OpticalSetup kGood{0.532, 1.337, 1.2, 0.05};

// Message and remedy of the refusal.
std::string refusal(const OpticalSetup& setup) {
  try {
    validate(setup);
  } catch (const InputError& error) {
    return std::string(error.what()) + " | " + error.remedy();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("each missing setup value is named with the option and the JSON name that give it") {
  using Catch::Contains;
  CHECK(refusal(kGood) == "accepted");
  OpticalSetup setup = kGood;
  setup.wavelength_um = 0.0;
  CHECK_THAT(refusal(setup), Contains("lacks the wavelength |") && Contains("--wavelength-um,"));
  setup = kGood;
  setup.medium_index = 0.0;
  CHECK_THAT(refusal(setup), Contains("lacks the medium index |") && Contains("write medium_index into"));
  setup = kGood;
  setup.numerical_aperture = 0.0;
  CHECK_THAT(refusal(setup), Contains("lacks the numerical aperture |") && Contains("--numerical-aperture,"));
  setup.pixel_size_um = 0.0;
  CHECK_THAT(refusal(setup),
             Contains("lacks the numerical aperture, the pixel size |") && Contains("--pixel-size-um,"));
}

TEST_CASE("a medium index outside 1.0 to 1.7 is refused, its ends are not") {
  OpticalSetup setup = kGood;
  setup.numerical_aperture = 0.5;
  for (const double index : {0.999, 1.701, -1.337, std::numeric_limits<double>::quiet_NaN()}) {
    setup.medium_index = index;
    CHECK_THAT(refusal(setup), Catch::Contains("medium index is") && Catch::Contains("expected 1.0 to 1.7"));
  }
  for (const double index : {1.0, 1.7}) {
    setup.medium_index = index;
    CHECK(refusal(setup) == "accepted");
  }
}

TEST_CASE("an aperture at or above the medium index is refused with both numbers") {
  OpticalSetup setup = kGood;
  setup.numerical_aperture = 1.4;
  CHECK_THAT(refusal(setup), Catch::Contains("1.4, expected above 0 and below the medium index 1.337"));
}
