// Transfer functions are relative to the medium index, so that they hold in any medium.
#include "ui/volume_scene.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkOutlineSource.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPointData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

#include <algorithm>
#include <cmath>

#include "ui/colour_map.h"

namespace tomocyte {
namespace {

struct Stop {
  double above_medium;  // refractive index above the medium's
  double red, green, blue;
  double opacity;  // per µm
};

// Cytoplasm glassy, nucleus and nucleoli denser and warmer; haemoglobin red; a bead as a solid.
const std::vector<Stop>& stopsOf(const std::string& preset) {
  static const std::vector<Stop> white = {{0.006, 0.30, 0.55, 0.80, 0.000}, {0.012, 0.35, 0.65, 0.90, 0.060},
                                          {0.024, 0.45, 0.80, 0.85, 0.090}, {0.034, 0.95, 0.85, 0.45, 0.280},
                                          {0.046, 0.98, 0.60, 0.25, 0.650}, {0.070, 1.00, 0.95, 0.85, 1.200}};
  static const std::vector<Stop> red = {{0.008, 0.55, 0.05, 0.08, 0.000},
                                        {0.020, 0.70, 0.10, 0.12, 0.250},
                                        {0.045, 0.85, 0.20, 0.18, 0.700},
                                        {0.080, 1.00, 0.60, 0.50, 1.200}};
  static const std::vector<Stop> bead = {{0.010, 0.55, 0.60, 0.70, 0.000},
                                         {0.020, 0.60, 0.70, 0.85, 0.600},
                                         {0.040, 0.75, 0.85, 0.95, 1.500},
                                         {0.200, 1.00, 1.00, 1.00, 3.000}};
  return preset == "Red cell" ? red : preset == "Bead" ? bead : white;
}

}  // namespace

const std::vector<std::string>& volumePresets() {
  static const std::vector<std::string> presets = {"White cell", "Red cell", "Bead", "Colour map"};
  return presets;
}

struct VolumeScene::Pipeline {
  vtkNew<vtkRenderer> renderer;
  vtkNew<vtkImageData> image;
  vtkNew<vtkGPUVolumeRayCastMapper> mapper;
  vtkNew<vtkVolume> volume;
  vtkNew<vtkColorTransferFunction> colours;
  vtkNew<vtkPiecewiseFunction> opacity;
  vtkNew<vtkFlyingEdges3D> contour;
  vtkNew<vtkPolyDataMapper> surfaceMapper;
  vtkNew<vtkActor> surface;
  vtkNew<vtkOutlineSource> outlineSource;
  vtkNew<vtkPolyDataMapper> outlineMapper;
  vtkNew<vtkActor> outline;
  std::shared_ptr<const Scan> scan;
  VolumeLook look;
  bool coarse = false;

