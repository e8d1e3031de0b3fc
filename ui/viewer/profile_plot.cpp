#include "ui/viewer/profile_plot.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "ui/painting.h"

namespace tomocyte {

ProfilePlot::ProfilePlot(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setAccessibleName(tr("Line profile"));
}

void ProfilePlot::setProfile(LineProfile profile, double mediumIndex, const QString& title) {
  profile_ = std::move(profile);
  medium_ = mediumIndex;
  title_ = title;
  update();
}

void ProfilePlot::setEmpty(const QString& instead) {
  profile_ = {};
  empty_ = instead;
  update();
}

QRectF ProfilePlot::area() const {
  const QFontMetricsF metrics(font());
  return QRectF(rect()).adjusted(metrics.horizontalAdvance(QStringLiteral("1.3370")) + 10.0, 1.6 * metrics.height(),
                                 -12.0, -2.6 * metrics.height());
}

void ProfilePlot::drawAxes(QPainter& painter, double low, double high) const {
  const QRectF plot = area();
  const QColor faint = palette().color(QPalette::Disabled, QPalette::Text);
  const QFontMetricsF metrics(font());
  painter.setPen(QPen(faint, 1.0));
  painter.drawRect(plot);
  painter.setPen(palette().color(QPalette::Text));
  for (int tick = 0; tick <= 2; ++tick) {
    const double y = plot.bottom() - 0.5 * tick * plot.height();
    painter.drawText(QRectF(0.0, y - metrics.height(), plot.left() - 5.0, 2.0 * metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(low + 0.5 * tick * (high - low), 'f', 4));
  }
  const double length = profile_.distance_um.back();
  const double step = niceLength(length / 3.0);
  for (double at = 0.0; at <= length * 1.0001; at += step) {
    const double x = plot.left() + plot.width() * at / length;
    painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3.0));
    painter.drawText(QRectF(x - 40.0, plot.bottom() + 3.0, 80.0, metrics.height()), Qt::AlignHCenter,
                     QString::number(at));
  }
  painter.drawText(QRectF(plot.left(), plot.bottom() + 3.0 + metrics.height(), plot.width(), 1.3 * metrics.height()),
                   Qt::AlignHCenter, tr("along the line (µm)"));
}

void ProfilePlot::drawReadout(QPainter& painter, double low, double high) const {
  const QRectF plot = area();
  if (cursor_ < plot.left() || cursor_ > plot.right()) return;
  const double t = (cursor_ - plot.left()) / plot.width();
  const auto sample = static_cast<std::size_t>(std::lround(t * static_cast<double>(profile_.ri.size() - 1)));
  const double y = plot.bottom() - (profile_.ri[sample] - low) / (high - low) * plot.height();
  painter.setPen(QPen(palette().color(QPalette::Text), 1.0, Qt::DotLine));
  painter.drawLine(QPointF(cursor_, plot.top()), QPointF(cursor_, plot.bottom()));
  painter.drawEllipse(QPointF(cursor_, y), 3.0, 3.0);
  drawCaption(painter, plot, Qt::AlignRight | Qt::AlignTop,
              tr("%1 µm   n = %2").arg(profile_.distance_um[sample], 0, 'f', 2).arg(profile_.ri[sample], 0, 'f', 4));
}

void ProfilePlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), palette().color(QPalette::Base));
  painter.setPen(palette().color(QPalette::Text));
  if (profile_.ri.size() < 2) {
    painter.drawText(rect().adjusted(10, 10, -10, -10), Qt::AlignCenter | Qt::TextWordWrap, empty_);
    return;
  }
  const auto [lowest, highest] = std::minmax_element(profile_.ri.begin(), profile_.ri.end());
  const double room = std::max(0.05 * (*highest - *lowest), 0.0005);
  const double low = std::min(*lowest, medium_) - room;
  const double high = *highest + room;
  const QRectF plot = area();
  painter.drawText(QRectF(8.0, 3.0, width() - 16.0, plot.top() - 3.0), Qt::AlignLeft | Qt::AlignTop, title_);
  drawAxes(painter, low, high);
  const auto at = [&](double distance, double ri) {
    return QPointF(plot.left() + plot.width() * distance / profile_.distance_um.back(),
                   plot.bottom() - (ri - low) / (high - low) * plot.height());
  };
  painter.setPen(QPen(palette().color(QPalette::Disabled, QPalette::Text), 1.0, Qt::DotLine));
  painter.drawLine(at(0.0, medium_), at(profile_.distance_um.back(), medium_));
  QPolygonF line;
  for (std::size_t i = 0; i < profile_.ri.size(); ++i) line << at(profile_.distance_um[i], profile_.ri[i]);
  painter.setPen(QPen(palette().color(QPalette::Link), 1.8));
  painter.drawPolyline(line);
  drawReadout(painter, low, high);
}

void ProfilePlot::mouseMoveEvent(QMouseEvent* event) {
  cursor_ = event->position().x();
  update();
}

void ProfilePlot::leaveEvent(QEvent*) {
  cursor_ = -1.0;
  update();
}

}  // namespace tomocyte
