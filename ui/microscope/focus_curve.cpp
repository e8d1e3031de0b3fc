#include "ui/microscope/focus_curve.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr double kStepUm = 0.05;

}  // namespace

FocusCurve::FocusCurve(QWidget* parent) : QWidget(parent) {
  setToolTip(QCoreApplication::translate(
      "focus_curve",
      "Contrast of the amplitude against z. Blood cells are phase objects: in focus their amplitude is "
      "flattest, so the "
      "lowest point is the focus. Page up and page down move the stage by 0.5 µm."));
  setAccessibleName(tr("Focus curve"));
}

void FocusCurve::add(double zUm, double contrast) {
  present_ = static_cast<int>(std::lround(zUm / kStepUm));
  contrast_[present_] = contrast;
  update();
}

void FocusCurve::clear() {
  contrast_.clear();
  update();
}

void FocusCurve::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme().background);
  painter.setPen(theme().faint);
  const QRectF area = QRectF(rect()).adjusted(8, 22, -8, -20);
  if (contrast_.empty()) {
    painter.drawText(rect(), Qt::AlignCenter, tr("focus: no fringes seen yet"));
    return;
  }
  const auto by_value = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto best = std::min_element(contrast_.begin(), contrast_.end(), by_value);
  const double highest = std::max_element(contrast_.begin(), contrast_.end(), by_value)->second;
  const double first = contrast_.begin()->first - 10;
  const double last = contrast_.rbegin()->first + 10;
  const auto at = [&](int z, double value) {
    return QPointF(area.left() + area.width() * (z - first) / (last - first),
                   area.bottom() - area.height() * value / std::max(1e-6, highest));
  };
  QPolygonF line;
  for (const auto& [z, value] : contrast_) line << at(z, value);
  painter.setPen(QPen(theme().accent, 1.5));
  painter.drawPolyline(line);
  for (const QPointF& point : line) painter.drawEllipse(point, 1.5, 1.5);
  painter.setPen(QPen(theme().selected, 2.0));
  painter.drawEllipse(at(present_, contrast_.at(present_)), 4.0, 4.0);
  const QRectF above(8, 3, width() - 16, 16);
  const QRectF below(area.left(), area.bottom() + 3, area.width(), 16);
  painter.setPen(theme().text);
  painter.drawText(above, Qt::AlignLeft, tr("Focus: contrast %1").arg(contrast_.at(present_), 0, 'f', 3));
  painter.drawText(above, Qt::AlignRight, QString("z %1 µm").arg(kStepUm * present_, 0, 'f', 2));
  painter.setPen(theme().faint);
  painter.drawText(below, Qt::AlignLeft, QString("%1").arg(kStepUm * first, 0, 'f', 1));
  painter.drawText(below, Qt::AlignRight, QString("%1 µm").arg(kStepUm * last, 0, 'f', 1));
  painter.drawText(below, Qt::AlignHCenter,
                   tr("flattest at z %1 µm: %2").arg(kStepUm * best->first, 0, 'f', 2).arg(best->second, 0, 'f', 3));
}

}  // namespace tomocyte
