// Crosshair, boxes and stepping of an orthoslice.
#include "ui/slice_view.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/painting.h"
#include "ui/slice_image.h"
#include "ui/viewer/slice_measurements.h"

namespace tomocyte {
namespace {

const char* planeName(SlicePlane plane) {
  switch (plane) {
    case SlicePlane::xy:
      return "XY";
    case SlicePlane::xz:
      return "XZ";
    case SlicePlane::yz:
      return "YZ";
  }
  return "";
}

constexpr const char* kAxisNames = "zyx";

}  // namespace

SliceView::SliceView(SlicePlane plane, QWidget* parent) : RasterView(planeName(plane), parent), plane_(plane) {
  setEmptyText(tr("no tomogram yet"));
  setReadout([this](QPointF point) { return readoutAt(point); });
  setToolTip(
      QCoreApplication::translate("slice_view",
                                  "Click or drag: move the crosshair. Wheel or PgUp/PgDn: step through the slices.\n"
                                  "Ctrl+wheel: zoom. Right drag: pan. Double click: whole picture."));
}

void SliceView::setScan(std::shared_ptr<const Scan> scan) {
  scan_ = std::move(scan);
  maxima_ = {};
  geometry_ = scan_ && scan_->tomogram
                  ? SliceGeometry(plane_, scan_->tomogram->ri.shape(), scan_->tomogram->voxel_size_um)
                  : SliceGeometry();
  cut();
}

void SliceView::setCrosshair(const VoxelPoint& voxel) {
  const bool newSlice = voxel[geometry_.depthAxis()] != crosshair_[geometry_.depthAxis()];
  crosshair_ = voxel;
  if (newSlice && !projects()) cut();
  updateTitle();
  update();
}

void SliceView::setProjection(bool maximum) {
  projection_ = maximum;
  cut();
}

void SliceView::setMaxima(Array<float, 2> maxima) {
  maxima_ = std::move(maxima);
  if (projection_) cut();
}

void SliceView::setSelectedCell(int label) {
  selected_ = label;
  update();
}

void SliceView::setMeasurements(SliceMeasurements* measurements) {
  measurements_ = measurements;
  connect(measurements, &SliceMeasurements::changed, this, qOverload<>(&QWidget::update));
  connect(measurements, &SliceMeasurements::toolChanged, this, [this] {
    if (measurements_->tool())
      setCursor(Qt::CrossCursor);
    else
      unsetCursor();
  });
}

PositionUm SliceView::positionUm(const QPointF& widgetPoint) const {
  const QPointF pixel = toPicture(widgetPoint);
  PositionUm at = voxelToUm(*scan_->tomogram, crosshair_);
  const auto along = [&](double value, Index count, double size) {
    return (std::clamp(value, 0.0, static_cast<double>(count)) - 0.5 - static_cast<double>(count / 2)) * size;
  };
  at[geometry_.columnAxis()] = along(pixel.x(), geometry_.columns(), geometry_.columnSizeUm());
  at[geometry_.rowAxis()] = along(pixel.y(), geometry_.rows(), geometry_.rowSizeUm());
  return at;
}

QPointF SliceView::widgetPoint(const PositionUm& position) const {
  const auto along = [&](double um, Index count, double size) {
    return um / size + static_cast<double>(count / 2) + 0.5;
  };
  return toWidget({along(position[geometry_.columnAxis()], geometry_.columns(), geometry_.columnSizeUm()),
                   along(position[geometry_.rowAxis()], geometry_.rows(), geometry_.rowSizeUm())});
}

bool SliceView::showsDepth(const PositionUm& position) const {
  const std::size_t axis = geometry_.depthAxis();
  const VoxelSize& size = scan_->tomogram->voxel_size_um;
  const double voxel = axis == 0 ? size.z : axis == 1 ? size.y : size.x;
  return std::abs(position[axis] - voxelToUm(*scan_->tomogram, crosshair_)[axis]) <= 0.5 * voxel;
}

bool SliceView::measures() const { return measurements_ && !projects() && !values().empty(); }

void SliceView::cut() {
  if (!scan_ || !scan_->tomogram) {
    setValues({}, 1.0, 1.0, QStringLiteral("µm"));
    setTitle(planeName(plane_));
    return;
  }
  const Tomogram& tomogram = *scan_->tomogram;
  setValues(projects() ? maxima_.clone() : slice(tomogram, plane_, crosshair_), geometry_.columnSizeUm(),
            geometry_.rowSizeUm(), QStringLiteral("µm"));
  updateTitle();
}

void SliceView::updateTitle() {
  if (!scan_ || !scan_->tomogram) return;
  if (projects()) {
    setTitle(tr("%1  maximum projection").arg(planeName(plane_)));
    return;
  }
  const std::size_t axis = geometry_.depthAxis();
  setTitle(QString("%1  %2 = %3 µm")
               .arg(planeName(plane_))
               .arg(QChar(kAxisNames[axis]))
               .arg(voxelToUm(*scan_->tomogram, crosshair_)[axis], 0, 'f', 2));
}

QString SliceView::readoutAt(const QPointF& point) const {
  const Tomogram& tomogram = *scan_->tomogram;
  const VoxelPoint voxel = geometry_.voxel(point, crosshair_);
  const auto um = voxelToUm(tomogram, voxel);
  const auto n = values()(static_cast<Index>(point.y()), static_cast<Index>(point.x()));
  if (projects()) return tr("maximum n = %1").arg(n, 0, 'f', 4);
  return QString("x %1  y %2  z %3 µm   n = %4")
      .arg(um[2], 0, 'f', 2)
      .arg(um[1], 0, 'f', 2)
      .arg(um[0], 0, 'f', 2)
      .arg(n, 0, 'f', 4);
}

void SliceView::paintOverlay(QPainter& painter) {
  for (const Cell& cell : scan_->cells) {
    const bool chosen = cell.label == selected_;
    const bool here = projects() || (cell.box.begin[geometry_.depthAxis()] <= crosshair_[geometry_.depthAxis()] &&
                                     crosshair_[geometry_.depthAxis()] < cell.box.end[geometry_.depthAxis()]);
    if (!here) continue;
    const QRectF box = geometry_.box(cell.box);
    const QRectF shown(toWidget(box.topLeft()), toWidget(box.bottomRight()));
    painter.setPen(QPen(chosen ? colour::kSelected : colour::kFaint, chosen ? 2.0 : 1.0));
    painter.drawRect(shown);
    painter.drawText(shown.bottomLeft() + QPointF(3.0, 15.0), tr("cell %1").arg(cell.label));
  }
  const QPointF at = toWidget(geometry_.pixel(crosshair_));
  QColor line = colour::kAccent;
  line.setAlpha(150);
  painter.setPen(QPen(line, 1.0));
  constexpr double kGap = 9.0;  // the crosshair leaves what it points at visible
  painter.drawLine(QPointF(0.0, at.y()), QPointF(at.x() - kGap, at.y()));
  painter.drawLine(QPointF(at.x() + kGap, at.y()), QPointF(width(), at.y()));
  painter.drawLine(QPointF(at.x(), 0.0), QPointF(at.x(), at.y() - kGap));
  painter.drawLine(QPointF(at.x(), at.y() + kGap), QPointF(at.x(), height()));
  if (measures()) measurements_->paint(painter, *this);
}

int SliceView::labelAt(const QPointF& widgetPoint) const {
  if (!scan_ || scan_->labels.empty()) return 0;
  const VoxelPoint voxel = geometry_.voxel(toPicture(widgetPoint), crosshair_);
  if (!projects()) return scan_->labels(voxel[0], voxel[1], voxel[2]);
  for (const Cell& cell : scan_->cells)
    if (geometry_.box(cell.box).contains(toPicture(widgetPoint))) return cell.label;
  return 0;
}

void SliceView::moveTo(const QPointF& widgetPoint) {
  if (values().empty()) return;
  Q_EMIT crosshairMoved(geometry_.voxel(toPicture(widgetPoint), crosshair_));
}

void SliceView::step(Index by) {
  if (values().empty() || projects()) return;
  VoxelPoint voxel = crosshair_;
  voxel[geometry_.depthAxis()] += by;
  Q_EMIT crosshairMoved(clampVoxel(scan_->tomogram->ri.shape(), voxel));
}

void SliceView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers() & Qt::ControlModifier) return RasterView::wheelEvent(event);
  step(event->angleDelta().y() > 0 ? 1 : -1);
  event->accept();
}

