// A technician's day: the first start, import, review by keys, undo, a colleague who was faster, signing, export, an
// amendment.
#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <algorithm>

#include "app/workflow/sample_report.h"
#include "core/catalog/cells.h"
#include "core/catalog/reviews.h"
#include "core/catalog/users.h"
#include "day.h"
#include "output_of.h"
#include "test_application.h"
#include "ui/notice_bar.h"
#include "ui/quality/quality_view.h"
#include "ui/samples/export_report.h"
#include "ui/samples/report_panel.h"
#include "ui/samples/review_view.h"
#include "ui/samples/samples_view.h"
#include "ui/samples/statistics_view.h"
#include "ui/samples/worklist_model.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::string classOf(const Catalog& catalog, RecordId cell) { return get_cell(catalog, cell).call.cell_class; }

void call(Catalog& catalog, const CatalogCell& cell, const CellCall& as) {
  const ReviewRequest request{cell.id, cell.version, as, ""};
  review_cells(catalog, {&request, 1});
}

}  // namespace

TEST_CASE("a sample is imported, reviewed by keys, undone, signed, exported and amended in the window") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  REQUIRE(day.view().worklist().rowCount() == 1);
  const auto shown = [&](int column) { return day.view().worklist().index(0, column).data().toString(); };
  CHECK(shown(WorklistModel::kSample).contains("SIMULATED"));
  CHECK(shown(WorklistModel::kState).contains("to review"));
  CHECK(shown(WorklistModel::kReviewed) == "0 of 8");
  const Catalog other = day.other();
  for (const CatalogCell& cell : day.view().review().model().cells()) CHECK(!cell_thumbnail(other, cell.id).empty());
  keepScreenshot(day.window, "samples-to-review");

  // The two of which the model is not sure come first.
  const RecordId first = day.view().review().model().cellAt(0).id;
  CHECK(classOf(other, first).empty());
  day.gallery().setFocus();
  day.press(Qt::Key_M);
  day.settle(1);
  CHECK(classOf(other, first) == "monocyte");
  CHECK(day.sample().counts.reviewed == 1);
  day.press(Qt::Key_Z, Qt::ControlModifier);
  day.settle(1);
  CHECK(classOf(other, first).empty());
  CHECK(day.sample().counts.reviewed == 0);
  day.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  day.settle(1);
  CHECK(classOf(other, first) == "monocyte");
  CHECK(reviews_of_cell(other, first).size() == 3);

  // Quickly, each key for the next cell.
  const int row = day.view().review().model().rowOf(first);
  day.gallery().setCurrentIndex(day.view().review().model().index(row + 1));
  day.press(Qt::Key_N);
  for (int i = 0; i < 6; ++i) day.press(Qt::Key_Space);
  day.settle(7);
  CHECK(day.sample().counts == SampleCounts{2, 8, 8, 0});
  CHECK(day.sample().state == SampleState::kToSign);
  CHECK(shown(WorklistModel::kReviewed) == "8 of 8");

  day.sign("Sign…");
  REQUIRE(QTest::qWaitFor([&] { return day.sample().state == SampleState::kDone; }, kPatienceMs));
  REQUIRE(QTest::qWaitFor([&] { return day.view().report().report()->is_signed; }, kPatienceMs));
  keepScreenshot(day.window, "samples-signed");
  day.view().workspaces().setCurrentWidget(&day.view().statistics());
  REQUIRE(QTest::qWaitFor([&] { return day.view().statistics().shown() != nullptr; }, kPatienceMs));
  CHECK(day.view().statistics().shown()->sample.differential.white_cells == 8);
  keepScreenshot(day.window, "samples-statistics");
  day.view().workspaces().setCurrentWidget(&day.view().quality());
  keepScreenshot(day.window, "samples-quality");
  day.view().workspaces().setCurrentWidget(&day.view().review());
  const std::string text = output_of("pdftotext -layout " + day.exported("pdf") + " -");
  CHECK(contains(text, "S-2026-0001"));
  CHECK(contains(text, "Kim Min-ji"));
  CHECK_FALSE(contains(text, "NOT SIGNED"));
  const std::string csv = bytes_of(day.exported("csv"));
  CHECK(contains(csv, "Neutrophils"));
  CHECK(contains(csv, "SIMULATED"));
  for (const ReportFormat& format : reportFormats()) CHECK(std::filesystem::file_size(day.exported(format.key)) > 0);

  day.gallery().setCurrentIndex(day.view().review().model().index(7));
  day.press(Qt::Key_A);
  day.settle(1);
  CHECK(day.sample().state == SampleState::kToSign);
  day.sign("Amend…", "amendment reason", "one cell was an artefact");
  REQUIRE(QTest::qWaitFor([&] { return day.sample().signed_version == 2; }, kPatienceMs));
  const auto reports = signed_reports(other, day.sample().id);
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].differential.white_cells == 8);
  CHECK(reports[1].differential.white_cells == 7);
  CHECK(reports[1].amendment_reason == "one cell was an artefact");
}

