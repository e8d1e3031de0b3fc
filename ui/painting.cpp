// Scale bars, colour bars and captions.
#include "ui/painting.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace tomocyte {

double niceLength(double longest) {
  if (!(longest > 0.0) || !std::isfinite(longest)) return 0.0;
  const double decade = std::pow(10.0, std::floor(std::log10(longest)));
  for (const double step : {5.0, 2.0})
    if (step * decade <= longest) return step * decade;
  return decade;
}

QString rangeNumber(double value, double low, double high) {
  const double step = std::abs(high - low) / 100.0;
  const int decimals = step > 0.0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step))), 0, 6) : 3;
  return QString::number(value, 'f', decimals);
}

void drawScaleBar(QPainter& painter, const QRectF& area, double pixelsPerUnit, const QString& unit) {
  const double length = niceLength(0.3 * area.width() / pixelsPerUnit);
  if (length <= 0.0) return;
  const QFontMetricsF metrics(painter.font());
  const double margin = 0.7 * metrics.height();
  const double width = length * pixelsPerUnit;
  const QRectF bar(area.left() + margin, area.bottom() - margin - 4.0, width, 4.0);
  const QString text = QString::number(length) + " " + unit;
  const double plateWidth = std::max(width, metrics.horizontalAdvance(text)) + 12.0;
  painter.save();
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(0, 0, 0, 130));
  painter.drawRoundedRect(
      QRectF(bar.left() - 6.0, bar.top() - metrics.height() - 5.0, plateWidth, metrics.height() + 15.0), 4.0, 4.0);
  painter.setBrush(Qt::white);
  painter.drawRect(bar);
  painter.setPen(Qt::white);
  painter.drawText(QPointF(bar.left(), bar.top() - metrics.descent() - 2.0), text);
  painter.restore();
}

void drawColourBar(QPainter& painter, const QRectF& area, const ColourMap& map, double low, double high,
                   const QString& label) {
  const QFontMetricsF metrics(painter.font());
  const double half = 0.5 * metrics.height();
  QRectF bar = area.adjusted(0.0, 2.6 * half, 0.0, -half);
  bar.setWidth(std::min(14.0, area.width() * 0.25));
  painter.save();
  for (int y = 0; y < static_cast<int>(bar.height()); ++y) {
    const double fraction = 1.0 - (y + 0.5) / bar.height();
    painter.fillRect(QRectF(bar.left(), bar.top() + y, bar.width(), 1.5), QColor(map.at(fraction)));
  }
  painter.setPen(colour::kText);
  painter.drawText(QPointF(bar.left(), area.top() + metrics.ascent()), label);
  const int ticks = bar.height() > 9.0 * metrics.height() ? 4 : 2;
  for (int tick = 0; tick <= ticks; ++tick) {
    const double fraction = static_cast<double>(tick) / ticks;
    const double y = bar.bottom() - fraction * bar.height();
    painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 4.0, y));
    painter.drawText(QPointF(bar.right() + 7.0, y + 0.5 * metrics.ascent() - 1.0),
                     rangeNumber(low + fraction * (high - low), low, high));
  }
  painter.restore();
}

void drawCaption(QPainter& painter, const QRectF& area, int flags, const QString& text, const QColor& colour) {
  if (text.isEmpty()) return;
  painter.save();
  const QRectF plate = QFontMetricsF(painter.font()).boundingRect(area.adjusted(8, 6, -8, -6), flags, text);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(0, 0, 0, 140));
  painter.drawRoundedRect(plate.adjusted(-5.0, -2.0, 5.0, 2.0), 4.0, 4.0);
  painter.setPen(colour);
  painter.drawText(plate, flags | Qt::TextDontClip, text);
  painter.restore();
}

void drawSimulatedBadge(QPainter& painter, const QRectF& area) {
  painter.save();
  QFont font = painter.font();
  font.setBold(true);
  painter.setFont(font);
  const QFontMetricsF metrics(font);
  const QString text = QStringLiteral("SIMULATED");
  const double width = metrics.horizontalAdvance(text) + 1.2 * metrics.height();
  const double height = 1.5 * metrics.height();
  const QRectF badge(area.right() - width, area.center().y() - 0.5 * height, width, height);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour::kWarning);
  painter.drawRoundedRect(badge, 4.0, 4.0);
  painter.setPen(Qt::black);
  painter.drawText(badge, Qt::AlignCenter, text);
  painter.restore();
}

}  // namespace tomocyte
