#include "core/differential.h"

#include <string>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

void add(std::vector<CountedCell>& cells, int count, const CountedCell& cell) {
  cells.insert(cells.end(), static_cast<std::size_t>(count), cell);
}

const DifferentialRow& row(const std::vector<DifferentialRow>& rows, const std::string& cell_class) {
  for (const DifferentialRow& r : rows)
    if (r.cell_class == cell_class) return r;
  FAIL("no row " << cell_class);
  throw InputError("unreachable");
}

const std::vector<std::string> kFive = {"neutrophil", "lymphocyte", "monocyte", "eosinophil", "basophil"};

// 100 white cells, 4 of another kind.
std::vector<CountedCell> hundred_white() {
  std::vector<CountedCell> cells;
  add(cells, 80, {"neutrophil"});
  add(cells, 10, {"lymphocyte"});
  add(cells, 6, {"monocyte"});
  add(cells, 4, {"eosinophil"});
  add(cells, 1, {"neutrophil", true, true});
  add(cells, 2, {"monocyte", false, true});
  add(cells, 3, {"not-classed"});
  add(cells, 5, {""});
  return cells;
}

}  // namespace

TEST_CASE("dead cells, artefacts, not classed and unidentified cells are in no white cell's percentage") {
  const Differential d = make_differential(hundred_white(), default_differential_table(), kFive);
  CHECK(d.white_cells == 100);
  CHECK(d.unidentified == 5);
  CHECK(row(d.white, "neutrophil").rate->value == Approx(80.0));
  CHECK(row(d.white, "basophil").count == 0);
  CHECK(row(d.white, "basophil").rate->high == Approx(3.6217).margin(1e-4));  // Rümke: 0 of 100 is up to 4 %
  CHECK(row(d.per_100_white, "artefact").count == 1);                         // the first flag counts, once
  CHECK(row(d.per_100_white, "dead").rate->value == Approx(2.0));
  CHECK(row(d.excluded, "not-classed").count == 3);
  CHECK_FALSE(row(d.excluded, "not-classed").rate);
  CHECK(d.not_distinguished.empty());
}

TEST_CASE("values outside the reference range are flagged as they are printed") {
  const Differential d = make_differential(hundred_white(), default_differential_table(), kFive, 12.5);
  CHECK(row(d.white, "neutrophil").rate_flag == "H");
  CHECK(row(d.white, "lymphocyte").rate_flag == "L");
  CHECK(row(d.white, "monocyte").rate_flag.empty());
  CHECK(row(d.white, "neutrophil").absolute_1e9_l->value == Approx(10.0));
  CHECK(row(d.white, "neutrophil").absolute_flag == "H");
  CHECK(row(d.white, "basophil").absolute_flag == "L");
  CHECK(d.total_white_flag == "H");
  CHECK(range_flag(44.04, {12, 44}, kRateDecimals).empty());
  CHECK(range_flag(44.06, {12, 44}, kRateDecimals) == "H");
  CHECK(range_flag(11.94, {12, 44}, kRateDecimals) == "L");
  CHECK_THROWS_AS(make_differential({}, default_differential_table(), kFive, -1.0), InputError);
}

TEST_CASE("a class that contains others is their sum, and the denominator counts each cell once") {
  std::vector<CountedCell> cells;
  add(cells, 12, {"b-lymphocyte"});
  add(cells, 30, {"t-lymphocyte"});
  add(cells, 8, {"monocyte"});
  const std::vector<std::string> four = {"b-lymphocyte", "t-lymphocyte", "monocyte", "myelocyte"};
  const Differential d = make_differential(cells, default_differential_table(), four);
  CHECK(d.white_cells == 50);
  CHECK(row(d.white, "lymphocyte").count == 42);
  CHECK(row(d.white, "lymphocyte").rate->value == Approx(84.0));
  CHECK(row(d.white, "b-lymphocyte").rate->value == Approx(24.0));
  CHECK(row(d.white, "myelocyte").count == 0);
}

TEST_CASE("a class that the method cannot tell is named, never reported as 0 %") {
  const Differential d =
      make_differential(std::vector<CountedCell>{{"monocyte"}}, default_differential_table(), {"monocyte"});
  CHECK(d.white.size() == 1);
  CHECK(d.not_distinguished == std::vector<std::string>{"Neutrophils", "Lymphocytes", "Eosinophils", "Basophils"});
}

TEST_CASE("without a white cell there are counts and no rates") {
  const Differential d = make_differential(std::vector<CountedCell>{{"dead"}}, default_differential_table(), kFive);
  CHECK(d.white_cells == 0);
  CHECK_FALSE(row(d.white, "neutrophil").rate);
  CHECK_FALSE(row(d.per_100_white, "dead").rate);
}

TEST_CASE("the order and the roles of the classes are the laboratory's") {
  const DifferentialTable table = differential_table_from_json(R"({"name": "Ours", "version": "7", "source": "own",
    "classes": [{"class": "blast", "name": "Blasts", "role": "white", "percent": [0, 0.5]},
                {"class": "neutrophil", "name": "Segs", "role": "white"},
                {"class": "dead", "name": "Smudge", "role": "excluded"}]})");
  const Differential d =
      make_differential(std::vector<CountedCell>{{"neutrophil"}, {"blast"}, {"dead"}}, table, {"neutrophil"});
  REQUIRE(d.white.size() == 2);
  CHECK(d.white[0].name == "Blasts");
  CHECK(d.white[0].rate_flag == "H");
  CHECK(d.white[1].name == "Segs");
  CHECK(d.per_100_white.empty());
  CHECK(row(d.excluded, "dead").count == 1);
}

TEST_CASE("a class that is not in the table is refused with its name") {
  CHECK_THROWS_WITH(make_differential(std::vector<CountedCell>{{"mast-cell"}}, default_differential_table(), {}),
                    Catch::Matchers::Contains("mast-cell"));
}

TEST_CASE("a wrong table of the differential is refused") {
  const auto entry =
      GENERATE(R"({"class": "a", "name": "A", "role": "red"})", R"({"class": "a", "role": "white"})",
               R"({"class": "a", "name": "A", "role": "white", "percent": [5, 1]})",
               R"({"class": "a", "name": "A", "role": "white", "part_of": "b"})",
               R"({"class": "a", "name": "A", "role": "white", "ordr": 1})",
               R"({"class": "a", "name": "A", "role": "white"}, {"class": "a", "name": "B", "role": "white"})");
  const std::string json = R"({"name": "x", "version": "1", "source": "y", "classes": [)" + std::string(entry) + "]}";
  CHECK_THROWS_AS(differential_table_from_json(json), InputError);
  CHECK_THROWS_AS(differential_table_from_json("{"), InputError);
}
