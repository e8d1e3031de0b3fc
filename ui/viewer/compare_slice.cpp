#include "ui/viewer/compare_slice.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/painting.h"
#include "ui/slice_image.h"

namespace tomocyte {
namespace {

const char* nameOf(SlicePlane plane) { return plane == SlicePlane::xy ? "XY" : plane == SlicePlane::xz ? "XZ" : "YZ"; }

}  // namespace

CompareSlice::CompareSlice(SlicePlane plane, CompareCell cell, QWidget* parent)
    : QWidget(parent),
      cell_(std::move(cell)),
      geometry_(plane, cell_.scan->tomogram->ri.shape(), cell_.scan->tomogram->voxel_size_um),
      plane_(plane) {
  setToolTip(tr("Click or drag: move the crosshair in all cells. Wheel: zoom all."));
}

VoxelPoint CompareSlice::crosshairVoxel() const {
  std::array<double, 3> at = cell_.cell().centroid_um;
  for (std::size_t axis = 0; axis < 3; ++axis) at[axis] += frame_.crosshairUm[axis];
  return umToVoxel(*cell_.scan->tomogram, at);
}

void CompareSlice::setFrame(const CompareFrame& frame) {
  frame_ = frame;
  image_ = {};
  update();
  const VoxelSize& size = cell_.scan->tomogram->voxel_size_um;
  const double step = std::array{size.z, size.y, size.x}[geometry_.depthAxis()];
  const double depth = cell_.cell().centroid_um[geometry_.depthAxis()] + frame_.crosshairUm[geometry_.depthAxis()];
  const Index count = cell_.scan->tomogram->ri.shape(geometry_.depthAxis());
  const double voxel = depth / step + static_cast<double>(count / 2);
  if (voxel < -0.5 || voxel > static_cast<double>(count) - 0.5) return;  // the volume ends before: nothing to show
  const Array<float, 2> cut = slice(*cell_.scan->tomogram, plane_, crosshairVoxel());
  image_ = colourImage(cut.view(), ColourMap::named(frame.map), frame.low, frame.high);
}

double CompareSlice::pixelsPerUm() const { return std::min(width(), height()) / frame_.sizeUm; }

// The cell's centroid in the middle, one scale for all; beyond the volume it is black.
void CompareSlice::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), Qt::black);
  if (image_.isNull()) {
    painter.setPen(colour::kFaint);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("beyond the volume of this scan"));
    return;
  }
  const double scale = pixelsPerUm();
  const auto& centre = cell_.cell().centroid_um;
  const auto edge = [&](std::size_t axis, Index count, double size, double middle) {
    return middle + (-0.5 - static_cast<double>(count / 2)) * size * scale - centre[axis] * scale;
  };
  const double columns = static_cast<double>(geometry_.columns()) * geometry_.columnSizeUm() * scale;
  const double rows = static_cast<double>(geometry_.rows()) * geometry_.rowSizeUm() * scale;
  const QRectF target(edge(geometry_.columnAxis(), geometry_.columns(), geometry_.columnSizeUm(), 0.5 * width()),
                      edge(geometry_.rowAxis(), geometry_.rows(), geometry_.rowSizeUm(), 0.5 * height()), columns,
                      rows);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(target, image_);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor line = colour::kAccent;
  line.setAlpha(150);
  painter.setPen(QPen(line, 1.0));
  const double x = 0.5 * width() + frame_.crosshairUm[geometry_.columnAxis()] * scale;
  const double y = 0.5 * height() + frame_.crosshairUm[geometry_.rowAxis()] * scale;
  painter.drawLine(QPointF(x, 0), QPointF(x, height()));
  painter.drawLine(QPointF(0, y), QPointF(width(), y));
  drawScaleBar(painter, rect(), scale, QStringLiteral("µm"));
  drawCaption(painter, rect(), Qt::AlignLeft | Qt::AlignTop,
              QString("%1  %2 %3 µm")
                  .arg(QString::fromLatin1(nameOf(plane_)), QString(QChar("zyx"[geometry_.depthAxis()])))
                  .arg(frame_.crosshairUm[geometry_.depthAxis()], 0, 'f', 2));
}

void CompareSlice::point(const QPointF& at) {
  std::array<double, 3> crosshair = frame_.crosshairUm;
  crosshair[geometry_.columnAxis()] = (at.x() - 0.5 * width()) / pixelsPerUm();
  crosshair[geometry_.rowAxis()] = (at.y() - 0.5 * height()) / pixelsPerUm();
  Q_EMIT crosshairMoved(crosshair);
}

void CompareSlice::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) point(event->position());
}

void CompareSlice::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) point(event->position());
}

void CompareSlice::wheelEvent(QWheelEvent* event) {
  Q_EMIT zoomed(std::pow(1.2, event->angleDelta().y() / 120.0));
  event->accept();
}

}  // namespace tomocyte
