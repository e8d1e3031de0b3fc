// A 2D picture of numbers: colour map, zoom, pan, scale bar, colour bar and the value under the cursor.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <functional>

#include "core/array.h"
#include "ui/colour_map.h"

namespace tomocyte {

class RasterView : public QWidget {
  Q_OBJECT
 public:
  explicit RasterView(QString title, QWidget* parent = nullptr);

  // [row, column]; a pixel is `columnSize` × `rowSize` of `lengthUnit`. An empty array shows `emptyText`.
  void setValues(Array<float, 2> values, double columnSize, double rowSize, const QString& lengthUnit);
  void setColours(const std::string& map, double low, double high);
  // Name and unit of the values: "RI", "rad".
  void setQuantity(const QString& quantity);
  void setTitle(const QString& title);
  void setNote(const QString& note, bool warning);
  void setEmptyText(const QString& text);
  // Picture coordinates of the cursor → what is said about it; the default is position and value.
  void setReadout(std::function<QString(QPointF)> readout);
  void resetZoom();

  [[nodiscard]] const Array<float, 2>& values() const { return values_; }
  [[nodiscard]] QPointF toWidget(const QPointF& picturePoint) const;
  [[nodiscard]] QPointF toPicture(const QPointF& widgetPoint) const;
  [[nodiscard]] QSize sizeHint() const override { return {320, 300}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {160, 140}; }

 protected:
  // Drawn over the picture, in widget coordinates.
  virtual void paintOverlay(QPainter& painter);
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void zoomAt(const QPointF& widgetPoint, double factor);
  [[nodiscard]] QRectF pictureArea() const;

 private:
  [[nodiscard]] double baseScale() const;
  [[nodiscard]] QString readout() const;

  QString title_;
  QString note_;
  QString emptyText_ = tr("nothing to show yet");
  bool noteWarns_ = false;
  QString quantity_;
  QString lengthUnit_ = QStringLiteral("µm");
  Array<float, 2> values_;
  double columnSize_ = 1.0;
  double rowSize_ = 1.0;
  std::string map_ = "viridis";
  double low_ = 0.0;
  double high_ = 1.0;
  QImage image_;
  double zoom_ = 1.0;
  QPointF pan_;
  QPointF grabbed_;
  QPointF cursor_{-1.0, -1.0};
  std::function<QString(QPointF)> readout_;
};

}  // namespace tomocyte
