// The 3D picture of a tomogram: volume rendering with a refractive-index transfer function, and an isosurface.
// Used by the window and, off screen, by the PNG pictures.
#pragma once

#include <QImage>
#include <memory>
#include <string>
#include <vector>

#include "core/scan.h"

class vtkRenderer;

namespace tomocyte {

struct VolumeLook {
  bool volume = true;
  bool surface = false;
  double surface_ri = 0.0;  // refractive index of the isosurface
  std::string preset = "White cell";
  std::string colour_map = "viridis";  // for the preset "Colour map"
  double ri_minimum = 0.0;
  double ri_maximum = 0.0;
};

// "White cell", "Red cell", "Bead", "Colour map".
[[nodiscard]] const std::vector<std::string>& volumePresets();

class VolumeScene {
 public:
  VolumeScene();
  ~VolumeScene();
  VolumeScene(const VolumeScene&) = delete;
  VolumeScene& operator=(const VolumeScene&) = delete;

  [[nodiscard]] vtkRenderer* renderer() const;
  // Shares the tomogram's memory and keeps the scan alive. Null or without tomogram: an empty scene.
  void setScan(std::shared_ptr<const Scan> scan);
  void setLook(const VolumeLook& look);
  // Coarse sampling while the user turns the volume: software rendering is slow.
  void setCoarse(bool coarse);
  // Looks at the box of the cells (of the whole volume when there are none) from obliquely above, or along an axis.
  enum class Direction { oblique, alongX, alongY, alongZ };
  void lookFrom(Direction direction);
  // Height of the picture in µm (the projection is parallel, so one scale holds everywhere).
  [[nodiscard]] double heightUm() const;

 private:
  struct Pipeline;
  std::unique_ptr<Pipeline> pipeline_;
};

// Needs an X display (display.h).
[[nodiscard]] QImage renderVolume(std::shared_ptr<const Scan> scan, const VolumeLook& look, int width, int height,
                                  double& heightUm);

}  // namespace tomocyte
