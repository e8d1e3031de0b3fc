// Random changes of training cells that leave their class as it is (Ryu 2021, section 2.5): translation, cropping,
// elastic deformation, Gaussian noise, and rotation about the optical axis, the one rotation that the missing cone
// allows.
#pragma once

#include <cstdint>

#include "core/array.h"
#include "core/options.h"

namespace tomocyte {

struct AugmentationOptions {
  double translation = 0.06;  // largest shift along each axis, of the crop's edge
  double cropping = 0.06;     // largest part cut off at each side, of the crop's edge; medium takes its place
  double elastic = 0.02;      // standard deviation of the smooth displacement, of the crop's edge
  double noise = 0.03;        // standard deviation, of the input's scale
  bool rotation = true;       // by any angle about the optical axis
};
template <>
const OptionTable<AugmentationOptions>& option_table<AugmentationOptions>();

// Changes every cell of `cells` [cell, z, y, x]. The same seed gives the same changes.
void augment(View<float, 4> cells, const AugmentationOptions& options, std::uint64_t seed);

}  // namespace tomocyte
