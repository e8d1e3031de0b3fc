// White cells as phantoms: volume and density of published populations, anatomy drawn from overlapping distributions
// (cell_anatomy.h).
#pragma once

#include <string>
#include <vector>

#include "acquisition/donor.h"
#include "acquisition/phantom.h"
#include "acquisition/random_draws.h"

namespace tomocyte {

// Mean and SD over the bone-marrow cells of Ryu 2021, section 3.1 (the neutrophil's are assumed). Dry mass follows as
// volume times density; the paper's own mean dry masses lie up to 14 % above the product of its mean volumes and
// densities.
struct CellPopulation {
  std::string type;
  double volume_fl, volume_sd;
  double density_g_dl, density_sd;
};
// "b-lymphocyte", "monocyte", "myelocyte", "t-lymphocyte".
[[nodiscard]] const std::vector<CellPopulation>& white_cell_populations();

// The cells of one donor: means moved, SDs less by what lies between donors, so that all donors together spread as the
// population does. A donor without an id is the population.
[[nodiscard]] CellPopulation population_of(const std::string& type, const Donor& donor);

// A cell of a donor, centred on the origin; Phantom::traits holds what was drawn. Throws InputError for a type that is
// not one of white_cell_populations() or "neutrophil".
[[nodiscard]] Phantom make_white_cell(const std::string& type, const Donor& donor, double medium_index, Random& random);

// An ellipsoid whose index is a contrast relative to the cytoplasm's, until scale_to() has seen the whole cell.
[[nodiscard]] Body ellipsoid(std::string name, const Eigen::Vector3d& centre, const Eigen::Vector3d& semi_axes,
                             const Eigen::Matrix3d& turn, double contrast);

// Gives a cell of relative contrasts its volume (by scaling its lengths) and its mean protein density.
void scale_to(Phantom& cell, double volume_fl, double density_g_dl);

}  // namespace tomocyte
