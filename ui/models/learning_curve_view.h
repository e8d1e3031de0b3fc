// Loss and accuracy by epoch, of the training and the validation cells, while a network is trained.
#pragma once

#include <QWidget>

#include "app/workflow/train_model.h"

namespace tomocyte {

class LearningCurveView : public QWidget {
  Q_OBJECT
 public:
  explicit LearningCurveView(QWidget* parent = nullptr);
  void setCurve(LearningCurve curve);
  [[nodiscard]] QSize sizeHint() const override { return {560, 260}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Line {
    double Epoch::*value;
    QColor colour;
    QString name;
  };
  void paintPanel(QPainter& painter, const QRectF& area, const QString& title, const Line& training,
                  const Line& validation, double highest) const;

  LearningCurve curve_;
};

}  // namespace tomocyte
