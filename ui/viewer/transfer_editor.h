// The curve of opacity over refractive index with the volume's histogram behind it. Points are added by a click,
// dragged, removed by a right click or Delete, moved by the arrow keys, and coloured by a double click.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/histogram.h"
#include "core/transfer_function.h"

namespace tomocyte {

class TransferEditor : public QWidget {
  Q_OBJECT
 public:
  explicit TransferEditor(QWidget* parent = nullptr);

  // Refractive indices of the volume, and the medium's, which the points count from.
  void setHistogram(const Histogram& ri, double mediumIndex);
  // Replaces the curve; not a step of the history unless `undoable`.
  void setFunction(const TransferFunction& function, bool undoable);
  // The colour map's range of refractive index.
  void setRange(double low, double high);
  [[nodiscard]] const TransferFunction& function() const { return function_; }
  [[nodiscard]] bool canUndo() const { return !before_.empty(); }
  void undo();
  // Where a point of the curve is drawn.
  [[nodiscard]] QPointF placeOf(double aboveMedium, double opacity) const;
  [[nodiscard]] QSize sizeHint() const override { return {260, 190}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {200, 150}; }

 Q_SIGNALS:
  void edited();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] QRectF area() const;
  [[nodiscard]] std::optional<std::size_t> pointAt(const QPointF& at) const;
  [[nodiscard]] QColor colourAt(double aboveMedium) const;
  void remember();
  void fitAxis();
  void chooseColour(std::size_t point);
  void drawHistogram(QPainter& painter) const;
  void drawAxes(QPainter& painter) const;

  Histogram ri_;
  double medium_ = 1.337;
  TransferFunction function_;
  std::vector<TransferFunction> before_;
  double low_ = 1.33;  // of the axis
  double high_ = 1.40;
  double mapLow_ = 1.337;
  double mapHigh_ = 1.40;
  std::optional<std::size_t> chosen_;
  bool dragging_ = false;
};

}  // namespace tomocyte
