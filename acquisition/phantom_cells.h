// Blood cells as phantoms, drawn at random within published distributions.
#pragma once

#include <string>
#include <vector>

#include "acquisition/phantom.h"
#include "acquisition/random_draws.h"
#include "acquisition/white_cell.h"

namespace tomocyte {

// "b-lymphocyte", "t-lymphocyte", "monocyte", "myelocyte", "neutrophil" (make_white_cell() of no donor), "rbc" (Evans &
// Fung 1972, 94 ± 9 fL, n 1.395), "platelet" (8 ± 2 fL). Centred on the origin. Throws InputError for another type.
[[nodiscard]] Phantom make_cell(const std::string& type, double medium_index, Random& random);

// Homogeneous sphere, and one with a core of 0.6 radii that is denser by half the contrast.
[[nodiscard]] Phantom make_sphere(double radius_um, double index, double medium_index);
[[nodiscard]] Phantom make_coated_sphere(double radius_um, double index, double medium_index);

// Red cells, a white cell and platelets side by side in a square of `width_um`, none touching.
[[nodiscard]] std::vector<Phantom> make_field(double width_um, double medium_index, Random& random);

}  // namespace tomocyte
