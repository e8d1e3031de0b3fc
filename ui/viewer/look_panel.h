// How the 3D view looks: surfaces, clipping plane, transfer function with presets. Holds the look; the view draws it.
#pragma once

#include <QWidget>
#include <array>
#include <optional>

#include "app/workflow/surface_levels.h"
#include "ui/volume_scene.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;
class QVBoxLayout;

namespace tomocyte {

class TransferEditor;

class LookPanel : public QWidget {
  Q_OBJECT
 public:
  explicit LookPanel(QWidget* parent = nullptr);

  [[nodiscard]] const VolumeLook& look() const { return look_; }
  // Of a new scan: half its edges bound the clipping plane. Levels follow when they are computed.
  void setTomogram(const Tomogram* tomogram);
  void setLevels(const SurfaceLevels& levels);
  // Colour map and its range of refractive index, as for the slices.
  void setColours(const std::string& map, double low, double high);
  void setShown(bool volume, bool membrane, bool interior);
  // For the clipping plane "as seen".
  void setViewDirection(const std::array<double, 3>& towards) { towards_ = towards; }

 Q_SIGNALS:
  void edited();
  void message(const QString& text);

 private:
  QWidget* buildSurfaces();
  QWidget* buildClipping();
  QWidget* buildTransfer();
  void fillPresets(const QString& chosen);
  void choosePreset();
  void savePreset();
  void removePreset();
  void clipTo(int choice);
  void edit();

  struct SurfaceRow {
    QCheckBox* shown;
    QDoubleSpinBox* ri;
    QSlider* slider;
    QPushButton* colour;
    QSlider* opacity;
  };
  void chooseColour(std::size_t surface);
  void paintButton(std::size_t surface);
  void slide(std::size_t surface);

  VolumeLook look_;
  double medium_ = 1.337;
  double highest_ = 1.40;
  std::array<double, 3> halfUm_{10, 10, 10};  // x, y, z
  std::array<double, 3> towards_{0, 0, -1};
  std::array<double, 3> across_{1, 0, 0};  // the clipping plane's normal before it is flipped
  bool flipped_ = false;
  std::string map_ = "viridis";
  TransferFunction generated_;  // from the colour map; follows map and range until it is edited
  std::array<SurfaceRow, 2> rows_{};
  QCheckBox* volume_;
  QComboBox* clip_;
  QSlider* clipAt_;
  QLabel* clipText_;
  QPushButton* flip_;
  QComboBox* preset_;
  QPushButton* undo_;
  QPushButton* remove_;
  TransferEditor* editor_;
};

}  // namespace tomocyte
