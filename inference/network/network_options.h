// What a network looks at and how large it is. Both structs stand in the model's card.
#pragma once

#include <array>
#include <string>

#include "core/array.h"
#include "core/options.h"

namespace tomocyte {

// The crop of a cell that a network sees.
struct InputOptions {
  // "tomogram" (3D), or a 2D baseline of Ryu 2021, section 3.3: "mip" (maximum over z), "phase", "amplitude" (both of
  // the frame nearest to normal incidence)
  std::string input = "tomogram";
  int voxels = 48;              // edge of the crop
  double voxel_size_um = 0.27;  // of the crop, all axes; a 2D input's pixel
};
template <>
const OptionTable<InputOptions>& option_table<InputOptions>();

// [z, y, x] of the crop: one plane for the 2D inputs.
[[nodiscard]] Shape<3> input_shape(const InputOptions& options);

struct NetworkOptions {
  int width = 16;  // channels after the first convolution; multiples of 16 run fastest on CPUs
  int depth = 3;   // resolutions that each down- and upsampling block goes through
};
template <>
const OptionTable<NetworkOptions>& option_table<NetworkOptions>();

}  // namespace tomocyte
