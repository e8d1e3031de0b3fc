#include "ui/report/report_figure.h"

#include <QPainter>

namespace tomocyte {
namespace {

constexpr double kScale = 3.0;
constexpr double kWidth = 640.0;
constexpr double kNames = 150.0;  // left of the axis
constexpr double kRow = 22.0;
constexpr double kAxis = 26.0;        // below the rows
const QColor kBar(0x00, 0x72, 0xb2);  // Okabe-Ito blue
const QColor kRange(0xdd, 0xdd, 0xdd);

double at(double percent) { return kNames + percent / 100.0 * (kWidth - kNames - 20.0); }

void drawRow(QPainter& painter, const DifferentialRow& row, const QString& name, double top) {
  if (row.rate_range)
    painter.fillRect(
        QRectF(QPointF(at(row.rate_range->low), top + 1.0), QPointF(at(row.rate_range->high), top + kRow - 1.0)),
        kRange);
  painter.setPen(Qt::black);
  painter.drawText(QRectF(row.part_of.empty() ? 0.0 : 12.0, top, kNames - 8.0, kRow), Qt::AlignVCenter | Qt::AlignLeft,
                   name);
  if (!row.rate) return;
  painter.fillRect(QRectF(QPointF(at(0.0), top + 6.0), QPointF(at(row.rate->value), top + kRow - 6.0)), kBar);
  const double middle = top + 0.5 * kRow;
  painter.setPen(QPen(Qt::black, 1.2));
  painter.drawLine(QPointF(at(row.rate->low), middle), QPointF(at(row.rate->high), middle));
  for (const double end : {row.rate->low, row.rate->high})
    painter.drawLine(QPointF(at(end), middle - 4.0), QPointF(at(end), middle + 4.0));
}

void drawAxis(QPainter& painter, double bottom) {
  painter.setPen(QPen(Qt::black, 1.0));
  painter.drawLine(QPointF(at(0.0), bottom), QPointF(at(100.0), bottom));
  for (int percent = 0; percent <= 100; percent += 20) {
    painter.drawLine(QPointF(at(percent), bottom), QPointF(at(percent), bottom + 4.0));
    painter.drawText(QRectF(at(percent) - 30.0, bottom + 4.0, 60.0, kAxis - 4.0), Qt::AlignHCenter | Qt::AlignTop,
                     QString::number(percent) + " %");
  }
}

}  // namespace

QImage reportFigure(const Report& report, const ReportTexts& texts, const QFont& font) {
  const auto& rows = report.differential.white;
  const double bottom = kRow * static_cast<double>(rows.size());
  QImage image(static_cast<int>(kScale * kWidth), static_cast<int>(kScale * (bottom + kAxis)), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter.scale(kScale, kScale);
  QFont sized = font;
  sized.setPixelSize(12);
  painter.setFont(sized);
  for (std::size_t i = 0; i < rows.size(); ++i)
    drawRow(painter, rows[i], QString::fromStdString(texts.name(rows[i].name)), kRow * static_cast<double>(i));
  drawAxis(painter, bottom);
  return image;
}

}  // namespace tomocyte
