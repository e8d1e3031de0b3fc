// How a white cell of a type looks inside: distributions of its traits, and one cell's draw from them. Sources and
// assumptions stand in docs/simulated-cells.md, row by row.
#pragma once

#include <string>
#include <vector>

#include "acquisition/donor.h"
#include "acquisition/random_draws.h"

namespace tomocyte {

// Lengths in cell radii unless the name says µm; contrasts (n - n_m) relative to the cytoplasm's.
struct CellAnatomy {
  double elongation = 1.0;         // longest over mean axis of the cell
  double membrane_ripple = 0.0;    // relative amplitude of its low-order bumps
  double ruffles = 0.0;            // number of folds and knobs on the membrane
  double ruffle_radius_um = 0.0;   // their size
  double nucleus_radius = 0.0;     // of the sphere of the same volume; of one lobe where it has lobes
  double nucleus_lobes = 1.0;      // 1: round to kidney-shaped
  double nucleus_aspect = 1.0;     // longest over mean axis
  double nucleus_offset = 0.0;     // of its centre from the cell's
  double nucleus_contrast = 1.0;   //
  double indentation = 0.0;        // depth of the nucleus's hilum, 0 none to 1 a horseshoe
  double clumps = 0.0;             // number of heterochromatin clumps
  double clump_contrast = 1.0;     // relative to the nucleus's
  double nucleoli = 0.0;           // number
  double granules = 0.0;           // number
  double granule_radius_um = 0.0;  //
  double granule_contrast = 1.0;   //
  double granule_polarity = 0.0;   // 0: all through the cytoplasm, 1: all on the nucleus's open side (the hof)
  double vacuoles = 0.0;           // number
};

// A trait's name, where it is kept, and what it cannot exceed.
struct AnatomyTrait {
  const char* name;
  double CellAnatomy::*value;
  double low;
  double high;
};
[[nodiscard]] const std::vector<AnatomyTrait>& anatomy_traits();

// Mean and SD over the cells of a type; normal, cut at 2.5 SD and at the trait's limits.
struct TraitSpread {
  double mean;
  double sd;
};
// In the order of anatomy_traits(). Throws InputError for an unknown type.
[[nodiscard]] const std::vector<TraitSpread>& anatomy_spreads(const std::string& type);

// One cell's draw. Throws InputError for an unknown type.
[[nodiscard]] CellAnatomy draw_anatomy(const std::string& type, const Donor& donor, Random& random);

}  // namespace tomocyte
