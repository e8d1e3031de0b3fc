#include "ui/models/learning_curve_view.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

#include "ui/theme.h"

namespace tomocyte {

LearningCurveView::LearningCurveView(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Learning curves"));
  setMinimumHeight(200);
}

void LearningCurveView::setCurve(LearningCurve curve) {
  curve_ = std::move(curve);
  update();
}

void LearningCurveView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme().background);
  if (curve_.empty()) {
    painter.setPen(theme().faint);
    painter.drawText(rect(), Qt::AlignCenter, tr("the curves appear after the first epoch"));
    return;
  }
  double highest_loss = 0.0;
  for (const Epoch& epoch : curve_) highest_loss = std::max({highest_loss, epoch.training_loss, epoch.validation_loss});
  const double half = width() / 2.0;
  const QRectF left(46, 26, half - 60, height() - 70);
  paintPanel(painter, left, tr("Cross entropy"), {&Epoch::training_loss, theme().accent, tr("training")},
             {&Epoch::validation_loss, theme().warning, tr("validation")}, highest_loss);
  paintPanel(painter, left.translated(half, 0), tr("Accuracy"),
             {&Epoch::training_accuracy, theme().accent, tr("training")},
             {&Epoch::validation_accuracy, theme().warning, tr("validation")}, 1.0);
}

void LearningCurveView::paintPanel(QPainter& painter, const QRectF& area, const QString& title, const Line& training,
                                   const Line& validation, double highest) const {
  painter.setPen(theme().text);
  painter.drawText(QRectF(area.left(), area.top() - 22, area.width(), 18), Qt::AlignLeft, title);
  painter.setPen(theme().faint);
  painter.drawRect(area);
  for (const double part : {0.0, 0.5, 1.0})
    painter.drawText(QRectF(area.left() - 46, area.bottom() - part * area.height() - 8, 42, 16),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(part * highest, 'f', 2));
  const QRectF below(area.left(), area.bottom() + 4, area.width(), 16);
  painter.drawText(below, Qt::AlignLeft, QStringLiteral("1"));
  painter.drawText(below, Qt::AlignRight, tr("%1 epochs").arg(curve_.size()));
  const double step = area.width() / std::max(1.0, static_cast<double>(curve_.size()) - 1.0);
  double legend = area.left();
  for (const Line& line : {training, validation}) {
    QPolygonF points;
    for (std::size_t i = 0; i < curve_.size(); ++i)
      points << QPointF(area.left() + static_cast<double>(i) * step,
                        area.bottom() - std::min(1.0, curve_[i].*line.value / highest) * area.height());
    painter.setPen(QPen(line.colour, 2.0));
    painter.drawPolyline(points);
    for (std::size_t i = 0; i < curve_.size(); ++i)
      if (curve_[i].best) painter.drawEllipse(points[static_cast<int>(i)], 2.0, 2.0);
    painter.drawText(QPointF(legend, area.bottom() + 36), line.name);
    legend += 80.0;
  }
}

}  // namespace tomocyte