  void shareMemory();
  void applyTransferFunction();
  void applySampling();
};

// VTK reads the tomogram where it lies: [z, y, x] with x fastest is VTK's own order.
void VolumeScene::Pipeline::shareMemory() {
  const Tomogram& tomogram = *scan->tomogram;
  const Shape<3>& shape = tomogram.ri.shape();
  const VoxelSize& size = tomogram.voxel_size_um;
  vtkNew<vtkFloatArray> values;
  values->SetArray(const_cast<float*>(tomogram.ri.data()), tomogram.ri.size(), 1);  // 1: VTK never frees it
  image->Initialize();
  image->SetDimensions(static_cast<int>(shape[2]), static_cast<int>(shape[1]), static_cast<int>(shape[0]));
  image->SetSpacing(size.x, size.y, size.z);
  image->SetOrigin(-static_cast<double>(shape[2] / 2) * size.x, -static_cast<double>(shape[1] / 2) * size.y,
                   -static_cast<double>(shape[0] / 2) * size.z);
  image->GetPointData()->SetScalars(values);
  image->Modified();
}

void VolumeScene::Pipeline::applyTransferFunction() {
  colours->RemoveAllPoints();
  opacity->RemoveAllPoints();
  const double medium = scan && scan->tomogram ? scan->tomogram->medium_index : 1.337;
  opacity->AddPoint(medium, 0.0);
  if (look.preset == "Colour map") {
    const ColourMap& map = ColourMap::named(look.colour_map);
    const double width = std::max(look.ri_maximum - look.ri_minimum, 1e-4);
    for (int i = 0; i <= 16; ++i) {
      const double t = i / 16.0;
      const QRgb c = map.at(t);
      colours->AddRGBPoint(look.ri_minimum + t * width, qRed(c) / 255.0, qGreen(c) / 255.0, qBlue(c) / 255.0);
      opacity->AddPoint(look.ri_minimum + t * width, 0.9 * std::pow(std::max(t - 0.12, 0.0), 1.5));
    }
    return;
  }
  for (const Stop& stop : stopsOf(look.preset)) {
    colours->AddRGBPoint(medium + stop.above_medium, stop.red, stop.green, stop.blue);
    opacity->AddPoint(medium + stop.above_medium, 1.0 - std::exp(-stop.opacity));
  }
}

void VolumeScene::Pipeline::applySampling() {
  const double voxel = scan && scan->tomogram ? scan->tomogram->voxel_size_um.x : 0.1;
  mapper->SetSampleDistance(static_cast<float>(voxel * (coarse ? 4.0 : 1.0)));
}

VolumeScene::VolumeScene() : pipeline_(std::make_unique<Pipeline>()) {
  Pipeline& p = *pipeline_;
  p.renderer->SetBackground(0.055, 0.063, 0.075);
  p.renderer->SetBackground2(0.14, 0.16, 0.19);
  p.renderer->GradientBackgroundOn();
  p.renderer->GetActiveCamera()->ParallelProjectionOn();
  p.mapper->SetInputData(p.image);
  p.mapper->SetBlendModeToComposite();
  p.mapper->AutoAdjustSampleDistancesOff();
  p.mapper->SetUseJittering(1);
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
  p.contour->SetInputData(p.image);
  p.contour->ComputeNormalsOn();
  p.contour->ComputeScalarsOff();
  p.surfaceMapper->SetInputConnection(p.contour->GetOutputPort());
  p.surfaceMapper->ScalarVisibilityOff();
  p.surface->SetMapper(p.surfaceMapper);
  p.surface->GetProperty()->SetColor(0.62, 0.78, 0.88);
  p.surface->GetProperty()->SetSpecular(0.3);
  p.surface->GetProperty()->SetSpecularPower(30.0);
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
  p.renderer->RemoveActor(p.surface);
  p.renderer->RemoveActor(p.outline);
  if (!p.scan || !p.scan->tomogram) {
    p.image->Initialize();
    return;
  }
  p.shareMemory();
  double bounds[6];
  p.image->GetBounds(bounds);
  p.outlineSource->SetBounds(bounds);
  p.renderer->AddActor(p.outline);
  p.renderer->AddVolume(p.volume);
  p.renderer->AddActor(p.surface);
  setLook(p.look);
  p.applySampling();
}

void VolumeScene::setLook(const VolumeLook& look) {
  Pipeline& p = *pipeline_;
  p.look = look;
  p.volume->SetVisibility(look.volume);
  p.surface->SetVisibility(look.surface);
  p.surface->GetProperty()->SetOpacity(look.volume ? 0.25 : 1.0);
  if (look.surface) p.contour->SetValue(0, look.surface_ri);
  p.applyTransferFunction();
}

void VolumeScene::setCoarse(bool coarse) {
  pipeline_->coarse = coarse;
  pipeline_->applySampling();
}

void VolumeScene::lookFrom(Direction direction) {
  Pipeline& p = *pipeline_;
  if (!p.scan || !p.scan->tomogram) return;
  double bounds[6];
  p.image->GetBounds(bounds);
  const double* spacing = p.image->GetSpacing();
  const double* origin = p.image->GetOrigin();
  if (!p.scan->cells.empty()) {
    // Room around the cells, so that the whole of each is seen.
    for (std::size_t axis = 0; axis < 3; ++axis) {
      Index low = p.scan->cells.front().box.begin[axis];
      Index high = p.scan->cells.front().box.end[axis];
      for (const Cell& cell : p.scan->cells) {
        low = std::min(low, cell.box.begin[axis]);
        high = std::max(high, cell.box.end[axis]);
      }
      const std::size_t vtkAxis = 2 - axis;
      bounds[2 * vtkAxis] = origin[vtkAxis] + static_cast<double>(low) * spacing[vtkAxis];
      bounds[2 * vtkAxis + 1] = origin[vtkAxis] + static_cast<double>(high) * spacing[vtkAxis];
    }
  }
  double centre[3];
  for (int axis = 0; axis < 3; ++axis) centre[axis] = 0.5 * (bounds[2 * axis] + bounds[2 * axis + 1]);
  // y points down in the slices; the 3D view agrees with them.
  static const double towards[4][3] = {{-0.55, -0.45, -0.75}, {-1, 0, 0}, {0, 1, 0}, {0, 0, -1}};
  static const double up[4][3] = {{0, -1, 0}, {0, -1, 0}, {0, 0, -1}, {0, -1, 0}};
  const auto view = static_cast<std::size_t>(direction);
  vtkCamera* camera = p.renderer->GetActiveCamera();
  camera->SetFocalPoint(centre);
  camera->SetPosition(centre[0] + 50.0 * towards[view][0], centre[1] + 50.0 * towards[view][1],
                      centre[2] + 50.0 * towards[view][2]);
  camera->SetViewUp(up[view]);
  p.renderer->ResetCamera(bounds);
  camera->SetParallelScale(0.62 * camera->GetParallelScale());  // ResetCamera leaves room for the box's diagonal
  p.renderer->ResetCameraClippingRange();
}

double VolumeScene::heightUm() const { return 2.0 * pipeline_->renderer->GetActiveCamera()->GetParallelScale(); }

QImage renderVolume(std::shared_ptr<const Scan> scan, const VolumeLook& look, int width, int height, double& heightUm) {
  VolumeScene scene;
  vtkNew<vtkRenderWindow> window;
  window->SetOffScreenRendering(1);
  window->SetMultiSamples(0);
  window->SetSize(width, height);
  window->AddRenderer(scene.renderer());
  scene.setScan(std::move(scan));
  scene.setLook(look);
  scene.lookFrom(VolumeScene::Direction::oblique);
  heightUm = scene.heightUm();
  window->Render();
  vtkNew<vtkUnsignedCharArray> pixels;
  window->GetPixelData(0, 0, width - 1, height - 1, 1, pixels);
  QImage image(pixels->GetPointer(0), width, height, 3 * width, QImage::Format_RGB888);
  return image.mirrored().convertToFormat(QImage::Format_RGB32);
}

}  // namespace tomocyte
