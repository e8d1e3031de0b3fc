#include "core/transfer_function.h"

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("between two points opacity and colour are on the straight line; beyond them the last value holds") {
  const TransferFunction function{"", {{0.01, 0.0, {0.0, 0.5, 1.0}}, {0.03, 0.8, {1.0, 0.5, 0.0}}}};
  CHECK(opacity_at(function, 0.02) == Approx(0.4));
  CHECK(opacity_at(function, 0.015) == Approx(0.2));
  CHECK(opacity_at(function, -1.0) == 0.0);
  CHECK(opacity_at(function, 1.0) == Approx(0.8));
  CHECK(colour_at(function, 0.025)[0] == Approx(0.75));
  CHECK(colour_at(function, 0.025)[2] == Approx(0.25));
}

TEST_CASE("points keep their order and their range, and the last two stay") {
  TransferFunction function{"", {{0.01, 0.0, {0, 0, 0}}, {0.03, 0.8, {1, 1, 1}}}};
  const std::size_t added = add_point(function, 0.02, 0.1);
  REQUIRE(added == 1);
  CHECK(function.points[1].colour[0] == Approx(0.5));
  move_point(function, 1, 0.5, 7.0);
  CHECK(function.points[1].above_medium < 0.03);
  CHECK(function.points[1].opacity == 1.0);
  move_point(function, 1, -0.5, -7.0);
  CHECK(function.points[1].above_medium > 0.01);
  CHECK(function.points[1].opacity == 0.0);
  CHECK(add_point(function, 0.9, 0.5) == 3);
  remove_point(function, 3);
  remove_point(function, 1);
  remove_point(function, 0);
  CHECK(function.points.size() == 2);
}

TEST_CASE("a look is the same after it was written and read, and a broken one is refused") {
  for (const char* name : {"White cell", "Red cell", "Bead"}) {
    const TransferFunction function = preset_function(name);
    CHECK(transfer_function_from_json(transfer_function_json(function)) == function);
  }
  const TransferFunction mapped = colour_map_function("cividis", 0.0, 0.05);
  CHECK(transfer_function_from_json(transfer_function_json(mapped)) == mapped);
  CHECK(mapped.points.front().opacity == 0.0);
  CHECK_THROWS_AS(preset_function("Martian cell"), InputError);
  CHECK_THROWS_AS(transfer_function_from_json("{"), InputError);
  CHECK_THROWS_AS(transfer_function_from_json(R"({"colour_map":"","points":[]})"), InputError);
  CHECK_THROWS_AS(transfer_function_from_json(R"({"colour_map":"","points":[
    {"above_medium":0.02,"opacity_per_um":0.1,"rgb":[1,1,1]},{"above_medium":0.01,"opacity_per_um":0.1,"rgb":[1,1,1]}]})"),
                  InputError);
}
