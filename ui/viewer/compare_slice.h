// One slice through a cell of a comparison. Zoom and crosshair are given from outside, in µm from the cell's centre, so
// that all cells are shown alike.
#pragma once

#include <QImage>
#include <QWidget>
#include <array>

#include "ui/slice_geometry.h"
#include "ui/viewer/compare_cell.h"

namespace tomocyte {

// What all cells of a comparison share.
struct CompareFrame {
  double sizeUm = 10.0;                 // of the shorter edge of a picture
  std::array<double, 3> crosshairUm{};  // [z, y, x] from the cell's centre
  std::string map = "viridis";
  double low = 1.337;  // refractive index of the darkest colour
  double high = 1.40;
};

class CompareSlice : public QWidget {
  Q_OBJECT
 public:
  CompareSlice(SlicePlane plane, CompareCell cell, QWidget* parent = nullptr);

  void setFrame(const CompareFrame& frame);
  [[nodiscard]] QSize minimumSizeHint() const override { return {120, 100}; }

 Q_SIGNALS:
  void crosshairMoved(const std::array<double, 3>& fromCentreUm);
  // Above 1: closer.
  void zoomed(double factor);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  [[nodiscard]] double pixelsPerUm() const;
  [[nodiscard]] VoxelPoint crosshairVoxel() const;
  void point(const QPointF& at);

  CompareCell cell_;
  SliceGeometry geometry_;
  SlicePlane plane_;
  CompareFrame frame_;
  QImage image_;
};

}  // namespace tomocyte
