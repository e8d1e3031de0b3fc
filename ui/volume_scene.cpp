// Transfer functions are relative to the medium index, so that they hold in any medium.
#include "ui/volume_scene.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkOutlineSource.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPlane.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

#include <algorithm>
#include <cmath>

#include "ui/colour_map.h"
#include "ui/viewer/iso_surface.h"

namespace tomocyte {
namespace {

constexpr double kAway =
    500.0;  // µm from the focus to the camera; the projection is parallel: only outside of the volume

}  // namespace

const std::vector<std::string>& volumePresets() {
  static const std::vector<std::string> presets = {"White cell", "Red cell", "Bead", "Colour map"};
  return presets;
}

struct VolumeScene::Pipeline {
  vtkNew<vtkRenderer> renderer;
  vtkSmartPointer<vtkImageData> image = vtkSmartPointer<vtkImageData>::New();
  vtkNew<vtkGPUVolumeRayCastMapper> mapper;
  vtkNew<vtkGPUVolumeRayCastMapper> reducedMapper;  // of a small copy, for movement
  vtkSmartPointer<vtkImageData> reduced;            // null until it is asked for
  vtkNew<vtkVolume> volume;
  vtkNew<vtkColorTransferFunction> colours;
  vtkNew<vtkPiecewiseFunction> opacity;
  struct Surface {
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> actor;
    bool present = false;
  };
  std::array<Surface, 2> surfaces;
  vtkNew<vtkPlane> clip;
  vtkNew<vtkOutlineSource> outlineSource;
  vtkNew<vtkPolyDataMapper> outlineMapper;
  vtkNew<vtkActor> outline;
  std::shared_ptr<const Scan> scan;
  VolumeLook look;
  RaySampling sampling;
  std::array<double, 3> focus{};