TEST_CASE("a colleague's review is not overwritten: the notice says who changed the cell to what") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  const CatalogCell cell = day.view().review().model().cellAt(0);
  Catalog colleague = day.other();
  sign_in(colleague, "admin", kPassword);
  add_user(colleague, {"lee", "Lee Jun", Role::kTechnician, kPassword});
  sign_in(colleague, "lee", kPassword);
  call(colleague, cell, {"basophil", {}});

  day.gallery().setFocus();
  day.press(Qt::Key_M);
  REQUIRE(QTest::qWaitFor([&] { return day.view().notices().shows("review"); }, kPatienceMs));
  const auto* notice = day.view().notices().findChild<QLabel*>();
  CHECK(contains(notice->text().toStdString(), "changed by lee from unidentified to basophil"));
  CHECK(classOf(colleague, cell.id) == "basophil");
  // The gallery shows what is true now.
  const auto rowShown = [&] { return day.view().review().model().rowOf(cell.id); };
  REQUIRE(QTest::qWaitFor(
      [&] { return rowShown() >= 0 && day.view().review().model().cellAt(rowShown()).call.cell_class == "basophil"; },
      kPatienceMs));

  // Signing with cells left needs a reason.
  day.settle(1);
  keepScreenshot(day.window, "samples-conflict");
  day.sign("Sign…", "override reason", "the tube is clotted");
  REQUIRE(QTest::qWaitFor([&] { return day.sample().signed_version == 1; }, kPatienceMs));
  CHECK(contains(signed_reports(colleague, day.sample().id).at(0).comments.at(0), "the tube is clotted"));
}

TEST_CASE("a second reader is blind to review and report, and the agreement is told when the reading is closed") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  ReviewView& review = day.view().review();
  const RecordId first = review.model().cellAt(0).id;
  day.gallery().setFocus();
  day.press(Qt::Key_M);
  day.press(Qt::Key_N);
  day.settle(2);
  review.startReading();
  REQUIRE(QTest::qWaitFor([&] { return review.isReading() && review.model().rowCount() == 8; }, kPatienceMs));
  CHECK_FALSE(day.view().report().isVisible());
  CHECK(review.model().cellAt(review.model().rowOf(first)).call.cell_class.empty());
  day.gallery().setCurrentIndex(review.model().index(review.model().rowOf(first)));
  day.press(Qt::Key_M);
  day.press(Qt::Key_O);
  keepScreenshot(day.window, "samples-second-reading");
  review.closeReading();
  REQUIRE(QTest::qWaitFor([&] { return day.view().notices().shows("review"); }, kPatienceMs));
  // Monocyte twice, neutrophil against basophil: 1 of 2 agree, by chance 1/4 would: kappa = (1/2 - 1/4) / (3/4).
  const auto* notice = day.view().notices().findChild<QLabel*>();
  CHECK(contains(notice->text().toStdString(), "1 of 2 cells"));
  CHECK(contains(notice->text().toStdString(), "kappa 0.33"));
  CHECK(day.view().report().isVisible());
  CHECK(day.sample().counts.reviewed == 2);  // the reading changed nothing
}

TEST_CASE("a locked window shows no sample, and a missing scan file is explained") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  day.view().lock("Locked.");
  CHECK_FALSE(day.view().user());
  CHECK_FALSE(day.gallery().isVisible());
  std::filesystem::remove(day.folder / "scans" / "a.tomocyte.h5");
  day.type("user", "kim");
  day.type("user password", "wrong horse");
  day.view().findChild<QPushButton*>("account go")->click();
  auto* refusal = day.view().findChild<QLabel*>("refusal");
  REQUIRE(QTest::qWaitFor([&] { return refusal->text().contains("wrong"); }, kPatienceMs));
  keepScreenshot(day.window, "samples-sign-in");
  day.type("user password", kPassword);
  day.view().findChild<QPushButton*>("account go")->click();
  REQUIRE(QTest::qWaitFor([&] { return day.gallery().isVisible(); }, kPatienceMs));
  const RecordId sample = day.sample().id;
  REQUIRE(QTest::qWaitFor([&] { return !day.view().worklist().problemOf(sample).isEmpty(); }, kPatienceMs));
  CHECK(day.view().worklist().problemOf(sample).contains("no longer there"));

  day.type("worklist search", "no such sample");
  REQUIRE(QTest::qWaitFor([&] { return day.view().worklist().rowCount() == 0; }, kPatienceMs));
  day.type("worklist search", "s-2026");
  REQUIRE(QTest::qWaitFor([&] { return day.view().worklist().rowCount() == 1; }, kPatienceMs));
}
