// Does every frame show the pattern that it was taken for? Measured from the holograms: modulators report stale pattern
// indices. Internal to the engine.
#pragma once

#include <string>
#include <vector>

#include "acquisition/engine.h"
#include "acquisition/position_scan.h"

namespace tomocyte {

// Empty when each frame's vector is nearer to its own pattern than to any other, and as near as half the way to the
// nearest other one; otherwise the frames by number: "frame 7 shows pattern 8". Numbers count from 1.
[[nodiscard]] std::string illumination_fault(const std::vector<SharedFrame>& frames,
                                             const std::vector<WaveVector>& commanded,
                                             const MeasureIllumination& measure);

}  // namespace tomocyte
