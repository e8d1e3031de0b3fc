#include "core/report/report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/report/report_json.h"
#include "core/report/report_time.h"
#include "tests/core/report/report_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// Of a scan with one cell of each fate.
Scan four_fates() {
  Scan scan;
  scan.donor_id = "donor-3";
  scan.simulated = true;
  for (const ReportedCell& reported : small_cells()) scan.cells.push_back(reported.cell);
  scan.cells[5].too_small = true;
  Provenance first;
  first.time_utc = "2026-03-09T07:05:01Z";
  first.device = "simulated microscope";
  scan.provenance = {first};
  return scan;
}

}  // namespace

TEST_CASE("the reader's class goes before the model's, and an uncertain cell is unidentified") {
  const auto cells = reported_cells(four_fates(), "a");
  REQUIRE(cells.size() == 7);
  CHECK(cells[0].counted.cell_class == "monocyte");
  CHECK(cells[2].counted.cell_class == "lymphocyte");
  CHECK(cells[4].counted.cell_class.empty());
  CHECK(cells[5].rejected == "too small");
  CHECK(reported_cells(four_fates(), "a", ClassSource::kModel)[2].counted.cell_class == "monocyte");
  CHECK(known_classes(cells) == std::vector<std::string>{"lymphocyte", "monocyte", "neutrophil"});
}

TEST_CASE("quality, review and models of a report follow from its cells") {
  const Report report = small_report();
  CHECK(report.differential.white_cells == 4);
  CHECK(report.differential.unidentified == 1);
  CHECK(report.differential.per_100_white.at(0).count == 1);
  CHECK(report.quality.cells_measured == 7);
  CHECK(report.quality.rejected == std::vector<ReasonCount>{{"too small", 1}});
  CHECK(report.quality.uncertain == std::vector<ReasonCount>{{"its probability … is below …", 1}});
  CHECK(report.quality.cut_by_border == 1);
  CHECK(report.review.reviewed == 2);
  CHECK(report.review.unchanged == 1);
  CHECK(report.review.changes == std::vector<ClassChange>{{"monocyte", "lymphocyte", 1}});
  CHECK(report.models == std::vector<ReportModel>{{"five types", "sha256:abc"}});
}

TEST_CASE("cells left to a person for the same reason are counted together, whatever their numbers") {
  const auto unlike = [](int label, const char* novelty) {
    return reported_cell(
        label, "monocyte", "", 400.0,
        fmt::format("it is unlike the others (novelty {} above 2.00); the volume's border cuts it", novelty));
  };
  const Report report =
      make_report(small_heading(), {{unlike(1, "3.10"), unlike(2, "4.25")}, {}, {}}, default_differential_table());
  CHECK(report.quality.uncertain ==
        std::vector<ReasonCount>{{"it is unlike the others; the volume's border cuts it", 2}});
}

TEST_CASE("the indices of a class are those of its whole cells") {
  const Report report = small_report();
  const ClassIndices& lymphocytes = report.indices.at(1);
  CHECK(lymphocytes.cell_class == "lymphocyte");
  CHECK(lymphocytes.indices.at(0).summary.count == 1);  // the other one is cut by the border, a third is dead
  const ClassIndices& monocytes = report.indices.at(2);
  CHECK(monocytes.indices.at(0).summary.mean == Approx(410.5));
  CHECK(monocytes.indices.at(0).summary.standard_error == Approx(10.0));
  CHECK(report.indices.at(3).indices.empty());
}

TEST_CASE("a report comes back from its JSON as it was") {
  Report report = signed_report();
  report.version = 2;
  report.amends = "R-17 version 1";
  report.amendment_reason = "Wrong patient";
  const std::string json = report_to_json(report);
  CHECK(report_from_json(json) == report);
  CHECK(report_to_json(report_from_json(json)) == json);
  const auto object = nlohmann::json::parse(json);
  CHECK(object.at("research_use") == "For Research Use Only. Not for use in diagnostic procedures.");
  CHECK(object.at("status") == "amended");
  CHECK(object.at("differential").at("white").at(1).at("rate").at("value") == Approx(50.0));
}

TEST_CASE("a report's JSON of another version, with unknown, missing or wrong entries is refused") {
  auto object = nlohmann::json::parse(report_to_json(small_report()));
  CHECK_THROWS_AS(report_from_json("{"), InputError);
  CHECK_THROWS_AS(report_from_json("{}"), InputError);
  const auto refused = [&](const char* pointer, const nlohmann::json& value) {
    auto changed = object;
    changed[nlohmann::json::json_pointer(pointer)] = value;
    CHECK_THROWS_AS(report_from_json(changed.dump()), InputError);
  };
  refused("/format_version", 2);
  refused("/format_version", "1");
  refused("/format", 3);
  refused("/surprise", 1);
  refused("/differential/surprise", 1);
  refused("/differential/white_cells", "many");
  refused("/differential/white", 3);
  refused("/quality", nullptr);
  refused("/created_utc", "yesterday");
  object.erase("review");
  CHECK_THROWS_AS(report_from_json(object.dump()), InputError);
}

TEST_CASE("an amendment names the version before and why, and only a signature makes a report final") {
  Report report = small_report();
  CHECK(report_status(report) == ReportStatus::kPreliminary);
  CHECK(report_status(signed_report()) == ReportStatus::kFinal);
  report.version = 2;
  CHECK_THROWS_AS(check_report(report), InputError);
  report.amends = "R-17 version 1";
  CHECK_THROWS_AS(check_report(report), InputError);
  report.amendment_reason = "A cell was reclassified";
  check_report(report);
  report.sign_off = SignOff{"", "2026-11-21T17:16:18Z"};
  CHECK_THROWS_AS(check_report(report), InputError);
}

TEST_CASE("a control character in a text is refused, a line's end is not") {
  Report report = small_report();
  report.comments.emplace_back("two\nlines");
  check_report(report);
  report.sample_id = "4711\r";
  CHECK_THROWS_AS(check_report(report), InputError);
  report.sample_id =
      "Pr\xfc"
      "fung";  // Latin-1
  CHECK_THROWS_AS(check_report(report), InputError);
}

TEST_CASE("times are checked and written as each format wants them") {
  CHECK(hl7_time("2026-03-09T07:05:01Z") == "20260309070501+0000");
  CHECK(fcs_date("2026-03-09T07:05:01Z") == "09-MAR-2026");
  CHECK(clock_time("2026-03-09T07:05:01Z") == "07:05:01");
  CHECK(printed_time("2026-03-09T07:05:01Z") == "2026-03-09 07:05:01 UTC");
  for (const char* wrong :
       {"2026-02-30T00:00:00Z", "2026-03-09T24:00:00Z", "2026-03-09", "2026-03-09T07:05:01+01:00", ""})
    CHECK_THROWS_AS(check_report_time(wrong), InputError);
}

TEST_CASE("scans of two donors, or simulated and measured ones, are not mixed in one report") {
  Report heading;
  add_scan_to_heading(heading, four_fates());
  CHECK(heading.patient_id == "donor-3");
  CHECK(heading.measured_utc == "2026-03-09T07:05:01Z");
  CHECK(heading.simulated);
  Scan other = four_fates();
  other.donor_id = "donor-4";
  CHECK_THROWS_AS(add_scan_to_heading(heading, other), InputError);
  other = four_fates();
  other.simulated = false;
  CHECK_THROWS_AS(add_scan_to_heading(heading, other), InputError);
}
