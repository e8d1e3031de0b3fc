// The angles of a scan: one normal, the rest on a ring or a spiral.
#pragma once

#include <vector>

#include "core/optical_setup.h"

namespace tomocyte {

// `angles` vectors, the first (0, 0). Ring: evenly spaced at illumination_na. Spiral: Archimedean with equal area per
// angle, out to illumination_na.
[[nodiscard]] std::vector<WaveVector> ring_scan(const OpticalSetup& setup, double illumination_na, int angles);
[[nodiscard]] std::vector<WaveVector> spiral_scan(const OpticalSetup& setup, double illumination_na, int angles);

}  // namespace tomocyte
