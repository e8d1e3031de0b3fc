// A 3D frame as it leaves the program: with sample id, scale bar, colour bar, SIMULATED and the research-use words.
#pragma once

#include <QImage>

#include "core/scan.h"
#include "ui/volume_scene.h"

namespace tomocyte {

// `heightUm`: of the frame. What is drawn on it grows with the frame.
[[nodiscard]] QImage labelledFrame(const QImage& frame, const Scan& scan, const VolumeLook& look, double heightUm);

}  // namespace tomocyte
