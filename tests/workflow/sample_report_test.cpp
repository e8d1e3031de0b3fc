#include "app/workflow/sample_report.h"

#include <algorithm>

#include "core/catalog/catalog_error.h"
#include "core/catalog/cells.h"
#include "core/catalog/comments.h"
#include "core/catalog/reviews.h"
#include "core/catalog/sign_offs.h"
#include "core/report/report_json.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// Of its 12 cells the model calls 4 monocytes and 4 T lymphocytes; of 4 it is not sure.
RecordId sample_of_twelve(TestCatalog& test, Catalog& catalog) {
  return import_named(test, catalog, classified_scan("S-1", 12), "a.h5").sample;
}

SampleReport report_of(const Catalog& catalog, RecordId sample, const std::string& reason = {}) {
  SampleReportRequest request;
  request.sample = sample;
  request.table = default_differential_table();
  request.amendment_reason = reason;
  return sample_report(catalog, request);
}

// Every cell as it is, those without a class as monocytes.
void review_all(Catalog& catalog, RecordId sample) {
  std::vector<ReviewRequest> requests;
  for (const CatalogCell& cell : list_cells(catalog, {.sample = sample, .reviewed = false, .limit = 0}))
    requests.push_back(
        {cell.id, cell.version, {cell.call.cell_class.empty() ? "monocyte" : cell.call.cell_class, {}}, ""});
  review_cells(catalog, requests);
}

void call_first_cell(Catalog& catalog, RecordId sample, const CellCall& call) {
  const CatalogCell cell = list_cells(catalog, {.sample = sample}).front();
  const ReviewRequest request{cell.id, cell.version, call, ""};
  review_cells(catalog, {&request, 1});
}

int count_of(const std::vector<DifferentialRow>& rows, const std::string& cell_class) {
  const auto row = std::ranges::find(rows, cell_class, &DifferentialRow::cell_class);
  return row == rows.end() ? -1 : row->count;
}

}  // namespace

TEST_CASE("a report of a sample counts the classes now, and the simulation's truth is no review") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  const RecordId sample = sample_of_twelve(test, catalog);
  const Report before = report_of(catalog, sample).collected.report;
  CHECK(before.sample_id == "S-1");
  CHECK(before.patient_id == "donor 7");
  CHECK(before.simulated);
  CHECK(before.measured_utc == "2026-01-01T10:00:00Z");
  CHECK(before.quality.scans == 1);
  CHECK(before.differential.white_cells == 8);
  CHECK(before.differential.unidentified == 4);
  CHECK(before.review.reviewed == 0);

  review_all(catalog, sample);
  call_first_cell(catalog, sample, {"monocyte", {.artefact = true}});
  const Report after = report_of(catalog, sample).collected.report;
  CHECK(after.differential.white_cells == 11);
  CHECK(after.differential.unidentified == 0);
  CHECK(count_of(after.differential.white, "monocyte") == 7);
  CHECK(count_of(after.differential.white, "t-lymphocyte") == 4);
  CHECK(count_of(after.differential.per_100_white, "artefact") == 1);
  CHECK(after.review.reviewer == "kim the reviewer");
  CHECK(after.review.reviewed == 12);
  // The model's best guesses of the four unsure cells were two monocytes and two T lymphocytes.
  CHECK(after.review.changes == std::vector<ClassChange>{{"t-lymphocyte", "monocyte", 2}, {"monocyte", "artefact", 1}});
  CHECK(after.models == std::vector<ReportModel>{{"four types", "sha256:12"}});
}

TEST_CASE("what is signed is what the catalog keeps, and is shown until something changes") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  const RecordId sample = sample_of_twelve(test, catalog);
  review_all(catalog, sample);
  const SampleReport made = report_of(catalog, sample);
  CHECK_FALSE(made.is_signed);
  CHECK_THROWS_AS(sign_report(catalog, made, {.password = "wrong"}), PermissionError);
  const Report final_report = sign_report(catalog, made, {.password = kPassword});
  CHECK(final_report.sign_off == SignOff{"kim the reviewer", "2026-01-02T00:00:00Z"});
  CHECK(latest_sign_off(catalog, sample)->snapshot_json == report_to_json(final_report));
  const SampleReport shown = report_of(catalog, sample);
  CHECK(shown.is_signed);
  CHECK(shown.collected.report == final_report);
  CHECK(shown.collected.cells.size() == 12);
}

TEST_CASE("an amendment is a new version that names the old one and needs a reason") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  const RecordId sample = sample_of_twelve(test, catalog);
  review_all(catalog, sample);
  const Report first = sign_report(catalog, report_of(catalog, sample), {.password = kPassword});
  call_first_cell(catalog, sample, {"t-lymphocyte", {}});
  const SampleReport preview = report_of(catalog, sample);
  CHECK_FALSE(preview.is_signed);
  CHECK(preview.collected.report.version == 2);
  CHECK(preview.collected.report.amends == first.report_id + " version 1");
  CHECK_FALSE(preview.collected.report.sign_off);
  CHECK_THROWS_AS(sign_report(catalog, preview, {.password = kPassword}), InputError);

  const SampleReport amended = report_of(catalog, sample, "cell 1 was misread");
  const Report second = sign_report(catalog, amended, {.password = kPassword});
  CHECK(second.amendment_reason == "cell 1 was misread");
  CHECK(report_status(second) == ReportStatus::kAmended);
  CHECK(signed_reports(catalog, sample) == std::vector<Report>{first, second});
}

TEST_CASE("a sample with cells left is signed with a reason only, which stands in the report") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  const RecordId sample = sample_of_twelve(test, catalog);
  add_comment(catalog, sample, std::nullopt, "tube half empty");
  const SampleReport made = report_of(catalog, sample);
  CHECK_THROWS_AS(sign_report(catalog, made, {.password = kPassword}), InputError);
  const Report report = sign_report(catalog, made, {kPassword, "clotted, no more cells"});
  CHECK(report.comments ==
        std::vector<std::string>{"kim the reviewer: tube half empty",
                                 "Signed with 12 of 12 cells not reviewed and 4 unidentified: clotted, no more cells"});
}

TEST_CASE("a report that was made before somebody reviewed is not signed") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  const RecordId sample = sample_of_twelve(test, catalog);
  review_all(catalog, sample);
  const SampleReport made = report_of(catalog, sample);
  Catalog other = test.open_as("lee", Role::kTechnician);
  call_first_cell(other, sample, {"t-lymphocyte", {}});
  CHECK_THROWS_AS(sign_report(catalog, made, {.password = kPassword}), ConflictError);
  CHECK(signed_reports(catalog, sample).empty());
}

TEST_CASE("scans that are called alike are told apart by their whole paths") {
  const std::vector<NamedScan> scans = named_scans({"/a/01.h5", "/b/01.h5", "/b/02.h5"});
  REQUIRE(scans.size() == 3);
  CHECK(scans[0].name == "/a/01.h5");
  CHECK(scans[1].name == "/b/01.h5");
  CHECK(scans[2].name == "02.h5");
}
