// One orthoslice (or maximum projection) of the tomogram with the crosshair and the cells' boxes.
#pragma once

#include <memory>

#include "core/scan.h"
#include "ui/raster_view.h"
#include "ui/slice_geometry.h"

namespace tomocyte {

class SliceView : public RasterView {
  Q_OBJECT
 public:
  SliceView(SlicePlane plane, QWidget* parent = nullptr);

  // Null or without tomogram: empty.
  void setScan(std::shared_ptr<const Scan> scan);
  void setCrosshair(const VoxelPoint& voxel);
  void setProjection(bool maximum);
  // 0: none.
  void setSelectedCell(int label);

 Q_SIGNALS:
  void crosshairMoved(const tomocyte::VoxelPoint& voxel);
  // Label of the cell under a click; 0 beside the cells.
  void cellClicked(int label);

 protected:
  void paintOverlay(QPainter& painter) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void cut();
  void step(Index by);
  void moveTo(const QPointF& widgetPoint);
  [[nodiscard]] int labelAt(const QPointF& widgetPoint) const;
  [[nodiscard]] QString readoutAt(const QPointF& picturePoint) const;
  void updateTitle();

  std::shared_ptr<const Scan> scan_;
  SlicePlane plane_;
  SliceGeometry geometry_;
  VoxelPoint crosshair_{};
  bool projection_ = false;
  int selected_ = 0;
};

}  // namespace tomocyte
