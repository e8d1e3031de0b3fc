// What lies over a scatter plot: its axes' titles, the lasso or rectangle that is being drawn, messages. Takes the
// mouse.
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QWidget>

namespace tomocyte {

class ScatterOverlay : public QWidget {
  Q_OBJECT
 public:
  explicit ScatterOverlay(QWidget* parent);

  void setTitles(const QString& x, const QString& y);
  // Instead of points; empty: none.
  void setMessage(const QString& message);
  // Above the axes.
  void setNote(const QString& note);
  void setSimulated(bool simulated);
  // The rectangle between the axes.
  void setPlotArea(const QRectF& area);
  // By dragging: a lasso, or a rectangle.
  void setLasso(bool lasso) { lasso_ = lasso; }

 Q_SIGNALS:
  // In pixels. `add`: to what is selected already (Ctrl).
  void outlined(const QPolygonF& outline, bool add);
  void clicked(const QPointF& at, bool add);
  void zoomed(const QPointF& at, double factor);
  void wholeWanted();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QPolygonF outline() const;

  QString xTitle_;
  QString yTitle_;
  QString message_;
  QString note_;
  bool simulated_ = false;
  bool lasso_ = true;
  bool dragging_ = false;
  QRectF area_;
  QPolygonF path_;
};

}  // namespace tomocyte
