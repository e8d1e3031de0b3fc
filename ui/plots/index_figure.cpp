#include "ui/plots/index_figure.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <memory>

#include "core/report/class_marks.h"
#include "core/research_use.h"
#include "core/sina.h"
#include "ui/index_name.h"
#include "ui/painting.h"

namespace tomocyte {
namespace {

constexpr int kColumns = 3;
constexpr double kAxisWidth = 66.0;

// What of a class is drawn in each panel.
struct DrawnClass {
  QString name;
  QColor colour;
  int cells = 0;
  std::array<std::optional<IndexDistribution>, 6> index;
  std::array<std::vector<double>, 6> offsets;
};

std::vector<DrawnClass> drawnClasses(const IndexStatistics& statistics, const DifferentialTable& table) {
  std::vector<DrawnClass> drawn;
  for (const ClassDistribution& c : statistics.classes) {
    if (!c.index.front()) continue;
    const ClassMark mark = class_mark(table, c.cell_class);
    DrawnClass one{QString::fromStdString(c.name),
                   QColor(QString::fromStdString(mark.colour)),
                   c.index.front()->summary.count,
                   c.index,
                   {}};
    for (std::size_t i = 0; i < c.index.size(); ++i) one.offsets[i] = sina_offsets(c.index[i]->values);
    drawn.push_back(std::move(one));
  }
  return drawn;
}

AxisRange rangeOf(const std::vector<DrawnClass>& classes, std::size_t index) {
  double low = classes.front().index[index]->summary.minimum;
  double high = classes.front().index[index]->summary.maximum;
  for (const DrawnClass& c : classes) {
    const Summary& s = c.index[index]->summary;
    low = std::min({low, s.minimum, s.mean - s.standard_deviation});
    high = std::max({high, s.maximum, s.mean + s.standard_deviation});
  }
  return withMargin(low, high);
}

void drawPoints(QPainter& painter, const DrawnClass& c, std::size_t index, const ValueAxis& axis, double centre,
                double half) {
  const auto& values = c.index[index]->values;
  const bool many = values.size() > 500;
  QPolygonF points;
  for (std::size_t i = 0; i < values.size(); ++i)
    points << QPointF(centre + half * c.offsets[index][i], axis.y(values[i]));
  QColor colour = c.colour;
  colour.setAlpha(many ? 130 : 190);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, !many);  // smooth points take ten times as long
  painter.setPen(QPen(colour, many ? 2.0 : 4.0, Qt::SolidLine, many ? Qt::SquareCap : Qt::RoundCap));
  painter.drawPoints(points);
  painter.restore();
}

// Mean (line), its SEM (box), SD (whiskers).
void drawSummary(QPainter& painter, const Summary& s, const ValueAxis& axis, double centre, double half,
                 const QColor& ink) {
  const double mean = axis.y(s.mean);
  painter.setPen(QPen(ink, 2.0));
  painter.drawLine(QPointF(centre - 0.6 * half, mean), QPointF(centre + 0.6 * half, mean));
  if (s.count < 2) return;
  painter.setPen(QPen(ink, 1.2));
  painter.setBrush(Qt::NoBrush);
  const double sem = axis.y(s.mean + s.standard_error) - mean;
  painter.drawRect(QRectF(QPointF(centre - 0.35 * half, mean + sem), QPointF(centre + 0.35 * half, mean - sem)));
  for (const double side : {-1.0, 1.0}) {
    const double end = axis.y(s.mean + side * s.standard_deviation);
    painter.drawLine(QPointF(centre, axis.y(s.mean + side * s.standard_error)), QPointF(centre, end));
    painter.drawLine(QPointF(centre - 0.3 * half, end), QPointF(centre + 0.3 * half, end));
  }
}

void drawPanel(QPainter& painter, const std::vector<DrawnClass>& classes, std::size_t index, const QRectF& area,
               const FigureColours& colours) {
  const double line = QFontMetricsF(painter.font()).height();
  const QRectF plot = area.adjusted(kAxisWidth, 1.8 * line, -10.0, -1.4 * line);
  const ReportedIndex& named = reported_indices()[index];
  const ValueAxis axis(plot, rangeOf(classes, index));
  axis.draw(painter, colours, indexTitle(named.name, named.unit));
  const double step = plot.width() / static_cast<double>(classes.size());
  const double half = 0.42 * std::min(step, 120.0);
  const auto centreOf = [&](std::size_t i) { return plot.left() + (static_cast<double>(i) + 0.5) * step; };
  for (std::size_t i = 0; i < classes.size(); ++i)  // as the legend counts them
    painter.drawText(QRectF(centreOf(i) - 0.5 * step, plot.bottom() + 2.0, step, line), Qt::AlignCenter,
                     QString::number(i + 1));
  painter.save();
  painter.setClipRect(plot);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const double centre = centreOf(i);
    if (const auto& range = classes[i].index[index]->range) {
      QColor band = colours.text;
      band.setAlphaF(0.10F);
      painter.fillRect(QRectF(QPointF(centre - half, axis.y(range->high)), QPointF(centre + half, axis.y(range->low))),
                       band);
    }
    drawPoints(painter, classes[i], index, axis, centre, half);
    drawSummary(painter, classes[i].index[index]->summary, axis, centre, half, colours.text);
  }
  painter.restore();
}

