// What the window shows of one hologram: its spectrum, the carrier that was found, amplitude and unwrapped phase.
#pragma once

#include "core/array.h"
#include "core/hologram_stack.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

struct HologramPreview {
  Array<float, 2> spectrum_log;  // [ky, kx], square, log10 of the power, zero frequency at n/2
  double spectrum_pixel = 0.0;   // rad/µm per pixel of the spectrum
  WaveVector order;              // centre of the +1 order's pupil (minus the reference's carrier), rad/µm
  double pupil_radius = 0.0;     // k0·NA, rad/µm
  Array<float, 2> amplitude;     // [y, x], relative to the background
  Array<float, 2> phase;         // [y, x], rad, unwrapped, 0 at the border
  double pixel_size_um = 0.0;    // of amplitude and phase
  bool sign_assumed = false;     // as in FieldStack
};

// Works with or without background and illumination (without background the carrier's plane wave is removed). A carrier
// that is not known is found in all frames, or in this one alone while others are still to come.
[[nodiscard]] HologramPreview preview_hologram(const HologramStack& stack, Index angle,
                                               const ReconstructionOptions& options = {});

}  // namespace tomocyte
