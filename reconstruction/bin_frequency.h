// Frequencies of a discrete Fourier transform.
#pragma once

#include <numbers>

#include "core/array.h"

namespace tomocyte {

// Angular frequency in rad/µm of bin `bin` of `bins` along an axis with pixels of `pixel_size_um`: 0 first, then the
// positive frequencies, then the negative ones.
[[nodiscard]] inline double bin_frequency(Index bin, Index bins, double pixel_size_um) {
  const Index centred = bin < (bins + 1) / 2 ? bin : bin - bins;
  return 2.0 * std::numbers::pi * static_cast<double>(centred) / (static_cast<double>(bins) * pixel_size_um);
}

}  // namespace tomocyte
