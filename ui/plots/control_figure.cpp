#include "ui/plots/control_figure.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <memory>

#include "core/research_use.h"
#include "ui/index_name.h"
#include "ui/painting.h"

namespace tomocyte {
namespace {

constexpr std::size_t kMostShown = 90;    // three months of days
const QColor kWarned(0xe6, 0x9f, 0x00);   // Okabe-Ito orange
const QColor kRefused(0xd5, 0x5e, 0x00);  // Okabe-Ito vermillion
const QColor kGood(0x00, 0x72, 0xb2);     // Okabe-Ito blue

const ControlQuantityName& nameOf(ControlQuantity quantity) {
  return control_quantities()[static_cast<std::size_t>(quantity)];
}

bool isRefused(const ControlPoint& point) { return std::ranges::any_of(point.rules, is_rejection); }

// The part of the chart that is drawn, and where.
struct Drawn {
  const QualityChart& chart;
  std::size_t first;
  QRectF plot;
  AxisRange range;

  [[nodiscard]] double x(std::size_t i) const {
    const auto shown = static_cast<double>(chart.chart.points.size() - first);
    return plot.left() + plot.width() * (static_cast<double>(i - first) + 0.5) / shown;
  }
  [[nodiscard]] double y(double value) const { return ValueAxis(plot, range).y(value); }
};

AxisRange rangeOf(const QualityChart& chart, std::size_t first) {
  const auto& points = chart.chart.points;
  double low = points[first].value;
  double high = low;
  for (std::size_t i = first; i < points.size(); ++i) {
    low = std::min(low, points[i].value);
    high = std::max(high, points[i].value);
  }
  if (const auto& target = chart.chart.target) {
    low = std::min(low, target->mean - 3.2 * target->standard_deviation);
    high = std::max(high, target->mean + 3.2 * target->standard_deviation);
  }
  return withMargin(low, high);
}

void drawLimits(QPainter& painter, const Drawn& drawn, const FigureColours& colours) {
  const auto& target = drawn.chart.chart.target;
  if (!target) return;
  const double line = QFontMetricsF(painter.font()).height();
  for (int sd = -3; sd <= 3; ++sd) {
    const double at = drawn.y(target->mean + sd * target->standard_deviation);
    const QColor colour = sd == 0             ? colours.text
                          : std::abs(sd) == 3 ? kRefused
                          : std::abs(sd) == 2 ? kWarned
                                              : colours.faint;
    painter.setPen(QPen(colour, sd == 0 ? 1.6 : 1.2, sd == 0 ? Qt::SolidLine : Qt::DashLine));
    painter.drawLine(QPointF(drawn.plot.left(), at), QPointF(drawn.plot.right(), at));
    painter.setPen(colours.text);
    painter.drawText(
        QRectF(drawn.plot.right() + 4.0, at - 0.5 * line, 60.0, line), Qt::AlignLeft | Qt::AlignVCenter,
        sd == 0 ? QCoreApplication::translate("ControlFigure", "mean")
                : QCoreApplication::translate("ControlFigure", "%1%2 SD").arg(sd > 0 ? "+" : "−").arg(std::abs(sd)));
  }
}

void drawDates(QPainter& painter, const Drawn& drawn, const FigureColours& colours) {
  const double width = 1.15 * QFontMetricsF(painter.font()).horizontalAdvance(QStringLiteral("2026-01-02"));
  double free = drawn.plot.left() - width;
  painter.setPen(colours.text);
  for (std::size_t i = drawn.first; i < drawn.chart.counted.size(); ++i) {
    const double x = drawn.x(i);
    if (x - 0.5 * width < free) continue;
    free = x + 0.5 * width;
    painter.drawLine(QPointF(x, drawn.plot.bottom()), QPointF(x, drawn.plot.bottom() + 4.0));
    painter.drawText(QRectF(x - 0.5 * width, drawn.plot.bottom() + 5.0, width, 20.0), Qt::AlignHCenter | Qt::AlignTop,
                     QString::fromStdString(drawn.chart.counted[i].measured.measured_utc.substr(0, 10)));
  }
}

void drawPoints(QPainter& painter, const Drawn& drawn, const FigureColours& colours) {
  const auto& points = drawn.chart.chart.points;
  QPolygonF path;
  for (std::size_t i = drawn.first; i < points.size(); ++i) path << QPointF(drawn.x(i), drawn.y(points[i].value));
  painter.setPen(QPen(colours.faint, 1.0));
  painter.drawPolyline(path);
  for (std::size_t i = drawn.first; i < points.size(); ++i) {
    const QColor colour = isRefused(points[i]) ? kRefused : points[i].rules.empty() ? kGood : kWarned;
    const bool isBaseline = static_cast<int>(i) < drawn.chart.chart.baseline;
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(isBaseline ? colours.ground : colour);
    const QPointF at = path[static_cast<int>(i - drawn.first)];
    painter.drawEllipse(at, 4.0, 4.0);
    if (points[i].rules.empty()) continue;
    const bool above = points[i].deviation >= 0.0;
    painter.setPen(colours.text);
    painter.drawText(QRectF(at.x() - 60.0, above ? at.y() - 26.0 : at.y() + 6.0, 120.0, 20.0), Qt::AlignCenter,
                     QString::fromStdString(to_string(points[i].rules.back())));
  }
}

QString footing(const QualityChart& chart) {
  QStringList lines;
  const ControlQuantityName& named = nameOf(chart.quantity);
  const auto& target = chart.chart.target;
  const auto withUnit = [&named](double value, int decimals) {
    return QStringLiteral("%1 %2").arg(value, 0, 'f', decimals).arg(QString::fromUtf8(named.unit)).trimmed();
  };
  if (!target)
    lines << QCoreApplication::translate(
                 "ControlFigure", "No limits yet: %1 of %2 measurements of the baseline. A target can be entered.")
                 .arg(chart.counted.size())
                 .arg(kBaselineMeasurements);
  else
    lines << (chart.chart.baseline > 0 ? QCoreApplication::translate(
                                             "ControlFigure", "Mean %1, SD %2, of the first %3 measurements (hollow).")
                                             .arg(withUnit(target->mean, named.decimals),
                                                  withUnit(target->standard_deviation, named.decimals + 1))
                                             .arg(chart.chart.baseline)
                                       : QCoreApplication::translate("ControlFigure", "Entered target: mean %1, SD %2.")
                                             .arg(withUnit(target->mean, named.decimals),
                                                  withUnit(target->standard_deviation, named.decimals + 1)));
  if (!chart.excluded.empty())
    lines << QCoreApplication::translate("ControlFigure", "%1 excluded.").arg(chart.excluded.size());
  lines << QCoreApplication::translate("ControlFigure", "Rules: Westgard et al. 1981; 1-2s warns.")
        << QString::fromUtf8(kResearchUseOnly);
  return lines.join(' ');
}

void draw(QPainter& painter, const QRectF& area, const FigureColours& colours, const QualityChart& chart) {
  painter.fillRect(area, colours.ground);
  const double line = QFontMetricsF(painter.font()).height();
  const QRectF top(area.left() + 8.0, area.top() + 2.0, area.width() - 16.0, 2.0 * line);
  painter.setPen(colours.text);
  painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                   QStringLiteral("%1 · %2").arg(QString::fromStdString(chart.series.instrument),
                                                 QString::fromStdString(chart.series.control)));
  if (chart.series.simulated) drawSimulatedBadge(painter, top);
  const QRectF words(area.left() + 8.0, area.bottom() - 2.2 * line, area.width() - 16.0, 2.0 * line);
  painter.setPen(colours.faint);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, footing(chart));
  if (chart.chart.points.empty()) {
    painter.drawText(area, Qt::AlignCenter,
                     QCoreApplication::translate("ControlFigure", "No measurement that counts."));
    return;
  }
  const std::size_t count = chart.chart.points.size();
  const std::size_t first = count > kMostShown ? count - kMostShown : 0;
  const Drawn drawn{chart, first,
                    QRectF(QPointF(area.left() + 84.0, top.bottom() + 1.8 * line),
                           QPointF(area.right() - 70.0, words.top() - 2.0 * line)),
                    rangeOf(chart, first)};
  const ControlQuantityName& named = nameOf(chart.quantity);
  ValueAxis(drawn.plot, drawn.range).draw(painter, colours, indexTitle(named.name, named.unit));
  drawLimits(painter, drawn, colours);
  drawDates(painter, drawn, colours);
  drawPoints(painter, drawn, colours);
}

}  // namespace

Figure controlFigure(const QualityChart& chart) {
  return
      [kept = std::make_shared<const QualityChart>(chart)](
          QPainter& painter, const QRectF& area, const FigureColours& colours) { draw(painter, area, colours, *kept); };
}

}  // namespace tomocyte
