// What a cell of the simulated smear is made of: bodies of DNA, RNA, protein, haemoglobin and scattering granules, each
// with the thickness that its mass has over the slide.
#pragma once

#include <vector>

#include "acquisition/smear/absorption.h"
#include "acquisition/smear/smear_slide.h"

namespace tomocyte {

// An ellipse around (x, y), µm from the cell's centre, its first axis turned by `angle` from +x.
struct SmearLobe {
  double x_um = 0.0;
  double y_um = 0.0;
  double first_um = 0.0;  // half axes
  double second_um = 0.0;
  double angle_rad = 0.0;
};

enum class Profile {
  kDome,       // (1 - u²)^1/2, u the distance from the middle to the rim
  kFlat,       // (1 - u²)^1/5, spread cytoplasm and dried nuclei
  kBiconcave,  // a red cell (Evans & Fung 1972, Microvasc. Res. 4, 335)
};

// The union of its lobes; where they overlap the thicker one counts.
struct SmearBody {
  std::vector<SmearLobe> lobes;
  Profile profile = Profile::kFlat;
  Masses mass_pg{};
  double area_um2 = 0.0;  // the profile's integral: mass / area is the mass per area where the profile is 1

  // Relative thickness at (x, y) µm from the cell's centre, 0 outside.
  [[nodiscard]] double thickness(double x_um, double y_um) const;
};

struct SmearCellModel {
  std::vector<SmearBody> bodies;  // first the cell's own, then the nucleus if it has one
  double nucleus_area_um2 = 0.0;  // within its outline
  double dna_pg = 0.0;
};

// The same cell gives the same model. Masses: DNA 6.6 pg, the diploid human genome, haemoglobin 30 ± 2 pg (MCH), the
// rest assumed to fit dry masses of spread cells; the dead cell is a smudge, its DNA spread and partly lost.
[[nodiscard]] SmearCellModel smear_cell_model(const SmearCell& cell);

}  // namespace tomocyte
