// The instrument's resolution as a user would measure it: the width of a small bead in the tomogram.
#pragma once

#include "core/compute_device.h"
#include "core/progress.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

struct BeadResolution {
  double bead_diameter_nm = 0.0;
  double lateral_fwhm_nm = 0.0;
  double axial_fwhm_nm = 0.0;
};

// Simulates a bead of 0.1 µm in low noise, reconstructs it and measures the full widths at half maximum
// through its centre by linear interpolation.
[[nodiscard]] BeadResolution measure_bead_resolution(const ReconstructionOptions& options, const ComputeDevice& device,
                                                     const Progress& progress = {});

}  // namespace tomocyte
