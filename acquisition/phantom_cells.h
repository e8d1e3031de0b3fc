// Blood cells as phantoms, drawn at random within published distributions.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "acquisition/phantom.h"

namespace tomocyte {

// Mean and SD over the bone-marrow cells of Ryu 2021, section 3.1. Dry mass follows as volume times density; the
// paper's own mean dry masses lie up to 14 % above the product of its mean volumes and densities.
struct CellPopulation {
  std::string type;
  double volume_fl, volume_sd;
  double density_g_dl, density_sd;
};
[[nodiscard]] const std::vector<CellPopulation>& white_cell_populations();

using Random = std::mt19937_64;

// "b-lymphocyte", "t-lymphocyte", "monocyte", "myelocyte" (volumes and densities of the population), "neutrophil"
// (lobed nucleus; volume and density assumed, 330 ± 40 fL and 16.5 ± 1.2 g/dL), "rbc" (Evans & Fung 1972, 94 ± 9 fL,
// n 1.395), "platelet" (8 ± 2 fL). Centred on the origin. Throws InputError for another type.
[[nodiscard]] Phantom make_cell(const std::string& type, double medium_index, Random& random);

// Homogeneous sphere, and one with a core of 0.6 radii that is denser by half the contrast.
[[nodiscard]] Phantom make_sphere(double radius_um, double index, double medium_index);
[[nodiscard]] Phantom make_coated_sphere(double radius_um, double index, double medium_index);

// Red cells, a white cell and platelets side by side in a square of `width_um`, none touching.
[[nodiscard]] std::vector<Phantom> make_field(double width_um, double medium_index, Random& random);

}  // namespace tomocyte