  void applyTransferFunction();
  void applySurfaces();
  void applyClipping();
  void applySampling();
};

void VolumeScene::Pipeline::applyTransferFunction() {
  colours->RemoveAllPoints();
  opacity->RemoveAllPoints();
  const double medium = scan && scan->tomogram ? scan->tomogram->medium_index : 1.337;
  const TransferFunction& function = look.function;
  for (const TransferPoint& point : function.points) {
    opacity->AddPoint(medium + point.above_medium, point.opacity);
    if (function.colour_map.empty())
      colours->AddRGBPoint(medium + point.above_medium, point.colour[0], point.colour[1], point.colour[2]);
  }
  if (function.colour_map.empty()) return;
  const ColourMap& map = ColourMap::named(function.colour_map);
  const double width = std::max(look.ri_maximum - look.ri_minimum, 1e-4);
  for (int i = 0; i <= 16; ++i) {
    const QRgb c = map.at(i / 16.0);
    colours->AddRGBPoint(look.ri_minimum + i / 16.0 * width, qRed(c) / 255.0, qGreen(c) / 255.0, qBlue(c) / 255.0);
  }
}

void VolumeScene::Pipeline::applySurfaces() {
  for (std::size_t i = 0; i < surfaces.size(); ++i) {
    const SurfaceLook& wanted = look.surfaces[i];
    vtkProperty* property = surfaces[i].actor->GetProperty();
    surfaces[i].actor->SetVisibility(wanted.shown && surfaces[i].present);
    property->SetColor(wanted.colour[0], wanted.colour[1], wanted.colour[2]);
    property->SetOpacity(wanted.opacity);
  }
}

void VolumeScene::Pipeline::applyClipping() {
  mapper->RemoveAllClippingPlanes();
  reducedMapper->RemoveAllClippingPlanes();
  for (Surface& surface : surfaces) surface.mapper->RemoveAllClippingPlanes();
  if (!look.clip.on) return;
  const auto& n = look.clip.normal;
  clip->SetNormal(n[0], n[1], n[2]);
  clip->SetOrigin(n[0] * look.clip.offset_um, n[1] * look.clip.offset_um, n[2] * look.clip.offset_um);
  mapper->AddClippingPlane(clip);
  reducedMapper->AddClippingPlane(clip);
  for (Surface& surface : surfaces) surface.mapper->AddClippingPlane(clip);
}

void VolumeScene::Pipeline::applySampling() {
  if (!scan || !scan->tomogram) return;
  if (sampling.reduced && !reduced) {
    reduced = reducedImageOf(*scan->tomogram, kReducedVoxels);
    reducedMapper->SetInputData(reduced);
  }
  vtkGPUVolumeRayCastMapper* used = sampling.reduced ? reducedMapper : mapper;
  const double voxel = (sampling.reduced ? reduced : image)->GetSpacing()[0];
  used->SetSampleDistance(static_cast<float>(voxel * sampling.step_voxels));
  used->SetImageSampleDistance(static_cast<float>(sampling.pixels));
  volume->SetMapper(used);
}

VolumeScene::VolumeScene() : pipeline_(std::make_unique<Pipeline>()) {
  Pipeline& p = *pipeline_;
  p.renderer->SetBackground(0.055, 0.063, 0.075);
  p.renderer->SetBackground2(0.14, 0.16, 0.19);
  p.renderer->GradientBackgroundOn();
  p.renderer->GetActiveCamera()->ParallelProjectionOn();
  p.mapper->SetInputData(p.image);
  for (vtkGPUVolumeRayCastMapper* mapper : {p.mapper.Get(), p.reducedMapper.Get()}) {
    mapper->SetBlendModeToComposite();
    mapper->AutoAdjustSampleDistancesOff();
    mapper->SetUseJittering(1);
  }
  p.volume->SetMapper(p.mapper);
  vtkVolumeProperty* property = p.volume->GetProperty();
  property->SetColor(p.colours);
  property->SetScalarOpacity(p.opacity);
  property->SetScalarOpacityUnitDistance(1.0);  // µm
  property->SetInterpolationTypeToLinear();
  property->ShadeOn();
  property->SetAmbient(0.45);
  property->SetDiffuse(0.65);
  property->SetSpecular(0.25);
  property->SetSpecularPower(20.0);
  for (Pipeline::Surface& surface : p.surfaces) {
    surface.mapper->ScalarVisibilityOff();
    surface.actor->SetMapper(surface.mapper);
    surface.actor->GetProperty()->SetSpecular(0.3);
    surface.actor->GetProperty()->SetSpecularPower(30.0);
  }
  p.outlineMapper->SetInputConnection(p.outlineSource->GetOutputPort());
  p.outline->SetMapper(p.outlineMapper);
  p.outline->GetProperty()->SetColor(0.45, 0.5, 0.55);
  p.outline->GetProperty()->LightingOff();
}

VolumeScene::~VolumeScene() = default;

vtkRenderer* VolumeScene::renderer() const { return pipeline_->renderer; }

void VolumeScene::setScan(std::shared_ptr<const Scan> scan) {
  Pipeline& p = *pipeline_;
  const std::shared_ptr<const Scan> before = p.scan;  // alive until VTK has let go of its memory
  p.scan = std::move(scan);
  p.renderer->RemoveVolume(p.volume);
  for (std::size_t i = 0; i < p.surfaces.size(); ++i) {
    setSurface(i, nullptr);
    p.renderer->RemoveActor(p.surfaces[i].actor);
  }
  p.renderer->RemoveActor(p.outline);
  p.volume->SetMapper(p.mapper);
  p.reduced = nullptr;
  p.image = vtkSmartPointer<vtkImageData>::New();
  if (p.scan && p.scan->tomogram) p.image = imageOf(*p.scan->tomogram);
  p.mapper->SetInputData(p.image);
  if (!p.scan || !p.scan->tomogram) return;
  double bounds[6];
  p.image->GetBounds(bounds);
  p.outlineSource->SetBounds(bounds);
  p.renderer->AddActor(p.outline);
  p.renderer->AddVolume(p.volume);
  for (Pipeline::Surface& surface : p.surfaces) p.renderer->AddActor(surface.actor);
  setLook(p.look);
  p.applySampling();
}

void VolumeScene::setLook(const VolumeLook& look) {
  Pipeline& p = *pipeline_;
  p.look = look;
  p.volume->SetVisibility(look.volume);
  p.applyTransferFunction();
  p.applySurfaces();
  p.applyClipping();
}

void VolumeScene::setSurface(std::size_t which, vtkPolyData* triangles) {
  Pipeline::Surface& surface = pipeline_->surfaces[which];
  surface.present = triangles != nullptr;
  surface.mapper->SetInputData(triangles ? triangles : vtkNew<vtkPolyData>().Get());
  pipeline_->applySurfaces();
}

void VolumeScene::setSampling(const RaySampling& sampling) {
  pipeline_->sampling = sampling;
  pipeline_->applySampling();
}

namespace {

// Room around the cells (or the one), so that the whole of each is seen; the volume's own bounds without cells.
void boundsOfCells(const Scan& scan, int label, const double* origin, const double* spacing, double* bounds) {
  bool first = true;
  for (const Cell& cell : scan.cells) {
    if (label != 0 && cell.label != label) continue;
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const std::size_t vtk = 2 - axis;
      const double low = origin[vtk] + static_cast<double>(cell.box.begin[axis]) * spacing[vtk];
      const double high = origin[vtk] + static_cast<double>(cell.box.end[axis]) * spacing[vtk];
      bounds[2 * vtk] = first ? low : std::min(bounds[2 * vtk], low);
      bounds[2 * vtk + 1] = first ? high : std::max(bounds[2 * vtk + 1], high);
    }
    first = false;
  }
}

}  // namespace

