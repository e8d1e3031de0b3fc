#include "ui/colour_map.h"

#include <limits>

#include "core/error.h"
#include "tests/catch.h"
#include "ui/painting.h"

using namespace tomocyte;

TEST_CASE("colour maps begin and end where matplotlib's do") {
  CHECK(ColourMap::named("viridis").at(0.0) == qRgb(0x44, 0x01, 0x54));
  CHECK(ColourMap::named("viridis").at(1.0) == qRgb(0xfd, 0xe7, 0x25));
  CHECK(ColourMap::named("inferno").at(0.0) == qRgb(0, 0, 4));
  CHECK(ColourMap::named("inferno").at(1.0) == qRgb(0xfc, 0xff, 0xa4));
  CHECK(ColourMap::named("cividis").at(0.0) == qRgb(0, 0x22, 0x4e));
  CHECK(ColourMap::named("grey").at(1.0) == qRgb(255, 255, 255));
}

TEST_CASE("values outside the range and NaN get the end colours") {
  const ColourMap& map = ColourMap::named("grey");
  CHECK(map.at(-3.0) == map.at(0.0));
  CHECK(map.at(7.0) == map.at(1.0));
  CHECK(map.at(std::numeric_limits<double>::quiet_NaN()) == map.at(0.0));
}

TEST_CASE("brightness rises monotonically along every colour map") {
  for (const std::string& name : ColourMap::names()) {
    double before = -1.0;
    for (int i = 0; i <= 50; ++i) {
      const QRgb c = ColourMap::named(name).at(i / 50.0);
      const double luma = 0.2126 * qRed(c) + 0.7152 * qGreen(c) + 0.0722 * qBlue(c);
      INFO(name << " at " << i / 50.0);
      CHECK(luma >= before);
      before = luma;
    }
  }
}

TEST_CASE("an unknown colour map is refused") { CHECK_THROWS_AS(ColourMap::named("jet"), InputError); }

TEST_CASE("scale bars have round lengths") {
  CHECK(niceLength(7.6) == Approx(5.0));
  CHECK(niceLength(4.9) == Approx(2.0));
  CHECK(niceLength(0.19) == Approx(0.1));
  CHECK(niceLength(0.0) == 0.0);
}
