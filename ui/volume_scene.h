// The 3D picture of a tomogram: volume rendering with a refractive-index transfer function, two isosurfaces, a clipping
// plane. Used by the window and, off screen, by pictures and movies.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/scan.h"
#include "core/transfer_function.h"
#include "ui/viewer/frame_pace.h"

class vtkPolyData;
class vtkRenderer;

namespace tomocyte {

struct SurfaceLook {
  bool shown = false;
  double ri = 0.0;                        // refractive index of the isosurface
  std::array<double, 3> colour{1, 1, 1};  // red, green, blue, 0 to 1
  double opacity = 1.0;
};

// The side that the normal points to is kept.
struct ClippingPlane {
  bool on = false;
  std::array<double, 3> normal{1, 0, 0};  // x, y, z, of length 1
  double offset_um = 0.0;                 // along the normal, from the tomogram's centre voxel
};

struct VolumeLook {
  bool volume = true;
  TransferFunction function = preset_function("White cell");
  double ri_minimum = 0.0;  // of the function's colour map
  double ri_maximum = 0.0;
  std::array<SurfaceLook, 2> surfaces = {SurfaceLook{false, 0.0, {0.62, 0.78, 0.88}, 0.25},
                                         SurfaceLook{false, 0.0, {0.90, 0.62, 0.00}, 0.9}};  // membrane, interior
  ClippingPlane clip;
};

// Names for preset_function(), and "Colour map".
[[nodiscard]] const std::vector<std::string>& volumePresets();

// Where a scene is looked at from, relative to its focus: the same pose shows two cells alike.
struct CameraPose {
  std::array<double, 3> towards{0, 0, -1};  // from the focus to the camera, x, y, z, of length 1
  std::array<double, 3> up{0, -1, 0};
  std::array<double, 3> offset_um{0, 0, 0};  // of the point in the middle of the picture from the focus
  double height_um = 20.0;                   // of the picture
};

class VolumeScene {
 public:
  VolumeScene();
  ~VolumeScene();
  VolumeScene(const VolumeScene&) = delete;
  VolumeScene& operator=(const VolumeScene&) = delete;

  [[nodiscard]] vtkRenderer* renderer() const;
  // Shares the tomogram's memory and keeps the scan alive. Null or without tomogram: an empty scene. Surfaces are gone.
  void setScan(std::shared_ptr<const Scan> scan);
  void setLook(const VolumeLook& look);
  // The triangles of surface `which` (0: membrane, 1: interior), from isoSurface(). Null: none.
  void setSurface(std::size_t which, vtkPolyData* triangles);
  void setSampling(const RaySampling& sampling);
  // Looks at the box of the cells, or of the cell `label` (of the whole volume when there are none), from obliquely
  // above, or along an axis.
  enum class Direction { oblique, alongX, alongY, alongZ };
  void lookFrom(Direction direction, int label = 0);
  [[nodiscard]] CameraPose pose() const;
  void setPose(const CameraPose& pose);
  // Around the picture's vertical axis.
  void turn(double degrees);
  // Height of the picture in µm (the projection is parallel, so one scale holds everywhere).
  [[nodiscard]] double heightUm() const;

 private:
  struct Pipeline;
  std::unique_ptr<Pipeline> pipeline_;
};

}  // namespace tomocyte
