#include "ui/plots/plot_frame.h"

#include <QPainter>
#include <QPalette>
#include <algorithm>
#include <cmath>

#include "ui/painting.h"

namespace tomocyte {

FigureColours figureColours(const QPalette& palette) {
  FigureColours colours{palette.color(QPalette::Base), palette.color(QPalette::Text),
                        palette.color(QPalette::PlaceholderText)};
  return colours;
}

std::vector<double> roundTicks(double low, double high, int wanted) {
  const double step = niceLength((high - low) / std::max(1, wanted - 1) * 1.001);
  std::vector<double> ticks;
  if (!(step > 0.0) || !std::isfinite(step)) return ticks;
  for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k += 1.0) ticks.push_back(k * step);
  return ticks;
}

AxisRange withMargin(double low, double high) {
  const double span = high - low;
  if (span > 1e-9 * std::abs(low)) return {low - 0.06 * span, high + 0.06 * span};
  const double around = low == 0.0 ? 1.0 : 0.1 * std::abs(low);
  return {low - around, high + around};
}

void ValueAxis::draw(QPainter& painter, const FigureColours& colours, const QString& title) const {
  const double line = QFontMetricsF(painter.font()).height();
  const std::vector<double> ticks = roundTicks(range_.low, range_.high);
  const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
  const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
  for (const double tick : ticks) {
    QColor grid = colours.text;
    grid.setAlphaF(0.12F);
    painter.setPen(QPen(grid, 1.0));
    painter.drawLine(QPointF(plot_.left(), y(tick)), QPointF(plot_.right(), y(tick)));
    painter.setPen(colours.text);
    painter.drawText(QRectF(plot_.left() - 80.0, y(tick) - 0.5 * line, 75.0, line), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(tick, 'f', decimals));
  }
  painter.setPen(QPen(colours.text, 1.0));
  painter.drawLine(plot_.topLeft(), plot_.bottomLeft());
  painter.drawLine(plot_.bottomLeft(), plot_.bottomRight());
  painter.drawText(QRectF(plot_.left() - 50.0, plot_.top() - 1.7 * line, plot_.width() + 50.0, line),
                   Qt::AlignLeft | Qt::AlignVCenter, title);
}

}  // namespace tomocyte
