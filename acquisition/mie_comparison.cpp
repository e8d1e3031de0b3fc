#include "acquisition/mie_comparison.h"

#include <cmath>

#include "acquisition/phantom_cells.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

Plane exact_in_focus(const FieldStack& exact, Index angle) {
  Plane plane{Array<Complex, 2>({exact.field.shape(1), exact.field.shape(2)}), exact.setup.pixel_size_um};
  const View<const Complex, 2> field = exact.field[angle];
  std::copy(field.data(), field.data() + field.size(), plane.field.data());
  const WaveVector k_i = exact.illumination[static_cast<std::size_t>(angle)];
  const double k = exact.setup.k_medium();
  const double k_iz = std::sqrt(k * k - k_i.x * k_i.x - k_i.y * k_i.y);
  const double pupil = exact.setup.pupil_radius();
  const auto filter =
      make_filter(plane.field.shape(), plane.pixel_um, [&](double kx, double ky) -> std::complex<double> {
        const double s2 = (kx + k_i.x) * (kx + k_i.x) + (ky + k_i.y) * (ky + k_i.y);
        if (s2 >= pupil * pupil) return 0.0;
        return std::polar(1.0, (k_iz - std::sqrt(k * k - s2)) * exact.focus_offset_um);
      });
  filter_in_place(plane, filter.view());
  return plane;
}

struct Sums {
  double difference = 0.0;
  double field = 0.0;
  double scattered = 0.0;
};

// Compared within 80 % of the exact field's width: at its border the refocused exact field lacks what left the plane.
Sums compare(const Plane& simulated, const Plane& exact, Index ratio) {
  Sums sums;
  const Index n = exact.field.shape(0);
  const Index margin = n / 10;
  for (Index y = margin; y < n - margin; ++y)
    for (Index x = margin; x < n - margin; ++x) {
      const Complex s = simulated.field((y - n / 2) * ratio + simulated.field.shape(0) / 2,
                                        (x - n / 2) * ratio + simulated.field.shape(1) / 2);
      const Complex e = exact.field(y, x);
      sums.difference += std::norm(s - e);
      sums.field += std::norm(e);
      sums.scattered += std::norm(e - 1.0F);
    }
  return sums;
}

}  // namespace

MieComparison compare_with_mie(const FieldStack& exact, double radius_um, double sphere_index,
                               const PropagationGrid& grid, const Progress& progress) {
  validate(exact);
  const auto ratio = static_cast<Index>(std::lround(exact.setup.pixel_size_um / grid.pixel_um));
  if (std::abs(static_cast<double>(ratio) * grid.pixel_um - exact.setup.pixel_size_um) > 1e-9)
    throw InputError("the exact field's pixel is not a multiple of the simulation's");
  const SlicedSample sample({make_sphere(radius_um, sphere_index, exact.setup.medium_index)}, exact.setup, grid);
  MieComparison result;
  Sums total;
  for (Index angle = 0; angle < exact.field.shape(0); ++angle) {
    progress.report(static_cast<double>(angle) / static_cast<double>(exact.field.shape(0)));
    const Plane simulated = sample.image(exact.illumination[static_cast<std::size_t>(angle)]);
    const Sums sums = compare(simulated, exact_in_focus(exact, angle), ratio);
    result.error_per_angle.push_back(std::sqrt(sums.difference / sums.scattered));
    total.difference += sums.difference;
    total.field += sums.field;
    total.scattered += sums.scattered;
  }
  result.field_error = std::sqrt(total.difference / total.field);
  result.scattered_error = std::sqrt(total.difference / total.scattered);
  return result;
}

}  // namespace tomocyte
