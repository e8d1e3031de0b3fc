// A scan as a technician does it: connect, choose positions, scan, lose the camera, plug it in again, resume.
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <thread>

#include "acquisition/scan_journal.h"
#include "acquisition/simulated_faults.h"
#include "core/files/scan_file.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/background_job.h"
#include "ui/main_window.h"
#include "ui/microscope/microscope_view.h"
#include "ui/microscope/positions_panel.h"
#include "ui/notice_bar.h"

using namespace tomocyte;

namespace {

constexpr int kScanPatienceMs = 120'000;

// A camera of 160 pixels: a scan of nine angles takes a second.
InstrumentConfig small_microscope() {
  InstrumentConfig config = simulated_instrument();
  config.camera->options_json = R"({"pixels": 160})";
  return config;
}

QPushButton* button(const QWidget& parent, const QString& text) {
  for (QPushButton* candidate : parent.findChildren<QPushButton*>())
    if (candidate->text().remove('&') == text) return candidate;
  return nullptr;
}

// The dialog that comes next: filled in and started.
void scanNext(const QString& id, const QString& folder) {
  QTimer::singleShot(200, [id, folder] {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    if (!dialog) return;
    dialog->findChild<QLineEdit*>("sample id")->setText(id);
    dialog->findChild<QLineEdit*>("folder")->setText(folder);
    dialog->findChild<QSpinBox*>("angles")->setValue(9);
    dialog->accept();
  });
}

}  // namespace

TEST_CASE("positions are added, removed, undone, and remembered for the next session") {
  testApplication();
  QSettings().remove("microscope");
  {
    PositionsPanel panel;
    auto* list = panel.findChild<QListWidget*>();
    panel.setStagePosition(StagePosition{1.0, 2.0, 3.0});
    button(panel, "Add this position")->click();
    panel.addPositions({{60.0, 0.0, 0.0}, {120.0, 0.0, 0.0}});
    REQUIRE(list->count() == 3);
    list->item(0)->setSelected(true);
    list->item(2)->setSelected(true);
    button(panel, "Remove")->click();
    REQUIRE(panel.positions().size() == 1);
    CHECK(panel.positions()[0].x_um == 60.0);
    QAction* undo = panel.actions().at(0);
    QAction* redo = panel.actions().at(1);
    undo->trigger();
    CHECK(panel.positions().size() == 3);
    undo->trigger();
    CHECK(panel.positions().size() == 1);
    redo->trigger();
    CHECK(list->count() == 3);
    button(panel, "Background here")->click();
    REQUIRE(panel.background());
    undo->trigger();
    CHECK_FALSE(panel.background());
    redo->trigger();
  }
  const PositionsPanel later;
  CHECK(later.positions().size() == 3);
  CHECK(later.positions()[2].x_um == 120.0);
  REQUIRE(later.background());
  CHECK(later.background()->y_um == 2.0);
  QSettings().remove("microscope");
}

TEST_CASE("a scan that loses its camera keeps its cells, says why, and is resumed from its notice") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  const QTemporaryDir folder;
  QSettings().clear();
  MainWindow window;
  window.show();
  auto* view = window.findChild<MicroscopeView*>();
  view->connectInstrument(small_microscope());
  REQUIRE(QTest::qWaitFor([&] { return view->instrument() && view->instrument()->camera(); }, kScanPatienceMs));
  auto* panel = view->findChild<PositionsPanel*>();
  panel->setStagePosition(StagePosition{-90.0, -90.0, 0.0});
  button(*panel, "Background here")->click();
  panel->addPositions({{0.0, 0.0, 0.0}, {60.0, 0.0, 0.0}});

  SimulatedFaults& faults = *view->instrument()->faults();
  scanNext("S-1", folder.path());
  // The cable is pulled after the background and a part of the first cell.
  const QString journal = folder.filePath("S-1.tomocyte.journal");
  constexpr std::uintmax_t kScanBytes = 9 * 160 * 160;  // one byte a pixel
  std::jthread pull([&faults, path = std::filesystem::path(journal.toStdString())](const std::stop_token& stop) {
    std::error_code absent;
    while (!stop.stop_requested() && !faults.camera_unplugged) {
      const std::uintmax_t size = std::filesystem::file_size(path, absent);
      if (!absent && size > 3 * kScanBytes / 2) faults.camera_unplugged = true;
      std::this_thread::yield();
    }
  });
  bool ended = false;
  QObject::connect(
      &window.job(), &BackgroundJob::ended, &window, [&] { ended = true; }, Qt::SingleShotConnection);
  Q_EMIT view->scanWanted();
  REQUIRE(QTest::qWaitFor([&] { return ended; }, kScanPatienceMs));
  pull.request_stop();
  CHECK_FALSE(view->instrument()->light()->is_on());
  CHECK(window.notices().texts().join(" ").contains("camera"));
  REQUIRE(QFile::exists(journal));
  CHECK(ScanJournal(journal.toStdString()).complete(0));
  REQUIRE(view->notices().shows("journal " + journal));

  faults.camera_unplugged = false;
  ended = false;
  QObject::connect(
      &window.job(), &BackgroundJob::ended, &window, [&] { ended = true; }, Qt::SingleShotConnection);
  button(view->notices(), "Resume")->click();
  REQUIRE(QTest::qWaitFor([&] { return ended; }, kScanPatienceMs));
  CHECK_FALSE(QFile::exists(journal));
  for (const char* cell : {"S-1-01", "S-1-02"}) {
    const QString file = folder.filePath(QString(cell) + ".tomocyte.h5");
    REQUIRE(QFile::exists(file));
    const Scan scan = read_scan(file.toStdString());
    CHECK(scan.sample_id == cell);
    CHECK(scan.simulated);
    CHECK(scan.holograms.value().holograms.shape(0) == 9);
  }
  REQUIRE(window.scan());
  CHECK(window.scan()->sample_id == "S-1-01");
  CHECK(window.notices().shows("worklist"));  // nobody is signed in
  QSettings().clear();
}
