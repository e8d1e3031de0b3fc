// Frames of the 3D view without a window, any size.
#pragma once

#include <QImage>
#include <memory>

#include "ui/volume_scene.h"

namespace tomocyte {

// Keeps the scene between frames. Needs an X display (display.h); one thread only.
class VolumePicture {
 public:
  // Draws the shown surfaces too (which takes a moment). Throws DeviceError when OpenGL cannot be used.
  VolumePicture(std::shared_ptr<const Scan> scan, const VolumeLook& look, int width, int height);
  ~VolumePicture();

  [[nodiscard]] VolumeScene& scene();
  // Without legends. `seconds` (may be null): how long the drawing took.
  [[nodiscard]] QImage frame(double* seconds = nullptr);

 private:
  struct Window;
  std::unique_ptr<Window> window_;
};

// Obliquely from above. `heightUm` becomes the height of the picture in µm.
[[nodiscard]] QImage renderVolume(std::shared_ptr<const Scan> scan, const VolumeLook& look, int width, int height,
                                  double& heightUm);

}  // namespace tomocyte
