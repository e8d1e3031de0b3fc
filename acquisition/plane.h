// A complex field on a plane and its spectrum (OpenCV's DFT). Internal to the simulation of light.
#pragma once

#include <complex>
#include <functional>

#include "core/array.h"

namespace tomocyte {

struct Plane {
  Array<std::complex<float>, 2> field;  // [y, x], the optical axis through pixel n/2
  double pixel_um = 0.0;
};

// Multiplies the spectrum of the field, in place, by a filter that the caller has laid out like the transform (zero
// frequency first).
void filter_in_place(Plane& plane, View<const std::complex<float>, 2> filter);

// A filter from a function of (kx, ky), rad/µm.
[[nodiscard]] Array<std::complex<float>, 2> make_filter(
    const Shape<2>& shape, double pixel_um, const std::function<std::complex<double>(double, double)>& value);

}  // namespace tomocyte
