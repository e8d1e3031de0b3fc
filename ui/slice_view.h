// One orthoslice (or maximum projection) of the tomogram with the crosshair and the cells' boxes.
#pragma once

#include <memory>

#include "core/drawn_measurement.h"
#include "core/scan.h"
#include "ui/raster_view.h"
#include "ui/slice_geometry.h"

namespace tomocyte {

class SliceMeasurements;

class SliceView : public RasterView {
  Q_OBJECT
 public:
  SliceView(SlicePlane plane, QWidget* parent = nullptr);

  [[nodiscard]] SlicePlane plane() const { return plane_; }
  // Null or without tomogram: empty.
  void setScan(std::shared_ptr<const Scan> scan);
  void setCrosshair(const VoxelPoint& voxel);
  // Shown from when the maxima are there; a slice until then.
  void setProjection(bool maximum);
  // The maximum projection of the scan's tomogram along this plane's depth.
  void setMaxima(Array<float, 2> maxima);
  // 0: none.
  void setSelectedCell(int label);
  // Shared by the slices; outlives them. Not drawn over a maximum projection, which has no depth.
  void setMeasurements(SliceMeasurements* measurements);

  // Where a point of the widget lies in the slice, kept inside of the volume; and back.
  [[nodiscard]] PositionUm positionUm(const QPointF& widgetPoint) const;
  [[nodiscard]] QPointF widgetPoint(const PositionUm& position) const;
  // Within half a voxel of the slice that is shown.
  [[nodiscard]] bool showsDepth(const PositionUm& position) const;

 Q_SIGNALS:
  void crosshairMoved(const tomocyte::VoxelPoint& voxel);
  // Label of the cell under a click; 0 beside the cells.
  void cellClicked(int label);

 protected:
  bool event(QEvent* event) override;
  void paintOverlay(QPainter& painter) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void cut();
  void step(Index by);
  void moveTo(const QPointF& widgetPoint);
  [[nodiscard]] int labelAt(const QPointF& widgetPoint) const;
  [[nodiscard]] QString readoutAt(const QPointF& picturePoint) const;
  void updateTitle();
  [[nodiscard]] bool projects() const { return projection_ && !maxima_.empty(); }
  [[nodiscard]] bool measures() const;

  std::shared_ptr<const Scan> scan_;
  SlicePlane plane_;
  SliceGeometry geometry_;
  VoxelPoint crosshair_{};
  bool projection_ = false;
  Array<float, 2> maxima_;  // empty while they are computed
  int selected_ = 0;
  SliceMeasurements* measurements_ = nullptr;
};

}  // namespace tomocyte
