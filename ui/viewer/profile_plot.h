// Refractive index along a line, drawn small: µm across, n up.
#pragma once

#include <QWidget>

#include "core/line_profile.h"

namespace tomocyte {

class ProfilePlot : public QWidget {
  Q_OBJECT
 public:
  explicit ProfilePlot(QWidget* parent = nullptr);

  // Without samples: `instead` is written. The medium's index is drawn as a dotted line.
  void setProfile(LineProfile profile, double mediumIndex, const QString& title);
  void setEmpty(const QString& instead);
  [[nodiscard]] const LineProfile& profile() const { return profile_; }
  [[nodiscard]] QSize sizeHint() const override { return {260, 190}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {180, 130}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  [[nodiscard]] QRectF area() const;
  void drawAxes(QPainter& painter, double low, double high) const;
  void drawReadout(QPainter& painter, double low, double high) const;

  LineProfile profile_;
  double medium_ = 0.0;
  QString title_;
  QString empty_;
  double cursor_ = -1.0;  // widget x
};

}  // namespace tomocyte
