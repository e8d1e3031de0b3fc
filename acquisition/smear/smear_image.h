// A part of the simulated smear as the objective shows it: Beer-Lambert absorption, then blur.
#pragma once

#include <vector>

#include "acquisition/smear/smear_slide.h"
#include "core/array.h"

namespace tomocyte {

// Pixel [y, x] lies at (centre_x + (x - width / 2) pixel, centre_y + (y - height / 2) pixel), whole halves.
struct SmearGrid {
  double centre_x_um = 0.0;
  double centre_y_um = 0.0;
  double pixel_um = 0.0;
  Shape<2> shape{};  // [y, x]

  [[nodiscard]] double x_um(Index column) const;
  [[nodiscard]] double y_um(Index row) const;
  [[nodiscard]] SmearRegion region() const;
};

// Decadic absorbance [y, x] of the cells at one wavelength, sharp.
[[nodiscard]] Array<float, 2> smear_absorbance(const std::vector<SmearCell>& cells, const SmearGrid& grid,
                                               double wavelength_nm);

// 1/e^(1/2) radius (standard deviation) of the point spread function, µm: the Gaussian that comes closest to Airy's
// pattern, 0.21 λ/NA (Zhang, Zerubia & Olivo-Marin 2007, Appl. Opt. 46, 1819), and beside it half the radius of the
// geometric cone `defocus_um` away from the focal plane.
[[nodiscard]] double blur_sigma_um(double wavelength_nm, double numerical_aperture, double defocus_um);

// Transmitted part [y, x] of the light: 10^-absorbance, incoherently blurred by the Gaussian OTF exp(-σ²k²/2). The
// source's partial coherence, and with it the halos at edges, is left out.
[[nodiscard]] Array<float, 2> smear_transmission(const SmearSlide& slide, const SmearGrid& grid, double wavelength_nm,
                                                 double sigma_um);

}  // namespace tomocyte
