// Holograms or fields to a refractive-index tomogram: the chain of section 2.1 of Ryu 2021
// (Cuche 2000, Goldstein 1988, Wolf 1969, Sung & Dasari 2011), one step per file of this folder.
#pragma once

#include <string>

#include "core/compute_device.h"
#include "core/hologram_stack.h"
#include "core/options.h"
#include "core/progress.h"
#include "core/tomogram.h"

namespace tomocyte {

struct ReconstructionOptions {
  // Volume
  double voxel_size_um = 0.1;  // isotropic
  int voxels_lateral = 256;    // x and y
  int voxels_axial = 256;      // z; at least 2-3 times the cell's height
  // Field retrieval
  std::string unwrapping = "goldstein";  // goldstein, quality, least-squares
  bool remove_plane = false;             // subtract the plane that the border shows, besides the constant
  bool keep_corrupted_frames = false;
  double frame_outlier_sigma = 6.0;  // robust z-score beyond which a frame is corrupted
  double refocus_um = 0.0;           // moves the tomogram's centre plane along z
  // Inversion
  std::string approximation = "rytov";  // rytov, born
  std::string mapping = "linear";       // nearest, linear
  double taper_um = 2.0;                // width over which the field goes to 0 at the border
  int iterations = 20;                  // Gerchberg-Papoulis; 0 = no regularization
  bool non_negative = true;             // n >= medium index
  double tv_weight = 0.0;               // total variation; 0 = off
  double stop_below = 0.0;              // stop when the relative change falls below; 0 = run all iterations
};
template <>
const OptionTable<ReconstructionOptions>& option_table<ReconstructionOptions>();

// A tomogram from fewer angles would be a picture of the missing ones.
inline constexpr Index kFewestAngles = 4;

// holograms -> fields. Throws InputError (saturated or black frames with their number, no carrier, overlapping
// orders, illumination vectors that the fringes contradict), Cancelled.
[[nodiscard]] FieldStack retrieve_fields(const HologramStack& holograms, const ReconstructionOptions& options,
                                         const ComputeDevice& device = {}, const Progress& progress = {});

// fields -> tomogram. Leaves out rejected frames. Throws InputError (fewer than 4 angles left, NaN, a sample
// below the medium's index although non-negativity is on), Cancelled.
[[nodiscard]] Tomogram reconstruct(const FieldStack& fields, const ReconstructionOptions& options,
                                   const ComputeDevice& device = {}, const Progress& progress = {});

}  // namespace tomocyte
