#include "ui/viewer/transfer_editor.h"

#include <QColorDialog>
#include <QKeyEvent>
#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "ui/colour_map.h"
#include "ui/painting.h"

namespace tomocyte {
namespace {

constexpr double kHandle = 5.0;
constexpr double kGrip = 9.0;
constexpr double kStrip = 8.0;  // height of the colours below the curve
constexpr std::size_t kSteps = 100;

}  // namespace

TransferEditor::TransferEditor(QWidget* parent) : QWidget(parent), function_(preset_function("White cell")) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Opacity over refractive index"));
  setToolTip(
      tr("Click: add a point. Drag: move it (arrow keys: finely). Right click or Delete: remove it.\n"
         "Double click on a point: its colour. Ctrl+Z: undo.\nBehind: how many voxels have that refractive index "
         "(logarithmic)."));
  fitAxis();
}

void TransferEditor::setHistogram(const Histogram& ri, double mediumIndex) {
  ri_ = ri;
  medium_ = mediumIndex;
  fitAxis();
  update();
}

void TransferEditor::setFunction(const TransferFunction& function, bool undoable) {
  if (undoable)
    remember();
  else
    before_.clear();
  function_ = function;
  chosen_.reset();
  fitAxis();
  update();
}

void TransferEditor::setRange(double low, double high) {
  mapLow_ = low;
  mapHigh_ = high;
  update();
}

// From the medium to whatever reaches further, the data or the curve.
void TransferEditor::fitAxis() {
  low_ = medium_ + std::min(0.0, function_.points.front().above_medium);
  high_ = medium_ + function_.points.back().above_medium;
  if (!ri_.counts.empty()) {
    low_ = std::min(low_, ri_.low);
    high_ = std::max(high_, ri_.high);
  }
}

void TransferEditor::remember() {
  if (before_.size() >= kSteps) before_.erase(before_.begin());
  before_.push_back(function_);
}

void TransferEditor::undo() {
  if (before_.empty()) return;
  function_ = before_.back();
  before_.pop_back();
  chosen_.reset();
  fitAxis();
  update();
  Q_EMIT edited();
}

QRectF TransferEditor::area() const {
  const QFontMetricsF metrics(font());
  return QRectF(rect()).adjusted(metrics.horizontalAdvance(QStringLiteral("0.5")) + 12.0, 1.5 * metrics.height(),
                                 -kHandle - 8.0, -2.4 * metrics.height() - kStrip);
}

QPointF TransferEditor::placeOf(double aboveMedium, double opacity) const {
  const QRectF plot = area();
  return {plot.left() + (medium_ + aboveMedium - low_) / (high_ - low_) * plot.width(),
          plot.bottom() - opacity * plot.height()};
}

std::optional<std::size_t> TransferEditor::pointAt(const QPointF& at) const {
  for (std::size_t i = 0; i < function_.points.size(); ++i)
    if (QLineF(placeOf(function_.points[i].above_medium, function_.points[i].opacity), at).length() <= kGrip) return i;
  return std::nullopt;
}

QColor TransferEditor::colourAt(double aboveMedium) const {
  if (!function_.colour_map.empty())
    return QColor(ColourMap::named(function_.colour_map)
                      .at((medium_ + aboveMedium - mapLow_) / std::max(mapHigh_ - mapLow_, 1e-6)));
  const auto colour = colour_at(function_, aboveMedium);
  return QColor::fromRgbF(static_cast<float>(colour[0]), static_cast<float>(colour[1]), static_cast<float>(colour[2]));
}

// Logarithmic: the medium has a hundred times more voxels than all else.
void TransferEditor::drawHistogram(QPainter& painter) const {
  if (ri_.counts.empty()) return;
  const QRectF plot = area();
  const double most = std::log1p(*std::max_element(ri_.counts.begin(), ri_.counts.end()));
  if (!(most > 0.0)) return;
  QPolygonF outline{placeOf(ri_.low - medium_, 0.0)};
  for (std::size_t bin = 0; bin < ri_.counts.size(); ++bin)
    outline << placeOf(ri_.centre(bin) - medium_, 0.95 * std::log1p(ri_.counts[bin]) / most);
  outline << placeOf(ri_.high - medium_, 0.0);
  QColor fill = palette().color(QPalette::Text);
  fill.setAlpha(45);
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill);
  painter.drawPolygon(outline);
  for (double x = plot.left(); x < plot.right(); x += 2.0) {
    const double above = low_ + (x - plot.left()) / plot.width() * (high_ - low_) - medium_;
    painter.fillRect(QRectF(x, plot.bottom() + 3.0, 2.0, kStrip), colourAt(above));
  }
}

