#include "ui/viewer/volume_picture.h"

#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <chrono>

#include "core/error.h"
#include "ui/viewer/iso_surface.h"
#include "ui/viewer/opengl_probe.h"

namespace tomocyte {

struct VolumePicture::Window {
  VolumeScene scene;
  vtkNew<vtkRenderWindow> window;  // goes before the scene that it draws
};

VolumePicture::VolumePicture(std::shared_ptr<const Scan> scan, const VolumeLook& look, int width, int height) {
  if (const OpenGlInfo opengl = probeOpenGl(); !opengl.usable)
    throw DeviceError("the 3D picture cannot be drawn: " + opengl.problem,
                      "Draw it on a computer with OpenGL 3.2, or choose a view of slices (--view slices or mip).");
  window_ = std::make_unique<Window>();
  vtkRenderWindow* window = window_->window;
  window->SetOffScreenRendering(1);
  window->SetMultiSamples(0);
  window->SetSize(width, height);
  window->AddRenderer(window_->scene.renderer());
  window_->scene.setScan(scan);
  window_->scene.setLook(look);
  for (std::size_t i = 0; i < look.surfaces.size(); ++i)
    if (look.surfaces[i].shown && scan && scan->tomogram)
      window_->scene.setSurface(i, isoSurface(*scan->tomogram, look.surfaces[i].ri));
  window_->scene.lookFrom(VolumeScene::Direction::oblique);
}

VolumePicture::~VolumePicture() = default;

VolumeScene& VolumePicture::scene() { return window_->scene; }

QImage VolumePicture::frame(double* seconds) {
  vtkRenderWindow* window = window_->window;
  const auto start = std::chrono::steady_clock::now();
  window->Render();
  window->WaitForCompletion();
  if (seconds) *seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const int* size = window->GetSize();
  vtkNew<vtkUnsignedCharArray> pixels;
  window->GetPixelData(0, 0, size[0] - 1, size[1] - 1, 1, pixels);
  const QImage image(pixels->GetPointer(0), size[0], size[1], 3 * size[0], QImage::Format_RGB888);
  return image.mirrored().convertToFormat(QImage::Format_RGB32);
}

QImage renderVolume(std::shared_ptr<const Scan> scan, const VolumeLook& look, int width, int height, double& heightUm) {
  VolumePicture picture(std::move(scan), look, width, height);
  heightUm = picture.scene().heightUm();
  return picture.frame();
}

}  // namespace tomocyte
