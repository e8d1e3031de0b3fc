// A scatter plot drawn by VTK: axes, grid, a mark for each cell, the selected ones ringed.
#pragma once

#include <QRectF>
#include <QSize>
#include <memory>
#include <unordered_set>

#include "ui/samples/scatter_points.h"

class QPalette;
class vtkRenderer;

namespace tomocyte {

class ScatterScene {
 public:
  ScatterScene();
  ~ScatterScene();
  ScatterScene(const ScatterScene&) = delete;
  ScatterScene& operator=(const ScatterScene&) = delete;

  [[nodiscard]] vtkRenderer* renderer() const;

  void setColours(const QPalette& palette);
  // Of the canvas, in device pixels; `ratio` of them are one of Qt's.
  void setSize(const QSize& pixels, double ratio);
  void show(const ScatterPoints& points, const std::unordered_set<RecordId>& selected);
  // What the axes reach over.
  void setRange(const PlanePoint& low, const PlanePoint& high);
  [[nodiscard]] const PlanePoint& low() const { return low_; }
  [[nodiscard]] const PlanePoint& high() const { return high_; }

  // Where the axes' rectangle is on the canvas, in Qt's pixels from the upper left.
  [[nodiscard]] QRectF plotArea() const;
  [[nodiscard]] PlanePoint toPlot(const QPointF& pixel) const;
  [[nodiscard]] QPointF toPixel(const PlanePoint& at) const;

 private:
  void place();

  struct Vtk;
  std::unique_ptr<Vtk> vtk_;
  QSize pixels_{1, 1};
  double ratio_ = 1.0;
  PlanePoint low_{0.0, 0.0};
  PlanePoint high_{1.0, 1.0};
};

}  // namespace tomocyte
