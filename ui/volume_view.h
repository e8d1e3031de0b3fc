// The 3D view: canvas, what is shown, viewing direction. Coarse while it moves, refined at rest; surfaces are computed
// beside the GUI thread.
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>
#include <optional>

#include "core/scan.h"
#include "ui/viewer/frame_pace.h"
#include "ui/volume_scene.h"

class QCheckBox;
class QTimer;

namespace tomocyte {

class BackgroundJob;
class VtkWidget;

class VolumeView : public QWidget {
  Q_OBJECT
 public:
  explicit VolumeView(QWidget* parent = nullptr);
  ~VolumeView() override;

  void setScan(std::shared_ptr<const Scan> scan);
  // The cell that is looked at; 0: all of them. Before or after setScan.
  void setCell(int label);
  void setLook(const VolumeLook& look);
  [[nodiscard]] const VolumeLook& look() const { return look_; }
  [[nodiscard]] CameraPose pose() const { return scene_.pose(); }
  void setPose(const CameraPose& pose);
  // All shown surfaces are those of the look.
  [[nodiscard]] bool surfacesReady() const;
  // False: the controls belong elsewhere.
  void showControls(bool shown);

 Q_SIGNALS:
  // The user asked for other parts to be shown.
  void shownChanged(bool volume, bool membrane, bool interior);
  // The user turned, moved or zoomed.
  void posed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildCanvas();
  void buildControls();
  void look(VolumeScene::Direction direction);
  void startMoving();
  void keepPace(double milliseconds);
  void rest();
  void refineBeside();
  void sample(const RaySampling& sampling);
  void updateSurfaces();
  void redraw();

  VolumeScene scene_;
  VolumeLook look_;
  std::shared_ptr<const Scan> scan_;
  int cell_ = 0;
  FramePace pace_;
  bool moving_ = false;
  bool fresh_ = false;
  bool software_ = false;                          // OpenGL on the processor: a fine frame takes seconds
  QImage fine_;                                    // the canvas at rest, drawn beside the GUI thread; null: not there
  int change_ = 0;                                 // counts what makes a fine frame out of date
  int refined_ = -1;                               // the change that the last fine frame was begun for
  std::array<std::optional<double>, 2> computed_;  // refractive index of the surfaces that were computed
  BackgroundJob* surfaces_;
  BackgroundJob* fineFrame_;
  VtkWidget* canvas_ = nullptr;  // null without OpenGL
  QWidget* legend_ = nullptr;
  QWidget* bar_;
  QCheckBox* volume_;
  std::array<QCheckBox*, 2> shown_{};
  QTimer* refine_;
  QTimer* settle_;
};

}  // namespace tomocyte
