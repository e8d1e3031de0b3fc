// The one table of the reconstruction's options.
#include "reconstruction/reconstruct.h"

namespace tomocyte {

template <>
const OptionTable<ReconstructionOptions>& option_table<ReconstructionOptions>() {
  using O = ReconstructionOptions;
  static const OptionTable<O> table = {
      {&O::voxel_size_um, "voxel-size-um", "µm", "edge of a voxel of the tomogram", 0.02, 2.0, {}},
      {&O::voxels_lateral, "voxels-lateral", "voxels", "width and height of the tomogram", 16, 2048, {}},
      {&O::voxels_axial,
       "voxels-axial",
       "voxels",
       "depth of the tomogram; at least 2 to 3 times the cell's height, or the tails of the missing cone fold onto it",
       16,
       2048,
       {}},
      {&O::unwrapping, "unwrapping", "", "phase unwrapping", 0, 0, {"goldstein", "quality", "least-squares"}},
      {&O::remove_plane, "remove-plane", "", "subtract the phase plane that the border shows", 0, 0, {}},
      {&O::keep_corrupted_frames, "keep-corrupted-frames", "", "use frames that look corrupted too", 0, 0, {}},
      {&O::frame_outlier_sigma,
       "frame-outlier-sigma",
       "SD",
       "robust deviation beyond which a frame is corrupted",
       2.0,
       1000.0,
       {}},
      {&O::refocus_um, "refocus-um", "µm", "move the tomogram's centre plane along the optical axis", -50.0, 50.0, {}},
      {&O::approximation, "approximation", "", "scattering approximation", 0, 0, {"rytov", "born"}},
      {&O::mapping, "mapping", "", "how the Ewald caps are put on the grid", 0, 0, {"nearest", "linear"}},
      {&O::taper_um, "taper-um", "µm", "width over which the field goes to 0 at the border", 0.0, 20.0, {}},
      {&O::iterations, "iterations", "", "iterations of the regularization; 0 = none", 0, 1000, {}},
      {&O::non_negative, "non-negative", "", "keep the refractive index at or above the medium's", 0, 0, {}},
      {&O::tv_weight,
       "tv-weight",
       "",
       "weight of the total variation, in units of refractive index; 0 = off",
       0.0,
       0.1,
       {}},
      {&O::stop_below,
       "stop-below",
       "",
       "stop when the relative change falls below; 0 = run all iterations",
       0.0,
       1.0,
       {}},
  };
  return table;
}

}  // namespace tomocyte
