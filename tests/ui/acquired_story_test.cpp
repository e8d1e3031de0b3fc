// From the instrument into the worklist and back: a saved "Run all", a scan of a tube, and one of its cells scanned
// again from its thumbnail.
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimer>
#include <algorithm>
#include <source_location>

#include "acquisition/simulate.h"
#include "acquisition/simulated_faults.h"
#include "app/workflow/recorded_place.h"
#include "core/catalog/cells.h"
#include "core/catalog/comments.h"
#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/files/scan_file.h"
#include "core/repeated_scan.h"
#include "day.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/background_job.h"
#include "ui/microscope/microscope_view.h"
#include "ui/microscope/positions_panel.h"
#include "ui/microscope/scan_dialog.h"
#include "ui/notice_bar.h"
#include "ui/viewer/compare_view.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr int kLongPatienceMs = 20'000;

// A red cell of a camera of 192 pixels under nine angles on 64 voxels: a second.
void rememberSmallOptions() {
  SimulationOptions simulation;
  simulation.sample = "rbc";
  simulation.camera_pixels = 192;
  simulation.angles = 9;
  ReconstructionOptions reconstruction;
  reconstruction.voxels_lateral = reconstruction.voxels_axial = 64;
  QSettings().setValue("options/simulation", QString::fromStdString(options_to_json(simulation)));
  QSettings().setValue("options/reconstruction", QString::fromStdString(options_to_json(reconstruction)));
}

void waitFor(const std::function<bool()>& condition,
             const std::source_location& where = std::source_location::current()) {
  INFO("line " << where.line());
  REQUIRE(QTest::qWaitFor(condition, kLongPatienceMs));
}

void pressIn(QWidget& in, const QString& text) {
  for (auto* button : in.findChildren<QPushButton*>())
    if (button->text().remove('&') == text && button->isVisible()) return button->click();
  FAIL("there is no " << text.toStdString());
}

// Does something with each dialog that opens while it lives.
class Dialogs : public QObject {
 public:
  explicit Dialogs(std::function<void(QDialog&)> does) : does_(std::move(does)) {
    connect(&timer_, &QTimer::timeout, this, [this] {
      auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
      if (!dialog || dialog == last_) return;
      last_ = dialog;
      // Not in here: while a dialog asks another one, this timer would stand still.
      QTimer::singleShot(0, dialog, [this, dialog] { does_(*dialog); });
    });
    timer_.start(20);
  }

 private:
  std::function<void(QDialog&)> does_;
  QDialog* last_ = nullptr;
  QTimer timer_;
};

// Ctrl+S, the file's name, and yes where it is there already.
void saveAs(Day& day, const std::filesystem::path& file) {
  const QString name = QString::fromStdString(file.string());
  const Dialogs answers([&name](QDialog& dialog) {
    if (auto* question = qobject_cast<QMessageBox*>(&dialog)) return question->button(QMessageBox::Yes)->click();
    dialog.findChild<QLineEdit*>("fileNameEdit")->setText(name);
    dialog.accept();
  });
  day.window.activateWindow();  // as in Day: nobody else gives it back what a dialog has taken
  REQUIRE(QTest::qWaitForWindowActive(&day.window, kPatienceMs));
  bool saved = false;
  QObject::connect(
      &day.window.job(), &BackgroundJob::succeeded, &day.window, [&] { saved = true; }, Qt::SingleShotConnection);
  QTest::keyClick(&day.window, Qt::Key_S, Qt::ControlModifier);
  waitFor([&] { return saved; });
}

// The catalog has all that was acquired, and the window is at rest.
Sample sampleWithScans(Day& day, const char* id, int scans) {
  waitFor([&] {
    const auto sample = find_sample(day.other(), id);
    return sample && sample->counts.scans == scans && !day.window.job().busy();
  });
  return *find_sample(day.other(), id);
}

