// Do the fringes lie where the given illumination vectors say? With a wrong sign or order of the vectors a tomogram
// still looks like a cell.
#pragma once

#include <complex>
#include <optional>
#include <vector>

#include "core/array.h"
#include "core/optical_setup.h"

namespace tomocyte {

// How far the unscattered wave stands from zero, rad/µm, in the spectrum of a demodulated order [ky, kx] (zero
// frequency first, on pixels of `pixel_size_um`, limited to the pupil). Nothing where it is in its place, or where no
// wave stands out: a spoilt frame, which the frame quality judges.
[[nodiscard]] std::optional<WaveVector> order_displacement(View<const std::complex<float>, 2> spectrum,
                                                           double pixel_size_um, double pupil_radius);

// Throws InputError naming the frames that have a displacement.
void refuse_misplaced(const std::vector<WaveVector>& given, const std::vector<std::optional<WaveVector>>& displacement);

}  // namespace tomocyte
