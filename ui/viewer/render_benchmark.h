// Frame times of the 3D view on this computer.
#pragma once

#include <memory>

#include "core/progress.h"
#include "core/scan.h"
#include "ui/viewer/frame_pace.h"
#include "ui/viewer/opengl_probe.h"

namespace tomocyte {

struct RenderBenchmark {
  OpenGlInfo opengl;
  double first_ms = 0.0;    // with the volume's way to the graphics memory and the shaders
  double refined_ms = 0.0;  // at rest, median
  double moving_ms = 0.0;   // while it moves, once the pace has settled, median
  double moving_slowest_ms = 0.0;
  double surfaces_ms = 0.0;  // both surfaces computed, beside the GUI thread
  RaySampling moving;        // that it settled at
};

// A cell-like body (radius 4 µm, with nucleus) in voxels³ of 10.24 µm, simulated.
[[nodiscard]] std::shared_ptr<const Scan> renderingPhantom(int voxels);

// `frames` of a turn at rest and as many while it moves, width × height pixels, preset White cell. Throws DeviceError
// (no OpenGL), Cancelled.
[[nodiscard]] RenderBenchmark measureRendering(std::shared_ptr<const Scan> scan, int width, int height, int frames,
                                               const Progress& progress = {});

}  // namespace tomocyte
