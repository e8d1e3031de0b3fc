#include "acquisition/interferogram.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "core/error.h"

namespace tomocyte {

WaveVector reference_carrier(const OpticalSetup& setup) {
  const double along = 3.0 * setup.pupil_radius() / std::numbers::sqrt2;
  const double highest = along + setup.pupil_radius();
  const double nyquist = std::numbers::pi / setup.pixel_size_um;
  if (highest > nyquist)
    throw InputError(fmt::format("camera pixels of {} µm do not resolve the fringes of NA {}", setup.pixel_size_um,
                                 setup.numerical_aperture),
                     fmt::format("Use --pixel-size-um {:.3f} or less.", std::numbers::pi / highest));
  return {along, along};
}

Array<float, 2> interferogram(const Plane& field, const WaveVector& illumination, const WaveVector& carrier,
                              double reference_phase, Index pixels) {
  constexpr double kBeamRadius = 35.0;  // µm
  Array<float, 2> intensity({pixels, pixels});
  const Index offset = field.field.shape(0) / 2 - pixels / 2;
  for (Index y = 0; y < pixels; ++y)
    for (Index x = 0; x < pixels; ++x) {
      const double rx = static_cast<double>(x - pixels / 2) * field.pixel_um;
      const double ry = static_cast<double>(y - pixels / 2) * field.pixel_um;
      const double profile = std::exp(-(rx * rx + ry * ry) / (kBeamRadius * kBeamRadius));
      // Only the difference of the two waves' phases shows: exp(i((k_i - q)·r - reference_phase)).
      const double phase = (illumination.x - carrier.x) * rx + (illumination.y - carrier.y) * ry - reference_phase;
      const std::complex<double> sample =
          std::complex<double>(field.field(y + offset, x + offset)) * std::polar(1.0, phase);
      intensity(y, x) = static_cast<float>(0.5 * profile * profile * std::norm(sample + 1.0));
    }
  return intensity;
}

}  // namespace tomocyte
