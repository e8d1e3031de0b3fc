// Contrast of the amplitude against z: least in focus. Fills while the technician focuses by hand, and while autofocus
// looks for the plane.
#pragma once

#include <QWidget>
#include <map>

namespace tomocyte {

class FocusCurve : public QWidget {
  Q_OBJECT
 public:
  explicit FocusCurve(QWidget* parent = nullptr);
  // The newest value at a z counts.
  void add(double zUm, double contrast);
  void clear();
  [[nodiscard]] QSize sizeHint() const override { return {280, 100}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {140, 80}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::map<int, double> contrast_;  // by z in steps of 0.05 µm
  int present_ = 0;
};

}  // namespace tomocyte
