// The tables of the network's options.
#include "inference/network/network_options.h"

namespace tomocyte {

template <>
const OptionTable<InputOptions>& option_table<InputOptions>() {
  using O = InputOptions;
  static const OptionTable<O> table = {
      {&O::input, "input", "", "what the network sees", 0.0, 0.0, {"tomogram", "mip", "phase", "amplitude"}},
      {&O::voxels, "voxels", "", "edge of the crop around a cell", 8, 256, {}},
      {&O::voxel_size_um, "voxel-size-um", "µm", "voxel of the crop, all axes", 0.02, 2.0, {}},
  };
  return table;
}

template <>
const OptionTable<NetworkOptions>& option_table<NetworkOptions>() {
  using O = NetworkOptions;
  static const OptionTable<O> table = {
      {&O::width, "width", "", "channels after the first convolution; multiples of 16 run fastest on CPUs", 2, 256, {}},
      {&O::depth, "depth", "", "resolutions that each down- and upsampling block goes through", 1, 6, {}},
  };
  return table;
}

Shape<3> input_shape(const InputOptions& options) {
  return {options.input == "tomogram" ? options.voxels : 1, options.voxels, options.voxels};
}

}  // namespace tomocyte
