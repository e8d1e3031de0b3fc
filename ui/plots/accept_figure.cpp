#include "ui/plots/accept_figure.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <memory>

#include "core/report/class_marks.h"
#include "core/research_use.h"
#include "ui/painting.h"

namespace tomocyte {
namespace {

constexpr double kMarkPixels = 4.5;

struct Line {
  QString name;
  QColor colour;
  std::vector<std::pair<std::size_t, AcceptRate>> rates;  // with the period's place
};

struct Drawn {
  std::vector<std::string> periods;
  std::vector<Line> lines;
  bool simulated = false;
};

Drawn arranged(const std::vector<AcceptRate>& rates, bool simulated, const DifferentialTable& table) {
  Drawn drawn{{}, {}, simulated};
  for (const AcceptRate& rate : rates)
    if (drawn.periods.empty() || drawn.periods.back() != rate.period) drawn.periods.push_back(rate.period);
  std::vector<std::string> classes;
  for (const AcceptRate& rate : rates)
    if (std::ranges::find(classes, rate.model_class) == classes.end()) classes.push_back(rate.model_class);
  std::ranges::sort(classes);
  for (const std::string& cellClass : classes) {
    const DifferentialClass* known = find_class(table, cellClass);
    Line line{QString::fromStdString(known ? known->name : cellClass),
              QColor(QString::fromStdString(class_mark(table, cellClass).colour)),
              {}};
    for (const AcceptRate& rate : rates)
      if (rate.model_class == cellClass)
        line.rates.emplace_back(
            static_cast<std::size_t>(std::ranges::find(drawn.periods, rate.period) - drawn.periods.begin()), rate);
    drawn.lines.push_back(std::move(line));
  }
  return drawn;
}

void drawLine(QPainter& painter, const Line& line, const ValueAxis& axis, const std::vector<double>& x) {
  QPolygonF path;
  for (const auto& [period, rate] : line.rates) path << QPointF(x[period], axis.y(100.0 * rate.rate.value));
  painter.setPen(QPen(line.colour, 1.6));
  painter.drawPolyline(path);
  painter.setBrush(line.colour);
  for (const auto& [period, rate] : line.rates) {
    const double low = axis.y(100.0 * rate.rate.low);
    const double high = axis.y(100.0 * rate.rate.high);
    painter.drawLine(QPointF(x[period], low), QPointF(x[period], high));
    for (const double end : {low, high}) painter.drawLine(QPointF(x[period] - 4.0, end), QPointF(x[period] + 4.0, end));
    painter.drawEllipse(QPointF(x[period], axis.y(100.0 * rate.rate.value)), kMarkPixels, kMarkPixels);
  }
}

void drawLegend(QPainter& painter, const Drawn& drawn, const QPointF& at, const FigureColours& colours) {
  const QFontMetricsF metrics(painter.font());
  double x = at.x();
  for (const Line& line : drawn.lines) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.colour);
    painter.drawEllipse(QPointF(x + 5.0, at.y() + 0.5 * metrics.height()), kMarkPixels, kMarkPixels);
    painter.setPen(colours.text);
    painter.drawText(QPointF(x + 14.0, at.y() + metrics.ascent()), line.name);
    x += 32.0 + metrics.horizontalAdvance(line.name);
  }
}

void draw(QPainter& painter, const QRectF& area, const FigureColours& colours, const Drawn& drawn) {
  painter.fillRect(area, colours.ground);
  const double line = QFontMetricsF(painter.font()).height();
  const QRectF top(area.left() + 8.0, area.top() + 2.0, area.width() - 16.0, 2.0 * line);
  painter.setPen(colours.text);
  painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                   QCoreApplication::translate("AcceptFigure", "How often reviewers kept the model's class"));
  if (drawn.simulated) drawSimulatedBadge(painter, top);
  const QRectF words(area.left() + 8.0, area.bottom() - 2.2 * line, area.width() - 16.0, 2.0 * line);
  painter.setPen(colours.faint);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap,
                   QCoreApplication::translate(
                       "AcceptFigure",
                       "Bars: exact 95 % limits (Clopper & Pearson 1934). Cells the model was unsure of are not "
                       "counted.") +
                       ' ' + QString::fromUtf8(kResearchUseOnly));
  const QRectF plot(QPointF(area.left() + 84.0, top.bottom() + 1.8 * line),
                    QPointF(area.right() - 16.0, words.top() - 3.6 * line));
  const ValueAxis axis(plot, {0.0, 100.0});
  axis.draw(painter, colours, QCoreApplication::translate("AcceptFigure", "Kept (%)"));
  const auto periods = static_cast<double>(drawn.periods.size());
  // Classes of one period stand beside each other, so that their limits can be told apart.
  const double slot = plot.width() / periods;
  for (std::size_t i = 0; i < drawn.periods.size(); ++i)
    painter.drawText(QRectF(plot.left() + static_cast<double>(i) * slot, plot.bottom() + 4.0, slot, line),
                     Qt::AlignCenter, QString::fromStdString(drawn.periods[i]));
  const auto lines = static_cast<double>(drawn.lines.size());
  const double step = std::min(12.0, 0.7 * slot / lines);
  for (std::size_t k = 0; k < drawn.lines.size(); ++k) {
    std::vector<double> x;
    for (std::size_t i = 0; i < drawn.periods.size(); ++i)
      x.push_back(plot.left() + (static_cast<double>(i) + 0.5) * slot +
                  (static_cast<double>(k) - 0.5 * (lines - 1.0)) * step);
    drawLine(painter, drawn.lines[k], axis, x);
  }
  drawLegend(painter, drawn, {area.left() + 8.0, words.top() - 1.6 * line}, colours);
}

}  // namespace

Figure acceptFigure(const std::vector<AcceptRate>& rates, bool simulated, const DifferentialTable& table) {
  return
      [kept = std::make_shared<const Drawn>(arranged(rates, simulated, table))](
          QPainter& painter, const QRectF& area, const FigureColours& colours) { draw(painter, area, colours, *kept); };
}

}  // namespace tomocyte
