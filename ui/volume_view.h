// The 3D view with its controls: what is drawn, transfer-function preset, isosurface, viewing direction.
#pragma once

#include <QWidget>
#include <memory>

#include "core/scan.h"
#include "ui/volume_scene.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;
class QTimer;

namespace tomocyte {

class VtkWidget;

class VolumeView : public QWidget {
  Q_OBJECT
 public:
  explicit VolumeView(QWidget* parent = nullptr);
  ~VolumeView() override;

  void setScan(std::shared_ptr<const Scan> scan);
  void setColours(const std::string& map, double low, double high);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildControls();
  void applyLook();
  void look(VolumeScene::Direction direction);
  void surfaceFromSlider();

  VolumeScene scene_;
  VolumeLook look_;
  std::shared_ptr<const Scan> scan_;
  VtkWidget* canvas_;
  QWidget* legend_;
  QWidget* controls_;
  QComboBox* preset_;
  QCheckBox* volume_;
  QCheckBox* surface_;
  QSlider* surfaceSlider_;
  QDoubleSpinBox* surfaceRi_;
  QTimer* refine_;
  QTimer* contour_;
};

}  // namespace tomocyte
