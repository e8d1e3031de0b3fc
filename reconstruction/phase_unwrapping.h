// Phase unwrapping: Goldstein, Zebker & Werner 1988 (residues, branch cuts, flood fill), with a quality-guided and a
// least-squares alternative for comparison.
#pragma once

#include <string>

#include "core/array.h"

namespace tomocyte {

// All take and return phase in rad, [y, x]; the result differs from the input by multiples of 2 pi, the same
// at the pixel where the fill starts.
[[nodiscard]] Array<float, 2> unwrap_goldstein(View<const float, 2> wrapped);
// Flood fill from the smoothest pixels outwards (variance of the phase derivative as quality).
[[nodiscard]] Array<float, 2> unwrap_quality_guided(View<const float, 2> wrapped);
// Unweighted least squares by the discrete cosine transform (Ghiglia & Romero 1994), made congruent with the input.
[[nodiscard]] Array<float, 2> unwrap_least_squares(View<const float, 2> wrapped);

// By the option's name: goldstein, quality, least-squares.
[[nodiscard]] Array<float, 2> unwrap_phase(View<const float, 2> wrapped, const std::string& method);

// Charge of the residue at the corner shared by (y, x), (y, x+1), (y+1, x+1), (y+1, x): +1, -1 or 0;
// shape one less than the input on both axes.
[[nodiscard]] Array<signed char, 2> find_residues(View<const float, 2> wrapped);

// The sample-free border: a frame of one sixteenth of the smaller side.
struct BorderPhase {
  double constant = 0.0;  // median, rad
  double slope_y = 0.0;   // rad per pixel
  double slope_x = 0.0;
};
[[nodiscard]] BorderPhase border_phase(View<const float, 2> phase);
// `phase` less the border's constant and, if asked, its plane (which turns about pixel n/2).
[[nodiscard]] Array<float, 2> without_border_phase(View<const float, 2> phase, bool plane);
[[nodiscard]] Index border_width(const Shape<2>& shape);

}  // namespace tomocyte