// Returns how far down it reaches.
double drawHeading(QPainter& painter, const QString& title, bool simulated, const QRectF& area,
                   const FigureColours& colours) {
  const double line = QFontMetricsF(painter.font()).height();
  const QRectF top(area.left() + 8.0, area.top() + 2.0, area.width() - 16.0, 2.0 * line);
  painter.setPen(colours.text);
  painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, title);
  if (simulated) drawSimulatedBadge(painter, top);
  return top.bottom();
}

// Returns how high up it reaches.
double drawLegend(QPainter& painter, const std::vector<DrawnClass>& classes, const QString& ranges, const QRectF& area,
                  const FigureColours& colours) {
  const double line = QFontMetricsF(painter.font()).height();
  const QFontMetricsF metrics(painter.font());
  QString how = QCoreApplication::translate("IndexFigure", "Each point is a cell. Line: mean; box: SEM; whiskers: SD.");
  if (!ranges.isEmpty())
    how += ' ' + QCoreApplication::translate("IndexFigure", "Grey: published range (%1).").arg(ranges);
  how += ' ' + QString::fromUtf8(kResearchUseOnly);
  double bottom = area.bottom() - 4.0;
  painter.setPen(colours.faint);
  const QRectF words(area.left() + 8.0, bottom - 2.0 * line, area.width() - 16.0, 2.0 * line);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, how);
  double x = area.left() + 8.0;
  double y = words.top() - 1.4 * line;
  int number = 0;
  for (const DrawnClass& c : classes) {
    const QString text = QStringLiteral("%1: %2 (n %3)").arg(++number).arg(c.name).arg(c.cells);
    const double width = 1.2 * line + metrics.horizontalAdvance(text) + line;
    if (x + width > area.right() && x > area.left() + 8.0) {
      x = area.left() + 8.0;
      y -= 1.2 * line;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.colour);
    painter.drawEllipse(QRectF(x, y + 0.2 * line, 0.6 * line, 0.6 * line));
    painter.setPen(colours.text);
    painter.drawText(QPointF(x + line, y + metrics.ascent()), text);
    x += width;
  }
  return y - 0.4 * line;
}

}  // namespace

Figure indexFigure(const CheckedSample& sample, const IndexRanges& ranges, const DifferentialTable& table) {
  const auto classes = std::make_shared<const std::vector<DrawnClass>>(drawnClasses(sample.indices, table));
  const QString title =
      QCoreApplication::translate("IndexFigure", "Sample %1").arg(QString::fromStdString(sample.sample_id));
  const bool anyRange =
      std::ranges::any_of(*classes, [](const DrawnClass& c) { return c.index[0]->range.has_value(); });
  return [classes, title, anyRange, meaning = QString::fromStdString(ranges.meaning), simulated = sample.simulated](
             QPainter& painter, const QRectF& area, const FigureColours& colours) {
    painter.fillRect(area, colours.ground);
    const double top = drawHeading(painter, title, simulated, area, colours);
    if (classes->empty()) {
      painter.drawText(area, Qt::AlignCenter,
                       QCoreApplication::translate("IndexFigure", "No whole cell with a class."));
      return;
    }
    const double bottom = drawLegend(painter, *classes, anyRange ? meaning : QString(), area, colours);
    const double width = area.width() / kColumns;
    const double height = 0.5 * (bottom - top);
    for (std::size_t i = 0; i < 6; ++i)
      drawPanel(painter, *classes, i,
                {area.left() + static_cast<double>(i % kColumns) * width,
                 top + static_cast<double>(i / kColumns) * height, width, height},
                colours);
  };
}

}  // namespace tomocyte
