// Painting and mouse of the 2D views.
#include "ui/raster_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/painting.h"
#include "ui/slice_image.h"

namespace tomocyte {
namespace {
constexpr double kBarWidth = 76.0;
}

RasterView::RasterView(QString title, QWidget* parent) : QWidget(parent), title_(std::move(title)) {
  setMouseTracking(true);
  setFocusPolicy(Qt::ClickFocus);
}

void RasterView::setValues(Array<float, 2> values, double columnSize, double rowSize, const QString& lengthUnit) {
  values_ = std::move(values);
  columnSize_ = columnSize;
  rowSize_ = rowSize;
  lengthUnit_ = lengthUnit;
  image_ = values_.empty() ? QImage() : colourImage(values_.view(), ColourMap::named(map_), low_, high_);
  update();
}

void RasterView::setColours(const std::string& map, double low, double high) {
  map_ = map;
  low_ = low;
  high_ = high;
  if (!values_.empty()) image_ = colourImage(values_.view(), ColourMap::named(map_), low_, high_);
  update();
}

void RasterView::setQuantity(const QString& quantity) {
  quantity_ = quantity;
  update();
}

void RasterView::setTitle(const QString& title) {
  title_ = title;
  update();
}

void RasterView::setNote(const QString& note, bool warning) {
  note_ = note;
  noteWarns_ = warning;
  update();
}

void RasterView::setEmptyText(const QString& text) {
  emptyText_ = text;
  update();
}

void RasterView::setReadout(std::function<QString(QPointF)> readout) { readout_ = std::move(readout); }

void RasterView::resetZoom() {
  zoom_ = 1.0;
  pan_ = {};
  update();
}

QRectF RasterView::pictureArea() const {
  const double bar = quantity_.isEmpty() ? 0.0 : kBarWidth;
  return QRectF(rect()).adjusted(0.0, 0.0, -bar, 0.0);
}

// Widget pixels per unit of length that fit the whole picture into the area.
double RasterView::baseScale() const {
  const double width = static_cast<double>(std::max<Index>(values_.shape(1), 1)) * columnSize_;
  const double height = static_cast<double>(std::max<Index>(values_.shape(0), 1)) * rowSize_;
  return std::min(pictureArea().width() / width, pictureArea().height() / height);
}

QPointF RasterView::toWidget(const QPointF& point) const {
  const double scale = baseScale() * zoom_;
  const QPointF middle(0.5 * static_cast<double>(values_.shape(1)), 0.5 * static_cast<double>(values_.shape(0)));
  return pictureArea().center() + pan_ +
         QPointF((point.x() - middle.x()) * columnSize_ * scale, (point.y() - middle.y()) * rowSize_ * scale);
}

QPointF RasterView::toPicture(const QPointF& point) const {
  const double scale = baseScale() * zoom_;
  const QPointF middle(0.5 * static_cast<double>(values_.shape(1)), 0.5 * static_cast<double>(values_.shape(0)));
  const QPointF from = point - pictureArea().center() - pan_;
  return middle + QPointF(from.x() / (columnSize_ * scale), from.y() / (rowSize_ * scale));
}

void RasterView::zoomAt(const QPointF& widgetPoint, double factor) {
  const QPointF held = toPicture(widgetPoint);
  zoom_ = std::clamp(zoom_ * factor, 1.0, 40.0);
  pan_ = zoom_ == 1.0 ? QPointF() : pan_ + widgetPoint - toWidget(held);
  update();
}

QString RasterView::readout() const {
  if (values_.empty() || cursor_.x() < 0.0 || !pictureArea().contains(cursor_)) return {};
  const QPointF at = toPicture(cursor_);
  const auto column = static_cast<Index>(std::floor(at.x()));
  const auto row = static_cast<Index>(std::floor(at.y()));
  if (row < 0 || column < 0 || row >= values_.shape(0) || column >= values_.shape(1)) return {};
  if (readout_) return readout_(at);
  return QString("x %1  y %2 %3   %4 %5")
      .arg(static_cast<double>(column - values_.shape(1) / 2) * columnSize_, 0, 'f', 2)
      .arg(static_cast<double>(row - values_.shape(0) / 2) * rowSize_, 0, 'f', 2)
      .arg(lengthUnit_, rangeNumber(values_(row, column), low_, high_), quantity_);
}

void RasterView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), Qt::black);
  const QRectF area = pictureArea();
  if (image_.isNull()) {
    painter.setPen(colour::kFaint);
    painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
    drawCaption(painter, rect(), Qt::AlignLeft | Qt::AlignTop, title_);
    return;
  }
  painter.save();
  painter.setClipRect(area);
  const double pixelScale = baseScale() * zoom_ * columnSize_;
  painter.setRenderHint(QPainter::SmoothPixmapTransform, pixelScale < 6.0);
  painter.drawImage(QRectF(toWidget({0.0, 0.0}), toWidget(QPointF(image_.width(), image_.height()))), image_);
  painter.setRenderHint(QPainter::Antialiasing);
  paintOverlay(painter);
  drawScaleBar(painter, area, baseScale() * zoom_, lengthUnit_);
  painter.restore();
  drawCaption(painter, area, Qt::AlignLeft | Qt::AlignTop, title_);
  drawCaption(painter, area, Qt::AlignRight | Qt::AlignTop, note_, noteWarns_ ? colour::kWarning : colour::kText);
  drawCaption(painter, area, Qt::AlignRight | Qt::AlignBottom, readout());
  if (!quantity_.isEmpty())
    drawColourBar(painter, QRectF(area.right() + 10.0, 8.0, kBarWidth - 12.0, height() - 16.0), ColourMap::named(map_),
                  low_, high_, quantity_);
}

void RasterView::paintOverlay(QPainter&) {}

void RasterView::wheelEvent(QWheelEvent* event) {
  zoomAt(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
  event->accept();
}

void RasterView::mousePressEvent(QMouseEvent* event) { grabbed_ = event->position() - pan_; }

void RasterView::mouseMoveEvent(QMouseEvent* event) {
  cursor_ = event->position();
  if (event->buttons() != Qt::NoButton && zoom_ > 1.0) pan_ = event->position() - grabbed_;
  update();
}

void RasterView::mouseDoubleClickEvent(QMouseEvent*) { resetZoom(); }

void RasterView::leaveEvent(QEvent*) {
  cursor_ = {-1.0, -1.0};
  update();
}

}  // namespace tomocyte
