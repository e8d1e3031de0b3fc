// Pictures of single fields for the stage map, on one scale, so that neighbours can be compared.
#pragma once

#include <QImage>

#include "acquisition/camera.h"
#include "app/workflow/live_image.h"

namespace tomocyte {

// Phase from 0 to 4 rad.
[[nodiscard]] QImage mapPicture(const HologramPreview& preview);
[[nodiscard]] double widthUmOf(const HologramPreview& preview);

// Counts from black to full scale, every fourth pixel.
[[nodiscard]] QImage mapPicture(const CameraFrame& frame, int bitDepth);

}  // namespace tomocyte
