// What the camera saw, angle by angle: hologram, its spectrum with the found order, amplitude and phase, verdict.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "app/workflow/workflow.h"
#include "core/scan.h"

class QLabel;
class QSlider;
class QSpinBox;

namespace tomocyte {

class BackgroundJob;
class HologramPanels;

// One frame while the camera is running, copied out of the acquisition's thread.
struct LiveFrame {
  Index angle = 0;
  Index angles = 0;
  int bit_depth = 8;
  double pixel_size_um = 0.0;
  Array<std::uint16_t, 2> counts;
  std::optional<HologramPreview> preview;  // not of every frame: it costs more than the frame
};

class HologramView : public QWidget {
  Q_OBJECT
 public:
  explicit HologramView(QWidget* parent = nullptr);
  ~HologramView() override;

  void setScan(std::shared_ptr<const Scan> scan);
  void showLive(const LiveFrame& frame);
  void setAngle(int angle);

 private:
  void showFields(int angle);
  void showVerdict(int angle);
  void requestPreview();

  std::shared_ptr<const Scan> scan_;
  BackgroundJob* job_;
  int wanted_ = -1;  // the angle whose preview is still to be computed
  int angle_ = 0;
  HologramPanels* panels_;
  QSlider* slider_;
  QSpinBox* number_;
  QLabel* count_;
  QLabel* verdict_;
};

}  // namespace tomocyte