void SliceView::mousePressEvent(QMouseEvent* event) {
  RasterView::mousePressEvent(event);
  if (event->button() != Qt::LeftButton || !pictureArea().contains(event->position())) return;
  if (measures() && measurements_->press(*this, event->position())) return;
  const int label = labelAt(event->position());
  moveTo(event->position());
  if (label > 0) Q_EMIT cellClicked(label);
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
  const bool held = event->buttons() & Qt::LeftButton;
  const bool taken = measures() && measurements_->move(*this, event->position(), held);
  if (!held) {
    if (measures() && !measurements_->tool())
      setCursor(measurements_->grips(*this, event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    return RasterView::mouseMoveEvent(event);
  }
  if (!taken) moveTo(event->position());
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && measures()) measurements_->release(*this, event->position());
  RasterView::mouseReleaseEvent(event);
}

// Two quick clicks with a tool are two points, not a wish to see the whole picture.
void SliceView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (measures() && measurements_->tool()) return mousePressEvent(event);
  RasterView::mouseDoubleClickEvent(event);
}

// The window's own Esc and Ctrl+Z wait while a measurement wants them.
bool SliceView::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && measures() &&
      measurements_->key(*static_cast<QKeyEvent*>(event), false)) {
    event->accept();
    return true;
  }
  return RasterView::event(event);
}

void SliceView::keyPressEvent(QKeyEvent* event) {
  if (measures() && measurements_->key(*event, true)) return;
  switch (event->key()) {
    case Qt::Key_PageUp:
      return step(1);
    case Qt::Key_PageDown:
      return step(-1);
    default:
      RasterView::keyPressEvent(event);
  }
}

}  // namespace tomocyte
