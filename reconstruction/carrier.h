// Where the +1 order of an off-axis hologram sits, and from it the illumination vectors.
#pragma once

#include <optional>
#include <vector>

#include "core/hologram_stack.h"

namespace tomocyte {

// The peak of the unscattered wave in one frame's spectrum: the strongest order away from zero frequency, refined to
// about 1e-3 of a frequency bin, rad/µm (one of the two conjugate orders: the one with ky < 0, or ky = 0 and
// kx < 0). `search_above` is the radius around zero that is left out, rad/µm.
// Throws InputError when no peak stands out of the noise.
[[nodiscard]] WaveVector find_order(View<const std::uint16_t, 2> frame, double pixel_size_um, double search_above);

// Radius of the largest pupil, rad/µm, whose order touches neither the zero order nor the conjugate one, nor what the
// camera's sampling folds over: |q|/3, or less when the fringes are fine.
[[nodiscard]] double largest_pupil(const WaveVector& q, double pixel_size_um);

struct Carrier {
  WaveVector reference;                  // q
  std::vector<WaveVector> illumination;  // one per angle
  bool illumination_estimated = false;
  // A hologram holds the field in one order and its conjugate in the other. False: nothing in the scan (a carrier, or
  // illumination from several directions) tells which is which; see FieldRetriever::finish.
  bool side_known = true;
};

// Completes what the stack lacks: q from the backgrounds (holograms where there are none) and the known illumination,
// or the illumination from q, or both, taking the mean of all orders (or the single one) as normal incidence. Throws
// InputError: no carrier found, or orders overlapping (with the largest aperture that keeps them apart).
[[nodiscard]] Carrier find_carrier(const HologramStack& stack);

}  // namespace tomocyte
