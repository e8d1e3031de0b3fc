#include <QApplication>
#include <QEventLoop>
#include <QImage>
#include <QScreen>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <memory>

#include "body.h"
#include "core/error.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/application.h"
#include "ui/background_job.h"
#include "ui/cell_table_view.h"
#include "ui/display.h"
#include "ui/main_window.h"
#include "ui/scan_copy.h"
#include "ui/theme.h"
#include "ui/tomogram_view.h"

namespace tomocyte {

void testApplication() {
  if (QCoreApplication::instance()) return;
  static const QTemporaryDir settings;
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
  qputenv("TOMOCYTE_CATALOG", settings.filePath(QStringLiteral("catalog.sqlite")).toUtf8());
  qputenv("XDG_DATA_HOME", settings.path().toUtf8());
  if (!haveDisplay()) qputenv("QT_QPA_PLATFORM", "offscreen");
  prepareApplication();
  static int count = 1;
  static char name[] = "test_ui";
  static char* arguments[] = {name, nullptr};
  // Never destroyed: at the program's end Qt's own statics that dialogs use would be gone before it.
  auto* application = new QApplication(count, arguments);
  applyTheme(*application, ThemeChoice::kDark);
}

// Asked once: drawing a picture may start a private display later, which the window does not use.
bool haveDisplay() {
  static const bool reachable = displayReachable();
  return reachable;
}

}  // namespace tomocyte

using namespace tomocyte;

namespace {

// Until the job has told its end.
void waitFor(BackgroundJob& job) {
  QEventLoop loop;
  QObject::connect(&job, &BackgroundJob::ended, &loop, &QEventLoop::quit);
  loop.exec();
}

}  // namespace

TEST_CASE("the cell table has a row per cell, units in its headers, and sorts by number") {
  testApplication();
  CellTableView view;
  const auto scan = scanOfBody();
  view.setScan(scan);
  auto* table = view.findChild<QTableView*>();
  REQUIRE(table->model()->rowCount() == 2);
  CHECK(table->model()->headerData(3, Qt::Horizontal).toString() == "Volume (fL)");
  CHECK(table->model()->index(0, 3).data().toString() == "268.1");
  table->sortByColumn(3, Qt::AscendingOrder);
  CHECK(table->model()->index(0, 11).data().toString() == "too small");

  int selected = 0;
  QObject::connect(&view, &CellTableView::cellSelected, [&](int label) { selected = label; });
  view.selectCell(2);
  CHECK(view.selectedCell() == 2);
  CHECK(selected == 2);
}

TEST_CASE("a classified cell shows class, probability and, when the model is not sure, that it is to be reviewed") {
  testApplication();
  auto scan = scanOfBody();
  scan->cells[0].classification =
      Classification{{{"monocyte", 0.61}, {"myelocyte", 0.39}}, "four types", "sha256:1", "probability below 0.8"};
  CellTableModel model;
  model.setScan(scan);
  CHECK(model.index(0, 1).data().toString() == "monocyte");
  CHECK(model.index(0, 2).data().toString() == "0.610");
  CHECK(model.index(0, 11).data().toString() == "to review");
  const QString tip = model.index(0, 1).data(Qt::ToolTipRole).toString();
  CHECK(tip.contains("myelocyte  0.390"));
  CHECK(tip.contains("probability below 0.8"));
  CHECK(model.index(1, 1).data().toString().isEmpty());
  const auto thumbnail = model.index(0, 0).data(Qt::DecorationRole).value<QImage>();
  CHECK(thumbnail.width() == 40);
}

TEST_CASE("a copied scan is as complete as the original") {
  auto scan = scanOfBody();
  scan->donor_id = "donor 3";
  scan->cells[0].annotation = "monocyte";
  HologramStack stack;
  stack.background_conditions = RecordedConditions{"2026-01-02T03:04:05Z", {}};
  scan->holograms = std::move(stack);
  scan->fields.emplace();
  scan->fields->sign_assumed = true;
  const Scan copy = copyOf(*scan);
  CHECK(copy.donor_id == "donor 3");
  CHECK(copy.cells == scan->cells);
  CHECK(copy.holograms->background_conditions == scan->holograms->background_conditions);
  CHECK(copy.fields->sign_assumed);
}

TEST_CASE("the copied table has point decimals and a units row") {
  CellTableModel model;
  model.setScan(scanOfBody());
  const QStringList lines = model.text().split('\n');
  CHECK(lines[0].startsWith("Cell\tClass\tProbability\tVolume\tSurface"));
  CHECK(lines[1].startsWith("\t\t\tfL\tµm²"));
  CHECK(lines[2].startsWith("1\t\t\t268.1\t201.1\t1.000\t37.50"));
}

TEST_CASE("a job tells success, failure with its remedy, and cancellation on the GUI thread") {
  testApplication();
  BackgroundJob job;
  QString what, remedy;
  bool finished = false;
  bool cancelled = false;
  QObject::connect(&job, &BackgroundJob::failed, [&](const QString& w, const QString& r) { what = w, remedy = r; });
  QObject::connect(&job, &BackgroundJob::cancelled, [&] { cancelled = true; });

  job.start("good", [&](const Progress&) -> BackgroundJob::Finish { return [&] { finished = true; }; });
  CHECK(job.busy());
  waitFor(job);
  CHECK(finished);
  CHECK_FALSE(job.busy());

  job.start("bad", [](const Progress&) -> BackgroundJob::Finish { throw InputError("no light", "Turn it on."); });
  waitFor(job);
  CHECK(what == "no light");
  CHECK(remedy == "Turn it on.");

  job.start("long", [](const Progress& progress) -> BackgroundJob::Finish {
    for (;;) progress.check();
  });
  job.cancel();
  waitFor(job);
  CHECK(cancelled);
}

TEST_CASE("the window shows a scan, links table and crosshair, and says SIMULATED") {
  testApplication();
  if (!haveDisplay()) {
    WARN("no display: the window is not tested");
    return;
  }
  MainWindow window;
  window.show();
  window.showScan(scanOfBody(), {}, false);
  QCoreApplication::processEvents();
  CHECK(window.windowTitle().contains("[SIMULATED]"));
  CHECK(window.windowTitle().contains("TEST-1"));
  CHECK(window.findChild<QWidget*>("simulatedBadge")->isVisible());
  CHECK(window.findChild<QWidget*>("researchUseOnly")->isVisible());

  auto* tomogram = window.findChild<TomogramView*>();
  CHECK(tomogram->crosshair() == VoxelPoint{29, 32, 37});
  window.findChild<CellTableView*>()->selectCell(2);
  CHECK(tomogram->crosshair() == VoxelPoint{61, 61, 61});

  const QImage picture = window.grab().toImage();
  CHECK(picture.width() >= 1000);
  int bright = 0;
  for (int y = 0; y < picture.height(); y += 4)
    for (int x = 0; x < picture.width(); x += 4) bright += qGreen(picture.pixel(x, y)) > 120;
  CHECK(bright > 500);

  auto measured = scanOfBody();
  measured->simulated = false;
  window.showScan(measured, {}, false);
  CHECK_FALSE(window.findChild<QWidget*>("simulatedBadge")->isVisible());
}

TEST_CASE("a broken settings file does not keep the window from opening") {
  testApplication();
  if (!haveDisplay()) {
    WARN("no display: the window is not tested");
    return;
  }
  QSettings().setValue("window/layout", QByteArray("rubbish"));
  QSettings().setValue("options/reconstruction", "{\"iterations\": \"many\"");
  MainWindow window;
  CHECK(window.windowTitle().contains("Tomocyte"));
  QSettings().clear();
}