void TransferEditor::drawAxes(QPainter& painter) const {
  const QRectF plot = area();
  const QFontMetricsF metrics(font());
  painter.setBrush(Qt::NoBrush);
  painter.setPen(palette().color(QPalette::Disabled, QPalette::Text));
  painter.drawRect(plot);
  painter.setPen(palette().color(QPalette::Text));
  for (const double opacity : {0.0, 0.5, 1.0})
    painter.drawText(
        QRectF(0.0, placeOf(0.0, opacity).y() - metrics.height(), plot.left() - 5.0, 2.0 * metrics.height()),
        Qt::AlignRight | Qt::AlignVCenter, QString::number(opacity, 'f', opacity == 0.5 ? 1 : 0));
  painter.drawText(QRectF(6.0, 1.0, width() - 12.0, plot.top()), Qt::AlignLeft | Qt::AlignTop, tr("Opacity of 1 µm"));
  const double step = std::max(niceLength((high_ - low_) / 3.0), 1e-4);
  const double y = plot.bottom() + kStrip + 4.0;
  for (double at = std::ceil(low_ / step) * step; at <= high_; at += step) {
    const double x = placeOf(at - medium_, 0.0).x();
    painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3.0));
    painter.drawText(QRectF(x - 30.0, y, 60.0, metrics.height()), Qt::AlignHCenter, QString::number(at, 'f', 3));
  }
  QString axis = tr("Refractive index n");
  if (chosen_) {
    const TransferPoint& point = function_.points[*chosen_];
    axis = tr("n = %1, opacity %2").arg(medium_ + point.above_medium, 0, 'f', 4).arg(point.opacity, 0, 'f', 2);
  }
  painter.drawText(QRectF(plot.left(), y + metrics.height(), plot.width(), 1.3 * metrics.height()), Qt::AlignHCenter,
                   axis);
}

void TransferEditor::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), palette().color(QPalette::Base));
  drawHistogram(painter);
  drawAxes(painter);
  QPolygonF curve;
  curve << QPointF(area().left(), placeOf(0.0, function_.points.front().opacity).y());
  for (const TransferPoint& point : function_.points) curve << placeOf(point.above_medium, point.opacity);
  curve << QPointF(area().right(), curve.back().y());
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(palette().color(QPalette::Link), 1.8));
  painter.drawPolyline(curve);
  for (std::size_t i = 0; i < function_.points.size(); ++i) {
    const TransferPoint& point = function_.points[i];
    const bool chosen = chosen_ == i;
    painter.setPen(QPen(palette().color(chosen ? QPalette::Highlight : QPalette::Text), chosen ? 3.0 : 1.2));
    painter.setBrush(colourAt(point.above_medium));
    painter.drawEllipse(placeOf(point.above_medium, point.opacity), kHandle, kHandle);
  }
}

void TransferEditor::mousePressEvent(QMouseEvent* event) {
  const auto point = pointAt(event->position());
  if (event->button() == Qt::RightButton && point && function_.points.size() > 2) {
    remember();
    remove_point(function_, *point);
    chosen_.reset();
    Q_EMIT edited();
  } else if (event->button() == Qt::LeftButton) {
    const QRectF plot = area();
    if (!point && !plot.contains(event->position())) return;
    remember();
    const double above = low_ + (event->position().x() - plot.left()) / plot.width() * (high_ - low_) - medium_;
    chosen_ = point ? *point : add_point(function_, above, (plot.bottom() - event->position().y()) / plot.height());
    dragging_ = true;
    if (!point) Q_EMIT edited();
  }
  update();
}

void TransferEditor::mouseMoveEvent(QMouseEvent* event) {
  if (!dragging_ || !chosen_) return;
  const QRectF plot = area();
  const double x = std::clamp(event->position().x(), plot.left(), plot.right());
  move_point(function_, *chosen_, low_ + (x - plot.left()) / plot.width() * (high_ - low_) - medium_,
             (plot.bottom() - event->position().y()) / plot.height());
  update();
  Q_EMIT edited();
}

// A click that moved nothing is no step to take back.
void TransferEditor::mouseReleaseEvent(QMouseEvent*) {
  if (dragging_ && !before_.empty() && before_.back() == function_) before_.pop_back();
  dragging_ = false;
}

void TransferEditor::mouseDoubleClickEvent(QMouseEvent* event) {
  const auto point = pointAt(event->position());
  if (point && event->button() == Qt::LeftButton) chooseColour(*point);
}

// Beside the window, not in its way: the colour is seen in the volume while it is chosen.
void TransferEditor::chooseColour(std::size_t point) {
  dragging_ = false;
  if (!function_.colour_map.empty()) return;  // the map says the colours
  chosen_ = point;
  auto* dialog = new QColorDialog(colourAt(function_.points[point].above_medium), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  remember();
  connect(dialog, &QColorDialog::currentColorChanged, this, [this, point](const QColor& colour) {
    if (point >= function_.points.size()) return;
    function_.points[point].colour = {colour.redF(), colour.greenF(), colour.blueF()};
    update();
    Q_EMIT edited();
  });
  connect(dialog, &QDialog::rejected, this, &TransferEditor::undo);
  dialog->open();
}

bool TransferEditor::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->key() == Qt::Key_Delete) {
      event->accept();
      return true;
    }
  }
  return QWidget::event(event);
}

void TransferEditor::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Undo)) return undo();
  if (!chosen_) return QWidget::keyPressEvent(event);
  const TransferPoint point = function_.points[*chosen_];
  double along = 0.0;
  double up = 0.0;
  switch (event->key()) {
    case Qt::Key_Delete:
      remember();
      remove_point(function_, *std::exchange(chosen_, std::nullopt));
      update();
      Q_EMIT edited();
      return;
    case Qt::Key_Left:
      along = -0.0005;
      break;
    case Qt::Key_Right:
      along = 0.0005;
      break;
    case Qt::Key_Up:
      up = 0.01;
      break;
    case Qt::Key_Down:
      up = -0.01;
      break;
    default:
      return QWidget::keyPressEvent(event);
  }
  remember();
  move_point(function_, *chosen_, point.above_medium + along, point.opacity + up);
  update();
  Q_EMIT edited();
}

}  // namespace tomocyte
