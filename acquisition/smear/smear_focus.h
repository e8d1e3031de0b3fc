// Focus of absorbing cells: the picture is sharpest in focus.
#pragma once

#include <optional>

#include "acquisition/smear/smear_instrument.h"
#include "core/progress.h"

namespace tomocyte {

// Mean square difference of pixels two apart, along both axes (Brenner et al. 1976, J. Histochem. Cytochem. 24, 100),
// over the square of the mean. Noise adds the same at every focus.
[[nodiscard]] double sharpness(View<const std::uint16_t, 2> frame);

struct FocusRange {
  double middle_um = 0.0;
  double range_um = 12.0;
  double step_um = 1.0;
};
[[nodiscard]] int exposures_of(const FocusRange& range);

// Steps z through the range at the stage's present x and y, exposing once at each with the light on only meanwhile.
// Returns the vertex of the parabola through the sharpest and its neighbours; nothing when none stands out inside the
// range: no cells there, or the focus lies outside. The stage is left at the end of the range. Throws DeviceError.
[[nodiscard]] std::optional<double> find_focus(const SmearInstrument& instrument, const FocusRange& range,
                                               const Progress& progress);

}  // namespace tomocyte
