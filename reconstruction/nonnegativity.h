// Filling the missing cone (Gerchberg-Papoulis with constraints; Sung & Dasari 2011): f is made non-negative in space,
// the measured values are put back in the spectrum, and again.
#pragma once

#include "core/compute_device.h"
#include "core/progress.h"
#include "core/tomogram.h"
#include "reconstruction/ewald_mapping.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

struct RegularizedPotential {
  Array<float, 3> potential;     // f [z, y, x], rad²/µm², the optical axis through voxel n/2
  ConvergenceCurve convergence;  // per iteration: change that the measured values ask for, relative to them (L2)
};

// `tv_step` is the total variation's weight in units of f. Throws InputError when non-negativity contradicts nearly all
// that was measured (inverted signs), Cancelled between iterations.
[[nodiscard]] RegularizedPotential fill_missing_cone(const MeasuredSpectrum& measured,
                                                     const ReconstructionOptions& options, double tv_step,
                                                     const ComputeDevice& device, const Progress& progress = {});

// The tomogram of a measured spectrum: fill_missing_cone() with the options' total variation, and n from f.
[[nodiscard]] Tomogram tomogram_of(const MeasuredSpectrum& measured, const VoxelSize& voxel, const OpticalSetup& setup,
                                   const ReconstructionOptions& options, const ComputeDevice& device,
                                   const Progress& progress = {});

}  // namespace tomocyte
