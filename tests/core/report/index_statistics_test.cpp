#include "core/report/index_statistics.h"

#include "core/error.h"
#include "core/report/delta_check.h"
#include "core/report/statistics_table.h"
#include "german_locale.h"
#include "report_fixture.h"
#include "tests/catch.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

IndexRanges small_ranges() {
  return index_ranges_from_json(
      R"({"name":"n","version":"1","meaning":"m","source":"s","classes":{"monocyte":{"volume_fl":[390.0,405.0]}}})");
}

// Of `monocytes` monocytes and lymphocytes up to 100 white cells.
CheckedSample sample_of(const std::string& id, int monocytes, double volume_fl) {
  std::vector<ReportedCell> cells;
  for (int i = 0; i < 100; ++i)
    cells.push_back(reported_cell(i + 1, i < monocytes ? "monocyte" : "lymphocyte", "", volume_fl + i % 5));
  std::vector<CountedCell> counted;
  for (const ReportedCell& cell : cells) counted.push_back(cell.counted);
  CheckedSample sample{id, "donor 7", "2026-01-02T03:04:05Z", "done", true, {}, {}};
  sample.differential = make_differential(counted, default_differential_table(), known_classes(cells));
  sample.indices = index_statistics(cells, default_differential_table(), small_ranges());
  return sample;
}

}  // namespace

TEST_CASE("the distributions are of whole, counted cells, and parts count in what they are part of") {
  std::vector<ReportedCell> cells = small_cells();
  cells.push_back(reported_cell(8, "t-lymphocyte", "", 210.0));
  const IndexStatistics found = index_statistics(cells, default_differential_table(), small_ranges());
  REQUIRE(found.classes.size() == 3);  // lymphocytes, t lymphocytes, monocytes
  CHECK(found.unidentified == 1);
  const ClassDistribution& lymphocytes = found.classes[0];
  CHECK(lymphocytes.cell_class == "lymphocyte");
  CHECK(lymphocytes.cells == 3);
  CHECK(lymphocytes.cut == 1);
  CHECK(lymphocytes.index[0]->values == std::vector<double>{200.0, 210.0});
  CHECK_FALSE(lymphocytes.index[0]->range);
  const IndexDistribution& volume = *found.classes[2].index[0];  // 400.5 and 420.5 fL
  CHECK(volume.summary.mean == Approx(410.5));
  CHECK(volume.summary.standard_deviation == Approx(14.1421356));
  CHECK(volume.summary.standard_error == Approx(10.0));
  CHECK(volume.flag == "H");
  CHECK(volume.inside == 1);
}

TEST_CASE("the delta check marks what counting does not explain, and what is below the laboratory's limit not") {
  const CheckedSample now = sample_of("now", 20, 400.0);
  const DeltaCheck same = delta_check(now, sample_of("before", 12, 400.0), {});
  const auto monocytes = [](const DeltaCheck& check) {
    return *std::ranges::find(check.shares, "monocyte", &ShareDelta::cell_class);
  };
  // scipy.stats.norm: Newcombe's limits of 20/100 - 12/100 are -2.268 and 18.194 percent points.
  CHECK(monocytes(same).percent_points.value == Approx(8.0));
  CHECK(monocytes(same).percent_points.low == Approx(-2.26784073));
  CHECK(monocytes(same).percent_points.high == Approx(18.19373055));
  CHECK_FALSE(monocytes(same).marked);
  const DeltaCheck other = delta_check(now, sample_of("before", 2, 400.0), {});
  CHECK(monocytes(other).marked);
  CHECK_FALSE(monocytes(delta_check(now, sample_of("before", 2, 400.0), {20.0})).marked);
  const DeltaCheck larger = delta_check(now, sample_of("before", 20, 380.0), {});
  const auto volume = std::ranges::find_if(
      larger.indices, [](const IndexDelta& delta) { return delta.cell_class == "monocyte" && delta.index == 0; });
  REQUIRE(volume != larger.indices.end());
  CHECK(volume->difference.value == Approx(20.0));
  CHECK(volume->marked);
}

TEST_CASE("samples of two donors, or a simulated and a measured one, are not compared") {
  const CheckedSample now = sample_of("now", 20, 400.0);
  CheckedSample before = sample_of("before", 20, 400.0);
  before.donor_id = "donor 8";
  CHECK_THROWS_AS(delta_check(now, before, {}), InputError);
  before.donor_id = now.donor_id;
  before.simulated = false;
  CHECK_THROWS_AS(delta_check(now, before, {}), InputError);
}

TEST_CASE("a table of index ranges without source, or with an unknown index, is refused") {
  CHECK_THROWS_AS(index_ranges_from_json(R"({"name":"n","meaning":"m","classes":{}})"), InputError);
  CHECK_THROWS_AS(index_ranges_from_json(R"({"source":"s","meaning":"m","classes":{"monocyte":{"mcv":[1,2]}}})"),
                  InputError);
  CHECK_THROWS_AS(index_ranges_from_json(R"({"source":"s","meaning":"m","classes":{"monocyte":{"volume_fl":[2,1]}}})"),
                  InputError);
  CHECK(find_range(default_index_ranges(), "monocyte", "volume_fl").has_value());
  CHECK_FALSE(find_range(default_index_ranges(), "neutrophil", "volume_fl"));
}

TEST_CASE("the table has a row of units, and points for commas on a German desktop") {
  CheckedSample sample = sample_of("S,1", 20, 400.0);
  const std::string csv = statistics_csv(sample);
  CHECK(csv.starts_with(
      "sample_id,patient_id,simulated,class,name,cells,cells_cut_by_border,volume_fl_n,volume_fl_mean"));
  CHECK(contains(csv, "\n,,,,,cells,cells,cells,fL,fL,fL"));
  CHECK(contains(csv, "\"S,1\",\"donor 7\",SIMULATED,\"monocyte\",\"Monocytes\",20,0,20,402,"));
  const GermanLocale german;
  if (!german.made()) {
    WARN("skipped: the package locales is not installed");
    return;
  }
  CHECK(statistics_csv(sample) == csv);
  CHECK(contains(delta_csv(sample, {delta_check(sample, sample_of("b", 2, 400.0), {})}),
                 "share_of_white_cells,%,20,2,18,"));
}
