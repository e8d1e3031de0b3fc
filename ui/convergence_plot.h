// The convergence curve of a reconstruction: relative change per iteration, logarithmic.
#pragma once

#include <QWidget>

#include "core/tomogram.h"

namespace tomocyte {

class ConvergencePlot : public QWidget {
  Q_OBJECT
 public:
  explicit ConvergencePlot(QWidget* parent = nullptr);
  void setCurve(ConvergenceCurve curve);
  [[nodiscard]] QSize sizeHint() const override { return {240, 150}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ConvergenceCurve curve_;
};

}  // namespace tomocyte
