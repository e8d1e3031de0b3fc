// A slide of the simulated microscope: cells of all kinds on a grid of sites, far enough apart that one field shows one
// site.
#pragma once

#include <cstdint>
#include <vector>

#include "acquisition/simulated_microscope.h"

namespace tomocyte {

// 8 sites, 60 µm apart, around the origin, which holds a monocyte; white cells, red cells and platelets elsewhere. The
// same seed gives the same slide. Between the sites the slide is empty.
[[nodiscard]] std::vector<SlideSite> simulated_slide(double medium_index, std::uint64_t seed);

}  // namespace tomocyte
