#include "ui/samples/scatter_overlay.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/painting.h"

namespace tomocyte {
namespace {

constexpr double kZoomStep = 1.2;
constexpr double kTitleHeight = 20.0;

QPolygonF rectangleOf(const QPointF& from, const QPointF& to) {
  return QPolygonF({from, {to.x(), from.y()}, to, {from.x(), to.y()}});
}

}  // namespace

ScatterOverlay::ScatterOverlay(QWidget* parent) : QWidget(parent) { setCursor(Qt::CrossCursor); }

void ScatterOverlay::setTitles(const QString& x, const QString& y) {
  xTitle_ = x;
  yTitle_ = y;
  update();
}

void ScatterOverlay::setMessage(const QString& message) {
  if (message == message_) return;
  message_ = message;
  update();
}

void ScatterOverlay::setNote(const QString& note) {
  note_ = note;
  update();
}

void ScatterOverlay::setSimulated(bool simulated) {
  simulated_ = simulated;
  update();
}

void ScatterOverlay::setPlotArea(const QRectF& area) {
  area_ = area;
  update();
}

QPolygonF ScatterOverlay::outline() const {
  return lasso_ || path_.isEmpty() ? path_ : rectangleOf(path_.front(), path_.back());
}

void ScatterOverlay::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  dragging_ = false;
  path_ = QPolygonF({event->position()});
}

void ScatterOverlay::mouseMoveEvent(QMouseEvent* event) {
  if (path_.isEmpty()) return;
  dragging_ = dragging_ || (event->position() - path_.front()).manhattanLength() >= QApplication::startDragDistance();
  path_ << event->position();
  if (dragging_) update();
}

void ScatterOverlay::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || path_.isEmpty()) return;
  path_ << event->position();
  const QPolygonF drawn = outline();
  const bool add = event->modifiers().testFlag(Qt::ControlModifier);
  path_.clear();
  update();
  if (dragging_)
    Q_EMIT outlined(drawn, add);
  else
    Q_EMIT clicked(event->position(), add);
}

void ScatterOverlay::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT wholeWanted();
}

void ScatterOverlay::wheelEvent(QWheelEvent* event) {
  if (event->angleDelta().y() != 0)
    Q_EMIT zoomed(event->position(), event->angleDelta().y() > 0 ? 1.0 / kZoomStep : kZoomStep);
  event->accept();
}

void ScatterOverlay::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(palette().color(QPalette::Text));
  painter.drawText(QRectF(area_.left(), height() - kTitleHeight, area_.width(), kTitleHeight), Qt::AlignCenter,
                   xTitle_);
  painter.save();
  painter.translate(0, area_.bottom());
  painter.rotate(-90);
  painter.drawText(QRectF(0, 0, area_.height(), kTitleHeight), Qt::AlignCenter, yTitle_);
  painter.restore();
  painter.drawText(QRectF(area_.left(), 0.0, area_.width(), area_.top()), Qt::AlignLeft | Qt::AlignVCenter, note_);
  if (!message_.isEmpty()) painter.drawText(area_, Qt::AlignCenter | Qt::TextWordWrap, message_);
  if (simulated_) drawSimulatedBadge(painter, {area_.left(), 0.0, area_.width(), area_.top()});
  if (!dragging_ || path_.isEmpty()) return;
  QColor fill = palette().color(QPalette::Highlight);
  fill.setAlpha(60);
  painter.setBrush(fill);
  painter.setPen(QPen(palette().color(QPalette::Text), 1.5, Qt::DashLine));
  painter.drawPolygon(outline());
}

}  // namespace tomocyte