// A tube's scan in the tab Microscope: two places, a red cell at each.
void scanTube(Day& day, MicroscopeView& microscope, const QString& id) {
  day.window.findChild<QTabWidget*>()->setCurrentWidget(&microscope);
  InstrumentConfig config = simulated_instrument();
  config.camera->options_json = R"({"pixels": 192})";
  microscope.connectInstrument(config);
  waitFor([&] { return microscope.instrument() && microscope.instrument()->camera(); });
  microscope.positions().setStagePosition(StagePosition{-90.0, -90.0, 0.0});
  pressIn(microscope.positions(), "Background here");
  microscope.positions().addPositions({{60.0, 0.0, 0.0}, {0.0, 60.0, 0.0}});
  const Dialogs answers([&](QDialog& dialog) {
    dialog.findChild<QLineEdit*>("sample id")->setText(id);
    dialog.findChild<QLineEdit*>("folder")->setText(QString::fromStdString((day.folder / "").string()));
    dialog.findChild<QSpinBox*>("angles")->setValue(9);
    dialog.accept();
  });
  Q_EMIT microscope.scanWanted();
}

struct Asked {
  QString title;
  QString name;
};

// "Scan this cell again…" of the chosen cell's menu, as the dialog suggests it but for the angles.
Asked scanChosenAgain(Day& day) {
  Asked asked;
  const Dialogs answers([&](QDialog& dialog) {
    asked = {dialog.windowTitle(), dialog.findChild<QLineEdit*>("sample id")->text()};
    dialog.findChild<QSpinBox*>("angles")->setValue(9);
    keepScreenshot(dialog, "scan-again");
    dialog.accept();
  });
  const std::unique_ptr<QMenu> menu(day.view().makeCellMenu());
  const auto actions = menu->actions();
  const auto again = std::ranges::find(actions, QStringLiteral("Scan this cell again…"), &QAction::text);
  REQUIRE(again != actions.end());
  REQUIRE((*again)->isEnabled());
  (*again)->trigger();
  waitFor([&] { return !asked.title.isEmpty(); });
  return asked;
}

CatalogCell cellOf(Day& day, const std::filesystem::path& file) {
  const Catalog catalog = day.other();
  for (const Sample& sample : list_samples(catalog))
    for (const CatalogScan& scan : list_scans(catalog, sample.id))
      if (scan.path == file) return list_cells(catalog, {.scan = scan.id}).at(0);
  FAIL(file << " is not in the catalog");
  return {};
}

}  // namespace

TEST_CASE("a Run all is in the worklist when it is saved, once, however often it is saved and imported") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  QSettings().clear();
  rememberSmallOptions();
  Day day;
  day.createAccounts();
  QTest::keyClick(&day.window, Qt::Key_F9);
  waitFor([&] { return !day.window.job().busy() && day.window.scan(); });
  const std::string id = day.window.scan()->sample_id;
  const std::size_t cells = day.window.scan()->cells.size();
  REQUIRE(cells > 0);
  // Measured once more, it is still the scan that was just run.
  QTest::keyClick(&day.window, Qt::Key_F6);
  waitFor([&] { return !day.window.job().busy(); });
  CHECK(list_samples(day.other()).empty());  // nothing is imported that was not saved
  const auto file = day.folder / "run.tomocyte.h5";
  saveAs(day, file);
  const Sample sample = sampleWithScans(day, id.c_str(), 1);
  CHECK(sample.simulated);
  CHECK(sample.counts.cells == static_cast<int>(cells));
  waitFor([&] { return day.view().review().model().cells().size() == cells; });
  CHECK_FALSE(cell_thumbnail(day.other(), day.view().review().model().cells()[0].id).empty());

  saveAs(day, file);
  saveAs(day, day.folder / "copy.tomocyte.h5");
  for (const char* name : {"run.tomocyte.h5", "copy.tomocyte.h5"}) {
    waitFor([&] { return !day.window.job().busy(); });
    day.view().importFiles({day.folder / name});
    waitFor([&] { return !day.window.job().busy(); });
  }
  CHECK(day.view().notices().texts().isEmpty());
  REQUIRE(list_samples(day.other()).size() == 1);
  const auto scans = list_scans(day.other(), sample.id);
  REQUIRE(scans.size() == 1);
  CHECK(scans[0].path == file);
  CHECK(check_scan_file(scans[0], true).state == ScanFileState::kFound);
  CHECK(find_sample(day.other(), id)->counts == sample.counts);
}

