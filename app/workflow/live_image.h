// What the live view says of one frame beyond its picture.
#pragma once

#include <optional>
#include <vector>

#include "acquisition/camera.h"
#include "core/optical_setup.h"
#include "reconstruction/preview.h"

namespace tomocyte {

struct LiveImage {
  Array<std::uint16_t, 2> counts;  // [y, x]
  int bit_depth = 8;
  std::vector<double> histogram;           // pixels in 256 bins from 0 to full scale
  double saturated = 0.0;                  // fraction of the pixels at full scale
  std::optional<double> focus_contrast;    // of the amplitude (acquisition/autofocus.h), with the preview
  std::optional<HologramPreview> preview;  // spectrum, amplitude and phase; empty: not asked for, or no fringes
};

// `setup` absent: no preview. `carrier` absent: it is searched in the frame. Never throws for a frame without fringes.
[[nodiscard]] LiveImage analyse_live_frame(CameraFrame frame, int bit_depth, const std::optional<OpticalSetup>& setup,
                                           const std::optional<WaveVector>& carrier = {});

}  // namespace tomocyte
