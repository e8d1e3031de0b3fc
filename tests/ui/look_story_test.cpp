// The 3D look: surfaces, clipping plane, transfer function and its presets.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolButton>

#include "body.h"
#include "core/error.h"
#include "shot_of.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/tomogram_view.h"
#include "ui/viewer/frame_pace.h"
#include "ui/viewer/look_panel.h"
#include "ui/viewer/look_presets.h"
#include "ui/viewer/opengl_probe.h"
#include "ui/viewer/transfer_editor.h"
#include "ui/viewer/volume_picture.h"
#include "ui/volume_view.h"

using namespace tomocyte;

namespace {

template <class W>
W* named(const QWidget& in, const QString& text) {
  for (W* widget : in.findChildren<W*>())
    if (widget->text() == text) return widget;
  return nullptr;
}

int differing(const QImage& a, const QImage& b) {
  int count = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) count += a.pixel(x, y) != b.pixel(x, y);
  return count;
}

}  // namespace

TEST_CASE("points of the curve are added, dragged, removed and taken back with the mouse") {
  testApplication();
  TransferEditor editor;
  editor.resize(300, 220);
  editor.setHistogram({1.33, 1.40, std::vector<double>(64, 10.0)}, 1.337);
  editor.setFunction({"", {{0.01, 0.0, {0, 0, 1}}, {0.05, 0.9, {1, 0, 0}}}}, false);
  int edits = 0;
  QObject::connect(&editor, &TransferEditor::edited, [&] { ++edits; });

  QTest::mouseClick(&editor, Qt::LeftButton, {}, editor.placeOf(0.03, 0.2).toPoint());
  REQUIRE(editor.function().points.size() == 3);
  CHECK(editor.function().points[1].opacity == Approx(0.2).margin(0.01));
  CHECK(editor.function().points[1].above_medium == Approx(0.03).margin(0.0005));

  QTest::mousePress(&editor, Qt::LeftButton, {}, editor.placeOf(0.03, 0.2).toPoint());
  const QPointF to = editor.placeOf(0.035, 0.6);
  QMouseEvent move(QEvent::MouseMove, to, editor.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&editor, &move);
  QTest::mouseRelease(&editor, Qt::LeftButton, {}, to.toPoint());
  CHECK(editor.function().points[1].opacity == Approx(0.6).margin(0.01));

  editor.undo();
  CHECK(editor.function().points[1].opacity == Approx(0.2).margin(0.01));
  QTest::mouseClick(&editor, Qt::RightButton, {}, editor.placeOf(0.03, 0.2).toPoint());
  CHECK(editor.function().points.size() == 2);
  QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
  CHECK(editor.function().points.size() == 3);
  CHECK(edits >= 5);
}

TEST_CASE("a look is kept under its name, and the program's own names are not given away") {
  testApplication();
  QSettings().remove("viewer/looks");
  const TransferFunction function{"cividis", {{0.0, 0.0, {0, 0, 0}}, {0.05, 0.5, {1, 1, 1}}}};
  saveLook("Neutrophils / 2", function);
  CHECK(savedLooks() == QStringList{"Neutrophils / 2"});
  CHECK(savedLook("Neutrophils / 2") == function);
  CHECK_THROWS_AS(saveLook("White cell", function), InputError);
  CHECK_THROWS_AS(saveLook("  ", function), InputError);
  CHECK_THROWS_AS(savedLook("nobody's"), InputError);
  removeLook("Neutrophils / 2");
  CHECK(savedLooks().isEmpty());
}

TEST_CASE("while the volume moves it is sampled as finely as the computer can") {
  FramePace pace;
  for (int frame = 0; frame < 20; ++frame) pace.drawn(2000.0);
  CHECK(pace.moving().pixels == 5.0);
  for (int frame = 0; frame < 20; ++frame) pace.drawn(1.0);
  CHECK(pace.moving().pixels == 1.0);
  CHECK(pace.moving().step_voxels == 1.0);
  const std::size_t level = pace.level();
  pace.drawn(70.0);  // in time, and the finer one would not be
  CHECK(pace.level() == level);
}

