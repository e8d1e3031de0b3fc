// A small line plot.
#include "ui/convergence_plot.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "ui/theme.h"

namespace tomocyte {

ConvergencePlot::ConvergencePlot(QWidget* parent) : QWidget(parent) {}

void ConvergencePlot::setCurve(ConvergenceCurve curve) {
  curve_ = std::move(curve);
  update();
}

void ConvergencePlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme().background);
  const QRectF area = QRectF(rect()).adjusted(52, 24, -12, -24);
  painter.setPen(theme().text);
  painter.drawText(QPointF(8, 16), tr("Relative change per iteration"));
  painter.setPen(theme().faint);
  painter.drawRect(area);
  std::vector<double> logs;
  for (const double change : curve_)
    if (change > 0.0) logs.push_back(std::log10(change));
  if (logs.size() < 2) {
    painter.drawText(area, Qt::AlignCenter, tr("no iterations"));
    return;
  }
  const auto [lowest, highest] = std::minmax_element(logs.begin(), logs.end());
  const double low = std::floor(*lowest);
  const double high = std::max(std::ceil(*highest), low + 1.0);
  const auto y = [&](double value) { return area.bottom() - (value - low) / (high - low) * area.height(); };
  const auto decades = static_cast<int>(high - low);
  for (int decade = 0; decade <= decades; ++decade) {
    const double at = y(low + decade);
    painter.setPen(QPen(theme().faint, 0.5, Qt::DotLine));
    painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
    painter.setPen(theme().faint);
    painter.drawText(QRectF(0, at - 8, area.left() - 5, 16), Qt::AlignRight | Qt::AlignVCenter,
                     QString("1e%1").arg(static_cast<int>(low) + decade));
  }
  QPolygonF line;
  for (std::size_t i = 0; i < logs.size(); ++i)
    line << QPointF(area.left() + area.width() * static_cast<double>(i) / static_cast<double>(logs.size() - 1),
                    y(logs[i]));
  painter.setPen(QPen(theme().accent, 2.0));
  painter.drawPolyline(line);
  painter.setPen(theme().faint);
  painter.drawText(QRectF(area.left(), area.bottom() + 2, area.width(), 18), Qt::AlignLeft, QStringLiteral("1"));
  painter.drawText(QRectF(area.left(), area.bottom() + 2, area.width(), 18), Qt::AlignRight,
                   tr("%1 iterations").arg(logs.size()));
}

}  // namespace tomocyte