void VolumeScene::lookFrom(Direction direction, int label) {
  Pipeline& p = *pipeline_;
  if (!p.scan || !p.scan->tomogram) return;
  double bounds[6];
  p.image->GetBounds(bounds);
  boundsOfCells(*p.scan, label, p.image->GetOrigin(), p.image->GetSpacing(), bounds);
  double extent = 0.0;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    p.focus[axis] = 0.5 * (bounds[2 * axis] + bounds[2 * axis + 1]);
    extent += std::pow(bounds[2 * axis + 1] - bounds[2 * axis], 2);
  }
  // y points down in the slices; the 3D view agrees with them.
  static const std::array<double, 3> towards[4] = {{-0.532, -0.436, -0.726}, {-1, 0, 0}, {0, 1, 0}, {0, 0, -1}};
  static const std::array<double, 3> up[4] = {{0, -1, 0}, {0, -1, 0}, {0, 0, -1}, {0, -1, 0}};
  const auto view = static_cast<std::size_t>(direction);
  // Two thirds of the box's diagonal: its corners are empty.
  setPose({towards[view], up[view], {0, 0, 0}, 0.62 * std::sqrt(extent)});
}

CameraPose VolumeScene::pose() const {
  const Pipeline& p = *pipeline_;
  vtkCamera* camera = p.renderer->GetActiveCamera();
  CameraPose pose;
  camera->GetDirectionOfProjection(pose.towards.data());
  for (double& component : pose.towards) component = -component;
  camera->GetViewUp(pose.up.data());
  camera->GetFocalPoint(pose.offset_um.data());
  for (std::size_t axis = 0; axis < 3; ++axis) pose.offset_um[axis] -= p.focus[axis];
  pose.height_um = heightUm();
  return pose;
}

void VolumeScene::setPose(const CameraPose& pose) {
  Pipeline& p = *pipeline_;
  vtkCamera* camera = p.renderer->GetActiveCamera();
  double middle[3];
  double position[3];
  for (std::size_t axis = 0; axis < 3; ++axis) {
    middle[axis] = p.focus[axis] + pose.offset_um[axis];
    position[axis] = middle[axis] + kAway * pose.towards[axis];
  }
  camera->SetFocalPoint(middle);
  camera->SetPosition(position);
  camera->SetViewUp(pose.up.data());
  camera->SetParallelScale(0.5 * pose.height_um);
  p.renderer->ResetCameraClippingRange();
}

void VolumeScene::turn(double degrees) {
  pipeline_->renderer->GetActiveCamera()->Azimuth(degrees);
  pipeline_->renderer->ResetCameraClippingRange();
}

double VolumeScene::heightUm() const { return 2.0 * pipeline_->renderer->GetActiveCamera()->GetParallelScale(); }

}  // namespace tomocyte
