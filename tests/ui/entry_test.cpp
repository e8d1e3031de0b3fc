// Tubes and scans on their way into the worklist, and files that were moved.
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/files/scan_file.h"
#include "desk_fixture.h"
#include "test_application.h"
#include "ui/background_job.h"
#include "ui/notice_bar.h"
#include "ui/samples/review_view.h"
#include "ui/samples/sample_dialog.h"
#include "ui/samples/worklist_model.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// As a reader does it: into the field that has the focus, Enter at the end.
void scanBarcode(QWidget* field, const char* code) {
  QTest::keyClicks(field, code);
  QTest::keyClick(field, Qt::Key_Return);
}

}  // namespace

TEST_CASE("a tube is entered by its barcode before it is measured, and found by it again", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  desk.addSample("470", 2);
  desk.signIn("lee");
  waitFor([&] { return desk.view.worklist().rowCount() == 1; });
  desk.click("new sample");
  auto& dialog = *desk.view.findChild<SampleDialog*>();
  waitFor([&] { return dialog.isVisible(); });
  keepPicture(dialog, "new-sample");
  scanBarcode(desk.find<QLineEdit>("new sample id"), "T-0815");
  waitFor([&] { return desk.view.worklist().rowCount() == 2; });
  CHECK_FALSE(dialog.isVisible());
  CHECK(find_sample(desk.other(), "T-0815")->state == SampleState::kToAcquire);
  waitFor([&] { return desk.view.review().sample() == find_sample(desk.other(), "T-0815")->id; });

  // A part of another sample's id is not taken for it: the tube is offered as a new one.
  auto* search = desk.find<QLineEdit>("worklist search");
  scanBarcode(search, "47");
  waitFor([&] { return desk.view.notices().shows("barcode"); });
  waitFor([&] { return desk.view.review().sample() == 0; });
  keepPicture(desk.view, "barcode");
  press(desk.view, "Enter it as a new sample");
  waitFor([&] { return dialog.isVisible(); });
  CHECK(desk.find<QLineEdit>("new sample id")->text() == "47");
  desk.type("new sample total", "7,2");
  press(dialog, "Enter the sample");
  CHECK(desk.find<QLabel>("sample said")->text().contains("no count"));
  desk.type("new sample total", "7.2");
  press(dialog, "Enter the sample");
  waitFor([&] { return find_sample(desk.other(), "47").has_value(); });
  CHECK(find_sample(desk.other(), "47")->white_cells_1e9_per_l == 7.2);

  waitFor([&] { return search->text().isEmpty() && desk.view.worklist().rowCount() == 3; });
  scanBarcode(search, "470");
  waitFor([&] { return desk.view.review().sample() == find_sample(desk.other(), "470")->id; });
  CHECK_FALSE(desk.view.notices().shows("barcode"));

  // A correction; somebody else's in between is not overwritten.
  auto* table = desk.find<QTableView>("worklist");
  waitFor([&] {
    const Sample* chosen = desk.view.worklist().sampleAt(table->currentIndex().row());
    return chosen && chosen->sample_id == "470";
  });
  desk.action("Correct the sample…")->trigger();
  waitFor([&] { return dialog.isVisible(); });
  CHECK(desk.find<QLineEdit>("new sample id")->isReadOnly());
  desk.type("new sample donor", "donor 8");
  {
    Catalog station = desk.other("kim");
    const Sample sample = *find_sample(station, "470");
    correct_sample(station, sample.id, sample.revision, {.comment = "clotted"});
  }
  press(dialog, "Correct it");
  waitFor([&] { return desk.find<QLabel>("sample said")->text().contains("has changed since"); });
  CHECK(find_sample(desk.other(), "470")->donor_id == "donor 7");
}

TEST_CASE("scans that were just acquired are in the worklist; without a user the next one is asked", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  const auto file = [&](const char* name) { return desk.catalog.file(name); };
  write_scan(file("one.tomocyte.h5"), classified_scan("S-1", 2));
  write_scan(file("two.tomocyte.h5"), classified_scan("S-2", 3));
  desk.signIn("lee");
  desk.view.takeAcquired({file("one.tomocyte.h5")}, {});
  waitFor([&] { return find_sample(desk.other(), "S-1").has_value(); });
  CHECK(find_sample(desk.other(), "S-1")->counts.cells == 2);
  waitFor([&] { return !desk.job.busy(); });

  desk.view.lock({});
  desk.view.takeAcquired({file("two.tomocyte.h5")}, "S-2");
  desk.signIn("lee");
  waitFor([&] { return desk.view.notices().shows("acquired"); });
  bool ended = false;
  QObject::connect(
      &desk.job, &BackgroundJob::ended, &desk.view, [&] { ended = true; }, Qt::QueuedConnection);
  desk.job.start("another job", [](const Progress&) -> BackgroundJob::Finish { return {}; });
  waitFor([&] { return ended; });
  CHECK_FALSE(desk.job.busy());  // the end of another job is no answer
  CHECK_FALSE(find_sample(desk.other(), "S-2").has_value());
  press(desk.view, "Import");
  waitFor([&] { return find_sample(desk.other(), "S-2").has_value(); });
  waitFor([&] { return !desk.job.busy(); });

  // The folder is moved: the notice goes when the files are found again.
  std::filesystem::create_directory(file("moved"));
  std::filesystem::rename(file("one.tomocyte.h5"), file("moved") / "one.tomocyte.h5");
  desk.signIn("lee");
  const RecordId sample = find_sample(desk.other(), "S-1")->id;
  waitFor([&] { return !desk.view.worklist().problemOf(sample).isEmpty(); });
  desk.find<QTableView>("worklist")->selectRow(desk.view.worklist().rowOf(sample));
  waitFor([&] { return desk.view.notices().shows("files"); });
  keepPicture(desk.view, "missing-file");
  desk.view.lookForFiles(file("moved"));
  waitFor([&] { return desk.view.worklist().problemOf(sample).isEmpty(); });
  CHECK_FALSE(desk.view.notices().shows("files"));
  CHECK(list_scans(desk.other(), sample)[0].path == file("moved") / "one.tomocyte.h5");
}
