#include "ui/viewer/render_benchmark.h"

#include <vtkPolyData.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include "app/workflow/surface_levels.h"
#include "ui/display.h"
#include "ui/viewer/iso_surface.h"
#include "ui/viewer/volume_picture.h"

namespace tomocyte {
namespace {

constexpr double kEdgeUm = 10.24;
constexpr int kSettling = 12;  // frames until the pace is found

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

}  // namespace

std::shared_ptr<const Scan> renderingPhantom(int voxels) {
  auto scan = std::make_shared<Scan>();
  scan->sample_id = "phantom";
  scan->simulated = true;
  Tomogram& tomogram = scan->tomogram.emplace();
  const double size = kEdgeUm / voxels;
  tomogram.ri = Array<float, 3>({voxels, voxels, voxels});
  tomogram.voxel_size_um = {size, size, size};
  tomogram.medium_index = 1.337;
  tomogram.wavelength_um = 0.532;
  const auto um = [&](Index i) { return static_cast<double>(i - voxels / 2) * size; };
  for (Index z = 0; z < voxels; ++z)
    for (Index y = 0; y < voxels; ++y)
      for (Index x = 0; x < voxels; ++x) {
        const double cell = std::hypot(um(x), um(y), 1.1 * um(z));
        const double nucleus = std::hypot(um(x) - 0.6, um(y), um(z));
        const double texture = 0.004 * std::sin(4.0 * um(x)) * std::sin(5.0 * um(y)) * std::sin(6.0 * um(z));
        tomogram.ri(z, y, x) = static_cast<float>(nucleus < 2.2 ? 1.375 + texture
                                                  : cell < 4.0  ? 1.36 + texture
                                                                : 1.337);
      }
  return scan;
}

RenderBenchmark measureRendering(std::shared_ptr<const Scan> scan, int width, int height, int frames,
                                 const Progress& progress) {
  ensureDisplay();
  RenderBenchmark result;
  result.opengl = probeOpenGl();
  VolumePicture picture(scan, VolumeLook{}, width, height);
  const auto draw = [&](double turn) {
    double seconds = 0.0;
    picture.scene().turn(turn);
    (void)picture.frame(&seconds);
    return 1000.0 * seconds;
  };
  result.first_ms = draw(0.0);
  const double step = 360.0 / frames;
  std::vector<double> refined;
  for (int frame = 0; frame < frames; ++frame) {
    progress.report(0.6 * frame / frames);
    refined.push_back(draw(step));
  }
  result.refined_ms = median(refined);
  FramePace pace;
  const auto settle = [&] {
    picture.scene().setSampling(pace.moving());
    (void)draw(step);  // compiles shaders
  };
  settle();
  for (int frame = 0; frame < kSettling; ++frame) {
    const std::size_t before = pace.level();
    pace.drawn(draw(step));
    if (pace.level() != before) settle();
  }
  std::vector<double> moving;
  for (int frame = 0; frame < frames; ++frame) {
    progress.report(0.7 + 0.2 * frame / frames);
    moving.push_back(draw(step));
  }
  result.moving_ms = median(moving);
  result.moving_slowest_ms = *std::max_element(moving.begin(), moving.end());
  result.moving = pace.moving();
  const SurfaceLevels levels = surface_levels(*scan);
  const auto start = std::chrono::steady_clock::now();
  (void)isoSurface(*scan->tomogram, levels.membrane_ri);
  (void)isoSurface(*scan->tomogram, levels.interior_ri);
  result.surfaces_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace tomocyte
