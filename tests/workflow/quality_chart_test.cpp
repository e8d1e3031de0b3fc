#include "app/workflow/quality_chart.h"

#include "core/error.h"
#include "core/files/scan_file.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// A scan with three objects: two whole ones and one that the border cuts.
std::filesystem::path control_file(TestCatalog& test, const std::string& name, double mean_ri, const std::string& day) {
  Scan scan = classified_scan("control", 3);
  scan.provenance.front().time_utc = day + "T08:00:00Z";
  scan.cells[0].indices.mean_ri = mean_ri - 0.001;
  scan.cells[1].indices.mean_ri = mean_ri + 0.001;
  scan.cells[2].indices.mean_ri = 9.0;
  scan.cells[2].touches_border = true;
  write_scan(test.file(name), scan);
  return test.file(name);
}

}  // namespace

TEST_CASE("a control is the mean of the whole objects of its scan, of the scan's microscope and time") {
  TestCatalog test;
  const NewControl control = control_from_scan({control_file(test, "a.h5", 1.45, "2026-01-05"), "bead", {}});
  CHECK(control.mean_ri == Approx(1.45));
  CHECK(control.volume_fl == Approx(100.5));
  CHECK(control.objects == 2);
  CHECK(control.instrument == "simulated microscope");
  CHECK(control.measured_utc == "2026-01-05T08:00:00Z");
  CHECK(control.simulated);
  Scan empty = classified_scan("control", 0);
  write_scan(test.file("b.h5"), empty);
  CHECK_THROWS_AS(control_from_scan({test.file("b.h5"), "bead", {}}), FileError);
}

TEST_CASE("the chart leaves out what does not count, and tells which rules the last day breaks") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kTechnician);
  RecordId wrong = 0;
  for (int day = 1; day <= 22; ++day) {
    const double mean_ri = day == 5 ? 2.0 : day == 22 ? 1.46 : day % 2 == 0 ? 1.449 : 1.451;
    const std::string name = "d" + std::to_string(day);
    NewControl control{
        "m",  "bead", "2026-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day), mean_ri, 1.0, 1.0, 1, name,
        name, false};
    const ControlMeasurement added = add_control(kim, control);
    if (day == 5) wrong = added.id;
  }
  const ControlSeries series = list_control_series(kim).at(0);
  exclude_control(kim, wrong, "an air bubble");
  const QualityChart chart = quality_chart(kim, series, ControlQuantity::kMeanRi);
  CHECK(chart.counted.size() == 21);
  REQUIRE(chart.chart.target);
  CHECK(chart.chart.target->mean == Approx(1.45).margin(0.0001));
  CHECK(rules_text(chart.chart.points.back().rules) == "1-2s, 1-3s");
  const std::string csv = quality_csv(chart);
  CHECK(contains(csv, "\"1-2s, 1-3s\""));
  CHECK(contains(csv, "\"an air bubble\""));
  set_control_target(kim, series, ControlQuantity::kMeanRi, ControlTarget{1.45, 0.01}, "certificate");
  CHECK(quality_chart(kim, series, ControlQuantity::kMeanRi).chart.points.back().rules.empty());
}
