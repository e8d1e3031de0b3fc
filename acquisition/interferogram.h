// The Mach-Zehnder's camera plane: sample wave and off-axis reference interfere.
#pragma once

#include "acquisition/plane.h"
#include "core/optical_setup.h"

namespace tomocyte {

// The reference wave vector q for which the +1 order clears the zero order: |q| = 3 k0·NA, along the diagonal.
// Throws InputError when the camera's pixels cannot resolve it.
[[nodiscard]] WaveVector reference_carrier(const OpticalSetup& setup);

// |u_sample + u_reference|² on `pixels` camera pixels around the axis, 1 on average at the beam's centre.
// `field` is u/u_incident on pixels of the camera's size; u_sample = profile · field · exp(i k_i·r),
// u_reference = profile · exp(i(q·r + reference_phase)). The beams are Gaussian with a 1/e radius of 35 µm.
[[nodiscard]] Array<float, 2> interferogram(const Plane& field, const WaveVector& illumination,
                                            const WaveVector& carrier, double reference_phase, Index pixels);

}  // namespace tomocyte
