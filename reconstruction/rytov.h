// The complex phase of Rytov's approximation, or Born's relative field, ready for the Fourier diffraction theorem.
#pragma once

#include "core/hologram_stack.h"
#include "core/progress.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

// psi = ln|u/u0| + i phi (Rytov) or u/u0 - 1 (Born), [angle, y, x], tapered to 0 over options.taper_um at the
// border. Fields recorded off the centre plane are refocused and limited to the pupil first. Rejected frames
// are left out: illumination holds the vectors of the frames that remain.
struct ScatteredFields {
  Array<std::complex<float>, 3> psi;
  std::vector<WaveVector> illumination;
  double pixel_size_um = 0.0;
};
// Throws InputError when fewer than 4 frames remain.
[[nodiscard]] ScatteredFields scattered_fields(const FieldStack& fields, const ReconstructionOptions& options,
                                               const Progress& progress = {});

}  // namespace tomocyte