TEST_CASE("membrane, interior and a clipping plane change the picture, each in its own way") {
  testApplication();
  VolumeLook look;
  const auto draw = [&] {
    double height = 0.0;
    return renderVolume(scanOfBody(), look, 200, 160, height);
  };
  const auto redness = [](const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) count += qRed(image.pixel(x, y)) > 150 && qBlue(image.pixel(x, y)) < 60;
    return count;
  };
  const QImage volume = draw();
  look.volume = false;
  look.surfaces[0] = {true, 1.350, {0.6, 0.8, 0.9}, 1.0};
  look.surfaces[1] = {true, 1.370, {0.9, 0.2, 0.0}, 1.0};
  const QImage closed = draw();
  CHECK(differing(volume, closed) > 1000);
  CHECK(redness(closed) == 0);  // the interior is inside
  look.surfaces[0].opacity = 0.2;
  CHECK(differing(closed, draw()) > 1000);
  look.surfaces[0].opacity = 1.0;
  look.clip = {true, {0, 0, 1}, -0.6};  // towards the viewer away: the nearer half is cut off
  const QImage open = draw();
  CHECK(redness(open) > 300);
  look.clip.normal = {0, 0, -1};
  look.clip.offset_um = 0.6;
  CHECK(redness(draw()) < redness(open) / 3);  // the other half hides it
}

TEST_CASE("the side panel shows surfaces at the cells' own levels, cuts, and edits the curve") {
  testApplication();
  if (!haveDisplay()) {
    WARN("no display: the window is not tested");
    return;
  }
  TomogramView view;
  view.resize(1400, 900);
  view.show();
  REQUIRE(QTest::qWaitForWindowExposed(&view));
  view.setScan(scanOfBody());
  named<QToolButton>(view, "3D look")->click();
  auto* panel = view.findChild<LookPanel*>();
  REQUIRE(QTest::qWaitFor([&] { return panel->look().surfaces[0].ri > 1.3; }));
  CHECK(panel->look().surfaces[0].ri == Approx(1.350));
  CHECK(panel->look().surfaces[1].ri == Approx(1.370).margin(0.003));
  auto* canvas = view.findChild<VolumeView*>();
  named<QCheckBox>(*canvas, "Membrane")->click();
  named<QCheckBox>(*canvas, "Interior")->click();
  CHECK(panel->look().surfaces[1].shown);
  for (auto* combo : panel->findChildren<QComboBox*>())
    if (combo->itemText(1) == "Across x") {
      combo->setCurrentIndex(3);
      Q_EMIT combo->activated(3);
    }
  CHECK(canvas->look().clip.on);
  CHECK(canvas->look().clip.normal == std::array<double, 3>{0, 0, 1});
  named<QPushButton>(*panel, "Flip")->click();
  CHECK(canvas->look().clip.normal == std::array<double, 3>{0, 0, -1});
  CHECK(QTest::qWaitFor([&] { return canvas->surfacesReady(); }));
  saveShot(view, "look");
}

TEST_CASE("without OpenGL the 3D view says so, and the slices work") {
  testApplication();
  qputenv("TOMOCYTE_NO_OPENGL", "1");
  CHECK_FALSE(probeOpenGl().usable);
  {
    TomogramView view;
    view.setScan(scanOfBody());
    auto* instead = view.findChild<QLabel*>("no3d");
    REQUIRE(instead);
    CHECK(instead->text().contains("TOMOCYTE_NO_OPENGL"));
    CHECK(view.crosshair() == VoxelPoint{29, 32, 37});
    view.resize(1000, 700);
    saveShot(view, "no3d");
  }
  qunsetenv("TOMOCYTE_NO_OPENGL");
  if (haveDisplay()) CHECK(probeOpenGl().usable);
}
