#include "acquisition/beam_propagation.h"

#include <algorithm>
#include <cmath>

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

Plane unit_plane(const PropagationGrid& grid) {
  Plane plane{Array<Complex, 2>({grid.pixels, grid.pixels}), grid.pixel_um};
  std::fill(plane.field.values().begin(), plane.field.values().end(), Complex(1.0F, 0.0F));
  return plane;
}

// Free propagation by dz relative to the incident wave: exp(i(sqrt(k² - |K + k_i|²) - k_iz) dz). Evanescent waves are
// dropped. `aperture` limits |K + k_i|.
Array<Complex, 2> propagator(const PropagationGrid& grid, const OpticalSetup& setup, const WaveVector& k_i, double k_iz,
                             double dz, double aperture) {
  const double k = setup.k_medium();
  const double limit = std::min(aperture, k);
  return make_filter({grid.pixels, grid.pixels}, grid.pixel_um, [&](double kx, double ky) -> std::complex<double> {
    const double sx = kx + k_i.x;
    const double sy = ky + k_i.y;
    const double s2 = sx * sx + sy * sy;
    if (s2 >= limit * limit) return 0.0;
    return std::polar(1.0, (std::sqrt(k * k - s2) - k_iz) * dz);
  });
}

// n averaged over the pixels of a slice, `lateral` x `lateral` x `axial` points each: what a thin screen of that
// thickness would see. `first`: corner of the slice's first pixel.
Array<float, 2> mean_index(const std::vector<Phantom>& phantoms, double medium, const Eigen::Vector3d& first,
                           const Eigen::Vector3d& size, const Shape<2>& shape) {
  constexpr Index kLateral = 2;
  constexpr Index kAxial = 4;
  const Eigen::Vector3d step = size.cwiseQuotient(Eigen::Vector3d(kLateral, kLateral, kAxial));
  const PointGrid grid{first + 0.5 * step, step, {kAxial, kLateral * shape[0], kLateral * shape[1]}};
  Array<float, 3> points(grid.shape);
  std::fill(points.values().begin(), points.values().end(), static_cast<float>(medium));
  for (const Phantom& phantom : phantoms) paint(phantom, grid, points.view());
  Array<double, 2> sum(shape);
  for (Index z = 0; z < kAxial; ++z)
    for (Index y = 0; y < grid.shape[1]; ++y)
      for (Index x = 0; x < grid.shape[2]; ++x) sum(y / kLateral, x / kLateral) += points(z, y, x);
  Array<float, 2> mean(shape);
  std::transform(sum.values().begin(), sum.values().end(), mean.data(),
                 [](double n) { return static_cast<float>(n / (kLateral * kLateral * kAxial)); });
  return mean;
}

}  // namespace

SlicedSample::SlicedSample(const std::vector<Phantom>& phantoms, const OpticalSetup& setup, const PropagationGrid& grid)
    : setup_(setup), grid_(grid) {
  Eigen::AlignedBox3d box;
  for (const Phantom& phantom : phantoms) box.extend(phantom.box());
  if (box.isEmpty()) return;
  first_z_um_ = std::floor(box.min().z() / grid.slice_um) * grid.slice_um;
  const auto count = static_cast<Index>(std::ceil((box.max().z() - first_z_um_) / grid.slice_um));
  const Eigen::Vector3d size(grid.pixel_um, grid.pixel_um, grid.slice_um);
  const auto pixel = [&](double um) { return static_cast<Index>(std::floor(um / grid.pixel_um)) + grid.pixels / 2; };
  const auto clamp = [&](Index i) { return std::clamp<Index>(i, 0, grid.pixels); };
  const Index x0 = clamp(pixel(box.min().x()) - 1);
  const Index x1 = clamp(pixel(box.max().x()) + 2);
  const Index y0 = clamp(pixel(box.min().y()) - 1);
  const Index y1 = clamp(pixel(box.max().y()) + 2);
  for (Index s = 0; s < count; ++s) {
    // A pixel's index is that of its centre, a slice's z that of its entrance face.
    const Eigen::Vector3d first((static_cast<double>(x0 - grid.pixels / 2) - 0.5) * grid.pixel_um,
                                (static_cast<double>(y0 - grid.pixels / 2) - 0.5) * grid.pixel_um,
                                first_z_um_ + static_cast<double>(s) * grid.slice_um);
    slices_.push_back({y0, x0, mean_index(phantoms, setup.medium_index, first, size, {y1 - y0, x1 - x0})});
  }
}

// The exact change of the axial wavenumber in a homogeneous slab of index n for the incident wave's direction:
// sqrt(k_iz² + k0²(n² - n_m²)) - k_iz. It contains the obliquity 1/cos(theta) of the usual thin screen.
void SlicedSample::add_screen(Plane& plane, const Slice& slice, double k_iz) const {
  const double k0 = setup_.k0();
  const double medium2 = setup_.medium_index * setup_.medium_index;
  const auto medium = static_cast<float>(setup_.medium_index);
  for (Index y = 0; y < slice.ri.shape(0); ++y)
    for (Index x = 0; x < slice.ri.shape(1); ++x) {
      if (slice.ri(y, x) == medium) continue;
      const double n = slice.ri(y, x);
      const double excess = k0 * k0 * (n * n - medium2);
      const double phase = (std::sqrt(std::max(0.0, k_iz * k_iz + excess)) - k_iz) * grid_.slice_um;
      plane.field(slice.y0 + y, slice.x0 + x) *= Complex(std::polar(1.0, phase));
    }
}

Plane SlicedSample::image(const WaveVector& illumination, double focus_um) const {
  Plane plane = unit_plane(grid_);
  const double k = setup_.k_medium();
  const double k_iz = std::sqrt(k * k - illumination.x * illumination.x - illumination.y * illumination.y);
  double z = focus_um;
  if (!slices_.empty()) {
    // Screens stand in the middle of their slices: half a step in, whole steps between, half a step out.
    const auto step = propagator(grid_, setup_, illumination, k_iz, grid_.slice_um, k);
    for (std::size_t s = 0; s < slices_.size(); ++s) {
      add_screen(plane, slices_[s], k_iz);
      if (s + 1 < slices_.size()) filter_in_place(plane, step.view());
    }
    z = first_z_um_ + (static_cast<double>(slices_.size()) - 0.5) * grid_.slice_um;
  }
  const auto to_focus = propagator(grid_, setup_, illumination, k_iz, focus_um - z, setup_.pupil_radius());
  filter_in_place(plane, to_focus.view());
  return plane;
}

}  // namespace tomocyte
