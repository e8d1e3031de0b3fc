// From a thumbnail back to the stage.
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSettings>
#include <QTest>
#include <QTimer>

#include "core/files/scan_file.h"
#include "desk_fixture.h"
#include "test_application.h"
#include "ui/main_window.h"
#include "ui/microscope/microscope_view.h"
#include "ui/notice_bar.h"
#include "ui/samples/review_view.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

Scan scan_at(double x_um, double y_um, double z_um) {
  Scan scan = classified_scan("S-1", 2);
  scan.provenance[0].options_json = "{\"position\": {\"stage_um\": [" + std::to_string(x_um) + ", " +
                                    std::to_string(y_um) + ", " + std::to_string(z_um) + "]}}";
  return scan;
}

}  // namespace

TEST_CASE("a cell's menu says why the stage cannot go there", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  write_scan(desk.catalog.file("a.tomocyte.h5"), scan_at(1.0, 2.0, 3.0));
  desk.signIn("lee");
  desk.view.takeAcquired({desk.catalog.file("a.tomocyte.h5")}, "TUBE-7");
  waitFor([&] { return find_sample(desk.other(), "TUBE-7").has_value() && !desk.job.busy(); });
  CHECK_FALSE(find_sample(desk.other(), "S-1").has_value());  // of the tube that was named, whatever the file says
  waitFor([&] { return desk.view.review().model().rowCount() == 2; });
  desk.view.review().list().setCurrentIndex(desk.view.review().model().index(1));
  QString why = "the stage is asleep";
  desk.view.setDriveChecks({[&] { return why; }, [] { return QString("no camera"); }});
  const auto menu = [&] { return std::unique_ptr<QMenu>(desk.view.makeCellMenu()); };
  REQUIRE(menu()->actions().size() >= 2);
  CHECK_FALSE(menu()->actions()[0]->isEnabled());
  CHECK(menu()->actions()[0]->toolTip() == "the stage is asleep");
  CHECK(menu()->actions()[1]->toolTip() == "no camera");
  why.clear();
  std::filesystem::path wanted;
  QString sample;
  QObject::connect(&desk.view, &SamplesView::driveWanted, &desk.view,
                   [&](const std::filesystem::path& file, const QString& id, bool) {
                     wanted = file;
                     sample = id;
                   });
  const auto shown = menu();
  REQUIRE(shown->actions()[0]->isEnabled());
  shown->actions()[0]->trigger();
  waitFor([&] { return !wanted.empty(); });
  CHECK(wanted == desk.catalog.file("a.tomocyte.h5"));
  CHECK(sample == "TUBE-7");
}

TEST_CASE("the stage goes where a scan was taken, dark, and only with the scan's own kind of instrument") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  const Folder folder;
  qputenv("TOMOCYTE_CATALOG", QByteArray::fromStdString((folder / "lab.sqlite").string()));
  QSettings().clear();
  MainWindow window;
  window.show();
  auto* microscope = window.findChild<MicroscopeView*>();
  SamplesView& samples = window.samples();
  write_scan(folder / "here.tomocyte.h5", scan_at(40.0, -25.0, 2.0));
  const auto drive = [&](const char* file, bool again) {
    Q_EMIT samples.driveWanted(folder / file, "S-1", again);
    waitFor([&] { return !window.job().busy(); });
  };
  const auto refusal = [&] { return samples.notices().texts().join(' '); };
  drive("here.tomocyte.h5", false);
  CHECK(refusal().contains("Connect an instrument with a stage first"));

  InstrumentConfig config = simulated_instrument();
  config.camera->options_json = R"({"pixels": 160})";
  microscope->connectInstrument(config);
  waitFor([&] { return microscope->instrument() && microscope->instrument()->stage(); });
  const auto& stage = *microscope->instrument()->stage();
  const StagePosition before = stage.position();
  Scan measured = scan_at(60.0, 0.0, 0.0);
  measured.simulated = false;
  write_scan(folder / "measured.tomocyte.h5", measured);
  drive("measured.tomocyte.h5", false);
  CHECK(refusal().contains("the connected instrument is simulated"));
  write_scan(folder / "nowhere.tomocyte.h5", classified_scan("S-1", 2));
  drive("nowhere.tomocyte.h5", false);
  CHECK(refusal().contains("does not hold the stage's position"));
  CHECK(stage.position() == before);

  microscope->instrument()->light()->set_on(true);
  drive("here.tomocyte.h5", false);
  waitFor([&] { return stage.position() == StagePosition{40.0, -25.0, 2.0}; });
  CHECK_FALSE(microscope->instrument()->light()->is_on());
  CHECK(refusal().isEmpty());

  // Again: the scan's dialog comes with an id of its own.
  QString id;
  QTimer::singleShot(500, &window, [&] {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    if (!dialog) return;
    id = dialog->findChild<QLineEdit*>("sample id")->text();
    dialog->reject();
  });
  drive("here.tomocyte.h5", true);
  waitFor([&] { return !id.isEmpty(); });
  CHECK(id.startsWith("S-1-again"));
  qunsetenv("TOMOCYTE_CATALOG");
  QSettings().clear();
}
