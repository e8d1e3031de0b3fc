// Cells side by side: read in the background, one scale, one range of colours, one crosshair, one camera.
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

#include "body.h"
#include "core/files/scan_file.h"
#include "shot_of.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/viewer/compare_column.h"
#include "ui/viewer/compare_view.h"
#include "ui/volume_view.h"

using namespace tomocyte;

namespace {

std::filesystem::path written(const QTemporaryDir& folder, const char* name, float cytoplasm) {
  const auto scan = scanOfBody(cytoplasm);
  scan->sample_id = name;
  scan->cells[0].classification = Classification{{{"monocyte", 0.91}, {"myelocyte", 0.09}}, "m", "sha256:1", ""};
  const std::filesystem::path path = (folder.path() + "/" + name + ".h5").toStdString();
  write_scan(path, *scan);
  return path;
}

}  // namespace

TEST_CASE("cells of several files stand side by side in one scale and one range, with their indices and SIMULATED") {
  testApplication();
  const QTemporaryDir folder;
  const auto first = written(folder, "A-1", 1.360f);
  const auto second = written(folder, "B-2", 1.385f);
  CompareView view;
  view.resize(1300, 850);
  view.show();
  view.setCells({{first, 1}, {second, 1}, {first, 2}});
  REQUIRE(QTest::qWaitFor([&] { return !view.loading(); }, kPatienceMs));
  REQUIRE(view.columns().size() == 3);
  CHECK(view.frame().low == Approx(1.337));
  CHECK(view.frame().high >= 1.395);                 // the brighter of the two scans
  CHECK(view.frame().sizeUm == Approx(1.25 * 8.2));  // the larger cell's box
  const QString heading = view.columns()[0]->heading();
  for (const char* text :
       {"A-1, cell 1", "SIMULATED", "monocyte", "268.1 fL", "201.1 µm²", "37.50 pg", "14.00 g/dL", "1.3660"})
    CHECK(heading.contains(QString::fromUtf8(text)));

  QCoreApplication::processEvents();  // the columns take their places
  // A click beside the middle of one moves the crosshair of all.
  auto* slice = view.columns()[1]->findChild<CompareSlice*>();
  const double pixelsPerUm = std::min(slice->width(), slice->height()) / view.frame().sizeUm;
  QTest::mouseClick(slice, Qt::LeftButton, {},
                    QPoint(slice->width() / 2 + static_cast<int>(2.0 * pixelsPerUm), slice->height() / 2));
  CHECK(view.frame().crosshairUm[2] == Approx(2.0).margin(0.1));
  CHECK(view.frame().crosshairUm[1] == Approx(0.0).margin(0.1));
  saveShot(view, "compare");
}

TEST_CASE("a file that cannot be compared is named, and the others are shown") {
  testApplication();
  const QTemporaryDir folder;
  const auto good = written(folder, "A-1", 1.360f);
  const auto unmeasured = scanOfBody();
  unmeasured->cells.clear();
  unmeasured->labels = {};
  const std::filesystem::path bad = (folder.path() + "/raw.h5").toStdString();
  write_scan(bad, *unmeasured);
  CompareView view;
  view.addCells({{good, 0}, {bad, 0}});
  REQUIRE(QTest::qWaitFor([&] { return !view.loading(); }, kPatienceMs));
  CHECK(view.columns().size() == 1);  // the debris of the first is left out
  const QString notice = view.findChild<QLabel*>("notice")->text();
  CHECK(notice.contains("raw.h5"));
  CHECK(notice.contains("no measured cells"));
  view.clear();
  CHECK(view.columns().empty());
  const auto open = scanOfBody();
  for (int i = 0; i < 8; ++i) view.addCell({open, 1});
  CHECK(view.columns().size() == CompareView::kMostCells);
}

TEST_CASE("in 3D all cells are looked at from the same side") {
  testApplication();
  if (!haveDisplay()) {
    WARN("no display: the window is not tested");
    return;
  }
  CompareView view;
  view.resize(1000, 500);
  view.show();
  REQUIRE(QTest::qWaitForWindowExposed(&view));
  view.addCell({scanOfBody(1.36f), 1});
  view.addCell({scanOfBody(1.38f), 1});
  view.setShown3D(true);
  CameraPose pose = view.columns()[0]->pose();
  pose.towards = {-1, 0, 0};
  pose.height_um = 12.5;
  view.columns()[0]->setPose(pose);
  Q_EMIT view.columns()[0]->posed();
  CHECK(view.columns()[1]->pose().towards[0] == Approx(-1.0));
  CHECK(view.columns()[1]->pose().height_um == Approx(12.5));
  QCoreApplication::processEvents();
  saveShot(view, "compare3d");
}
