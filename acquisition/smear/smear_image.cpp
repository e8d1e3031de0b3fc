#include "acquisition/smear/smear_image.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "acquisition/plane.h"
#include "acquisition/smear/smear_cells.h"

namespace tomocyte {
namespace {

constexpr double kGuardSigmas = 4.0;  // the transform wraps around

struct Span {
  Index from = 0;
  Index to = 0;  // exclusive
};

Span span_of(double centre, double reach, double origin, double pixel, Index size) {
  const auto at = [&](double um) { return static_cast<Index>(std::floor((um - origin) / pixel)); };
  return {std::clamp<Index>(at(centre - reach), 0, size), std::clamp<Index>(at(centre + reach) + 2, 0, size)};
}

double reach_of(const SmearLobe& lobe) { return std::max(lobe.first_um, lobe.second_um); }

void add_body(const SmearCell& cell, const SmearBody& body, const SmearGrid& grid, double wavelength_nm,
              Array<float, 2>& absorbance) {
  const double strength = absorbance_um2(body.mass_pg, wavelength_nm) / body.area_um2;
  double left = 0.0, right = 0.0, top = 0.0, bottom = 0.0;
  for (const SmearLobe& lobe : body.lobes) {
    left = std::min(left, lobe.x_um - reach_of(lobe));
    right = std::max(right, lobe.x_um + reach_of(lobe));
    top = std::min(top, lobe.y_um - reach_of(lobe));
    bottom = std::max(bottom, lobe.y_um + reach_of(lobe));
  }
  const Span columns =
      span_of(cell.x_um + (left + right) / 2.0, (right - left) / 2.0, grid.x_um(0), grid.pixel_um, grid.shape[1]);
  const Span rows =
      span_of(cell.y_um + (top + bottom) / 2.0, (bottom - top) / 2.0, grid.y_um(0), grid.pixel_um, grid.shape[0]);
  for (Index y = rows.from; y < rows.to; ++y)
    for (Index x = columns.from; x < columns.to; ++x)
      absorbance(y, x) +=
          static_cast<float>(strength * body.thickness(grid.x_um(x) - cell.x_um, grid.y_um(y) - cell.y_um));
}

// More pixels around, to a size that the transform likes.
SmearGrid guarded(const SmearGrid& grid, double sigma_um) {
  const auto guard = static_cast<Index>(std::ceil(kGuardSigmas * sigma_um / grid.pixel_um));
  SmearGrid wide = grid;
  for (Index& size : wide.shape) size = cv::getOptimalDFTSize(static_cast<int>(size + 2 * guard));
  return wide;
}

}  // namespace

double SmearGrid::x_um(Index column) const {
  return centre_x_um + static_cast<double>(column - shape[1] / 2) * pixel_um;
}
double SmearGrid::y_um(Index row) const { return centre_y_um + static_cast<double>(row - shape[0] / 2) * pixel_um; }

SmearRegion SmearGrid::region() const {
  return {x_um(0), y_um(0), static_cast<double>(shape[1]) * pixel_um, static_cast<double>(shape[0]) * pixel_um};
}

Array<float, 2> smear_absorbance(const std::vector<SmearCell>& cells, const SmearGrid& grid, double wavelength_nm) {
  Array<float, 2> absorbance(grid.shape);
  for (const SmearCell& cell : cells)
    for (const SmearBody& body : smear_cell_model(cell).bodies) add_body(cell, body, grid, wavelength_nm, absorbance);
  return absorbance;
}

double blur_sigma_um(double wavelength_nm, double numerical_aperture, double defocus_um) {
  const double airy = 0.21 * 1e-3 * wavelength_nm / numerical_aperture;
  const double cone = 0.5 * std::abs(defocus_um) * std::tan(std::asin(numerical_aperture));
  return std::hypot(airy, cone);
}

Array<float, 2> smear_transmission(const SmearSlide& slide, const SmearGrid& grid, double wavelength_nm,
                                   double sigma_um) {
  const SmearGrid wide = guarded(grid, sigma_um);
  const Array<float, 2> absorbance =
      smear_absorbance(slide.cells(wide.region().grown_by(kLargestSmearCellUm)), wide, wavelength_nm);
  Plane light{Array<std::complex<float>, 2>(wide.shape), wide.pixel_um};
  for (Index i = 0; i < absorbance.size(); ++i) light.field.data()[i] = std::pow(10.0F, -absorbance.data()[i]);
  filter_in_place(light, make_filter(wide.shape, wide.pixel_um, [sigma_um](double kx, double ky) {
                           return std::complex<double>(std::exp(-(kx * kx + ky * ky) * sigma_um * sigma_um / 2.0));
                         }).view());
  const Index top = wide.shape[0] / 2 - grid.shape[0] / 2;
  const Index left = wide.shape[1] / 2 - grid.shape[1] / 2;
  Array<float, 2> transmission(grid.shape);
  for (Index y = 0; y < grid.shape[0]; ++y)
    for (Index x = 0; x < grid.shape[1]; ++x) transmission(y, x) = light.field(y + top, x + left).real();
  return transmission;
}

}  // namespace tomocyte