TEST_CASE(
    "a tube's scan is in the worklist, and a cell of it is scanned again for the same tube, also when it is resumed") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  QSettings().clear();
  rememberSmallOptions();
  Day day;
  day.createAccounts();
  auto* microscope = day.window.findChild<MicroscopeView*>();
  auto* tabs = day.window.findChild<QTabWidget*>();
  scanTube(day, *microscope, "TUBE-7");
  Sample tube = sampleWithScans(day, "TUBE-7", 2);
  CHECK(tube.simulated);
  CHECK(tube.counts.cells == 2);
  CHECK(list_samples(day.other()).size() == 1);  // though the files have numbers behind the id

  // The reviewer doubts a cell after having called it.
  tabs->setCurrentWidget(&day.view());
  const auto firstFile = day.folder / "TUBE-7-01.tomocyte.h5";
  const CatalogCell first = cellOf(day, firstFile);
  waitFor([&] { return day.view().review().selectCell(first.id); });
  day.press(Qt::Key_N);
  waitFor([&] { return get_cell(day.other(), first.id).reviewed; });
  const CatalogCell reviewed = get_cell(day.other(), first.id);
  REQUIRE(day.view().review().selectCell(first.id));
  const Asked asked = scanChosenAgain(day);
  CHECK(asked.title == "Scan a cell of sample TUBE-7 again");
  CHECK(asked.name == "TUBE-7-again");
  tube = sampleWithScans(day, "TUBE-7", 3);
  CHECK(list_samples(day.other()).size() == 1);
  const auto againFile = day.folder / "TUBE-7-again.tomocyte.h5";
  const Scan scan = read_scan(againFile);
  CHECK(scan.sample_id == "TUBE-7");
  CHECK(scan.simulated);
  CHECK(recorded_place(scan)->position == StagePosition{60.0, 0.0, 0.0});
  CHECK(repeated_scan(scan) == firstFile);

  CHECK(tube.counts.reviewed == 1);
  // The first one is as it was; the new one is chosen, not reviewed, and said to be the new one.
  const CatalogCell again = cellOf(day, againFile);
  const CatalogCell kept = get_cell(day.other(), first.id);
  CHECK(kept.call == CellCall{"neutrophil", {}});
  CHECK(kept.reviewed);
  CHECK(kept.version == reviewed.version);
  CHECK(check_scan_file(list_scans(day.other(), tube.id).at(0), true).state == ScanFileState::kFound);
  CHECK_FALSE(again.reviewed);
  tabs->setCurrentWidget(&day.view());
  waitFor([&] { return day.view().review().selected() == std::vector<RecordId>{again.id}; });
  REQUIRE(day.view().notices().shows("again"));
  const QString told = day.view().notices().texts().join(' ');
  CHECK(told.contains(QString("Cell %1 was scanned again: the new scan is cell %2").arg(first.id).arg(again.id)));
  CHECK(told.contains("Both count"));
  const auto comments = comments_of(day.other(), tube.id);
  REQUIRE(comments.size() == 1);
  CHECK(contains(comments[0].text, "Scanned again: cell " + std::to_string(first.id)));
  keepScreenshot(day.window, "scanned-again");
  pressIn(day.view().notices(), "Compare them");
  waitFor([&] { return day.window.comparison().columns().size() == 2 && !day.window.comparison().loading(); });

  // The disk fills up; the resumed scan is for the same tube, too.
  tabs->setCurrentWidget(&day.view());
  REQUIRE(day.view().review().selectCell(first.id));
  microscope->instrument()->faults()->disk_full = true;
  CHECK(scanChosenAgain(day).name == "TUBE-7-again-2");
  const QString journal = QString::fromStdString((day.folder / "TUBE-7-again-2.tomocyte.journal").string());
  waitFor([&] { return microscope->notices().shows("journal " + journal) && !day.window.job().busy(); });
  CHECK(find_sample(day.other(), "TUBE-7")->counts.scans == 3);
  microscope->instrument()->faults()->disk_full = false;
  tabs->setCurrentWidget(microscope);
  pressIn(microscope->notices(), "Resume");
  tube = sampleWithScans(day, "TUBE-7", 4);
  CHECK(list_samples(day.other()).size() == 1);
  CHECK(read_scan(day.folder / "TUBE-7-again-2.tomocyte.h5").sample_id == "TUBE-7");
}
