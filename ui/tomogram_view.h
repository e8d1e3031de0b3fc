// Three linked orthoslices (or maximum projections), the 3D view, and the refractive-index range they share.
#pragma once

#include <QWidget>
#include <array>
#include <memory>

#include "core/scan.h"
#include "ui/slice_geometry.h"

class QComboBox;
class QDoubleSpinBox;
class QStackedWidget;
class QToolButton;

namespace tomocyte {

class BackgroundJob;
class LookPanel;
class SliceMeasurements;
class SliceView;
class VolumeView;

class TomogramView : public QWidget {
  Q_OBJECT
 public:
  explicit TomogramView(QWidget* parent = nullptr);

  // Crosshair at the first cell, or at the centre. Range from the data.
  void setScan(std::shared_ptr<const Scan> scan);
  // Puts the crosshair into the cell and draws its box; 0 deselects.
  void selectCell(int label);
  [[nodiscard]] const VoxelPoint& crosshair() const { return crosshair_; }
  [[nodiscard]] SliceMeasurements& measurements() { return *measurements_; }

 Q_SIGNALS:
  void cellClicked(int label);
  // What happened, in one line.
  void message(const QString& text);

 private:
  QWidget* buildControls();
  void buildTools();
  void buildLook();
  void showTools();
  void summarise();
  void writePicture();
  void moveCrosshair(const VoxelPoint& voxel);
  void applyColours();
  void rangeFromData();

  std::shared_ptr<const Scan> scan_;
  std::shared_ptr<const Scan> summaryOf_;  // whose histogram and maxima are known, or being computed
  VoxelPoint crosshair_{};
  std::array<SliceView*, 3> slices_{};
  VolumeView* volume_;
  SliceMeasurements* measurements_;
  QStackedWidget* tools_;
  QWidget* measuring_;
  LookPanel* look_;
  BackgroundJob* summary_;
  QToolButton* measure_;
  QToolButton* showLook_;
  QDoubleSpinBox* low_;
  QDoubleSpinBox* high_;
  QComboBox* map_;
  QComboBox* mode_;
};

}  // namespace tomocyte
