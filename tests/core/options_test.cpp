#include "core/options.h"

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {
struct Knobs {
  double taper_um = 2.0;
  int iterations = 20;
  bool positive = true;
  std::string mapping = "linear";
};
}  // namespace

template <>
const OptionTable<Knobs>& tomocyte::option_table<Knobs>() {
  static const OptionTable<Knobs> table = {
      {&Knobs::taper_um, "taper-um", "µm", "width of the taper", 0.0, 10.0, {}},
      {&Knobs::iterations, "iterations", "", "number of iterations", 0, 1000, {}},
      {&Knobs::positive, "positive", "", "keep n above the medium", 0, 0, {}},
      {&Knobs::mapping, "mapping", "", "interpolation", 0, 0, {"nearest", "linear"}},
  };
  return table;
}

TEST_CASE("options survive the way through JSON") {
  Knobs knobs;
  knobs.taper_um = 0.1;
  knobs.iterations = 7;
  knobs.positive = false;
  knobs.mapping = "nearest";
  const Knobs back = options_from_json<Knobs>(options_to_json(knobs));
  CHECK(back.taper_um == 0.1);
  CHECK(back.iterations == 7);
  CHECK_FALSE(back.positive);
  CHECK(back.mapping == "nearest");
}

TEST_CASE("an option out of range, of the wrong kind or unknown is refused by name") {
  CHECK_THROWS_WITH(options_from_json<Knobs>(R"({"taper_um": 11})"),
                    Catch::Contains("taper-um") && Catch::Contains("0 to 10 µm"));
  CHECK_THROWS_AS(options_from_json<Knobs>(R"({"iterations": 1.5})"), InputError);
  CHECK_THROWS_WITH(options_from_json<Knobs>(R"({"mapping": "cubic"})"), Catch::Contains("nearest, linear"));
  CHECK_THROWS_WITH(options_from_json<Knobs>(R"({"tapper": 1})"), Catch::Contains("tapper"));
}
