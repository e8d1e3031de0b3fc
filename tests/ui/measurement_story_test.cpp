// Measuring in the slices with mouse and keyboard, as a technician does.
#include <QTableWidget>
#include <QTest>
#include <cmath>

#include "body.h"
#include "shot_of.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/slice_view.h"
#include "ui/tomogram_view.h"
#include "ui/viewer/profile_plot.h"
#include "ui/viewer/slice_measurements.h"

using namespace tomocyte;

namespace {

SliceView* sliceOf(const TomogramView& view, SlicePlane plane) {
  for (SliceView* slice : view.findChildren<SliceView*>())
    if (slice->plane() == plane) return slice;
  return nullptr;
}

void clickAt(SliceView* slice, const PositionUm& at) {
  QTest::mouseClick(slice, Qt::LeftButton, {}, slice->widgetPoint(at).toPoint());
}

void drag(SliceView* slice, const PositionUm& from, const PositionUm& to) {
  QTest::mousePress(slice, Qt::LeftButton, {}, slice->widgetPoint(from).toPoint());
  const QPoint end = slice->widgetPoint(to).toPoint();
  QMouseEvent move(QEvent::MouseMove, QPointF(end), slice->mapToGlobal(QPointF(end)), Qt::NoButton, Qt::LeftButton, {});
  QCoreApplication::sendEvent(slice, &move);
  QTest::mouseRelease(slice, Qt::LeftButton, {}, end);
}

}  // namespace

TEST_CASE("distance, angle and profile are drawn with keys and mouse, dragged, deleted and taken back") {
  testApplication();
  if (!haveDisplay()) {
    WARN("no display: the window is not tested");
    return;
  }
  TomogramView view;
  view.resize(1400, 900);
  view.show();
  view.activateWindow();  // without a window manager nobody else does
  REQUIRE(QTest::qWaitForWindowActive(&view));
  const auto scan = scanOfBody();
  view.setScan(scan);
  SliceMeasurements& measurements = view.measurements();
  SliceView* xy = sliceOf(view, SlicePlane::xy);
  const double z = voxelToUm(*scan->tomogram, view.crosshair())[0];

  QTest::keyClick(&view, Qt::Key_D);
  REQUIRE(measurements.tool() == MeasurementKind::distance);
  QCoreApplication::processEvents();  // the panel takes its room
  const PositionUm left = {z, -1.0, -3.0};
  const PositionUm right = {z, 2.0, 1.0};
  clickAt(xy, left);
  clickAt(xy, right);
  REQUIRE(measurements.list().items().size() == 1);
  // A click meets a pixel of the screen, here about 0.03 µm.
  CHECK(value_of(measurements.list().items()[0]) == Approx(5.0).margin(0.08));

  QTest::keyClick(xy, Qt::Key_A);
  clickAt(xy, {z, -4.0, 0.0});
  clickAt(xy, {z, -4.0, -4.0});
  clickAt(xy, {z, 0.0, -4.0});
  REQUIRE(measurements.list().items().size() == 2);
  CHECK(value_of(measurements.list().items()[1]) == Approx(90.0).margin(1.5));

  // Across the nucleus-like body (radius 1.8 µm around x 1): its index stands in the middle of the profile.
  QTest::keyClick(xy, Qt::Key_P);
  clickAt(xy, {z, 0.5, -5.0});
  clickAt(xy, {z, 0.5, 6.0});
  const ProfilePlot* plot = view.findChild<ProfilePlot*>();
  REQUIRE(plot->profile().ri.size() > 50);
  CHECK(plot->profile().ri[plot->profile().ri.size() / 2] == Approx(1.375).margin(0.002));
  CHECK(plot->profile().ri.front() == Approx(1.337).margin(1e-5));
  saveShot(view, "measurements");

  QTest::keyClick(xy, Qt::Key_Escape);
  CHECK_FALSE(measurements.tool());
  drag(xy, right, {z, 2.0, 5.0});
  CHECK(value_of(*measurements.list().find(1)) == Approx(std::hypot(8.0, 3.0)).margin(0.1));
  QTest::keyClick(xy, Qt::Key_Z, Qt::ControlModifier);
  CHECK(value_of(*measurements.list().find(1)) == Approx(5.0).margin(0.08));
  CHECK(measurements.selected() == 1);
  QTest::keyClick(xy, Qt::Key_Delete);
  CHECK(measurements.list().items().size() == 2);
  CHECK(view.findChild<QTableWidget*>("measurements")->rowCount() == 2);

  // The same tomogram with more known of it keeps them; another tomogram does not.
  view.setScan(scanOfBody());
  CHECK(measurements.list().items().size() == 2);
  view.setScan(scanOfBody(1.37f));
  CHECK(measurements.list().items().empty());
}

TEST_CASE("without a tool a click moves the crosshair, and a line may begin in one slice and end in another") {
  testApplication();
  if (!haveDisplay()) {
    WARN("no display: the window is not tested");
    return;
  }
  TomogramView view;
  view.resize(1200, 800);
  view.show();
  view.activateWindow();  // without a window manager nobody else does
  REQUIRE(QTest::qWaitForWindowActive(&view));
  view.setScan(scanOfBody());
  SliceView* xy = sliceOf(view, SlicePlane::xy);
  SliceView* xz = sliceOf(view, SlicePlane::xz);
  clickAt(xy, {-0.6, 1.0, 2.0});
  CHECK(view.crosshair() == VoxelPoint{29, 37, 42});
  CHECK(view.measurements().list().items().empty());
  QTest::keyClick(&view, Qt::Key_D);
  QCoreApplication::processEvents();
  clickAt(xy, {-0.6, 1.0, 0.0});
  clickAt(xz, {3.4, 1.0, 3.0});
  REQUIRE(view.measurements().list().items().size() == 1);
  CHECK(value_of(view.measurements().list().items()[0]) == Approx(5.0).margin(0.1));
  QTest::keyClick(xy, Qt::Key_Z, Qt::ControlModifier);
  CHECK(view.measurements().list().items().empty());
}
