// One cell of a comparison from top to bottom: who it is, its indices, and its slices or its 3D view.
#pragma once

#include <QWidget>
#include <array>

#include "ui/viewer/compare_slice.h"
#include "ui/volume_scene.h"

class QStackedWidget;

namespace tomocyte {

class VolumeView;

class CompareColumn : public QWidget {
  Q_OBJECT
 public:
  explicit CompareColumn(CompareCell cell, QWidget* parent = nullptr);

  [[nodiscard]] const CompareCell& cell() const { return cell_; }
  // Slices and 3D alike.
  void setFrame(const CompareFrame& frame);
  void setShown3D(bool on);
  void setPose(const CameraPose& pose);
  [[nodiscard]] CameraPose pose() const;
  // What stands above the pictures, without mark-up.
  [[nodiscard]] QString heading() const;

 Q_SIGNALS:
  void crosshairMoved(const std::array<double, 3>& fromCentreUm);
  void zoomed(double factor);
  void posed();
  void removeWanted();

 private:
  QWidget* buildHeading();
  void showLook();

  CompareCell cell_;
  CompareFrame frame_;
  QStackedWidget* pictures_;
  std::array<CompareSlice*, 3> slices_{};
  VolumeView* volume_ = nullptr;  // made when it is first shown
};

}  // namespace tomocyte
