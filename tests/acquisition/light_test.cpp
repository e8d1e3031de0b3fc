#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "acquisition/beam_propagation.h"
#include "acquisition/illumination_scan.h"
#include "acquisition/mie_comparison.h"
#include "acquisition/phantom_cells.h"
#include "core/files/import.h"
#include "tests/shared_data.h"

using namespace tomocyte;

namespace {

const OpticalSetup kOptics{0.532, 1.337, 1.2, 0.05};

// A slab much wider than the grid, `thickness` µm of index n.
Phantom slab(double thickness, double n) {
  Phantom phantom = make_sphere(1.0, n, kOptics.medium_index);
  phantom.bodies[0].semi_axes = {1e4, 1e4, thickness / 2.0};
  return phantom;
}

}  // namespace

TEST_CASE("a slab delays a plane wave by the optical path of Snell's law") {
  const double na = GENERATE(0.0, 0.6, 0.9);
  const double n = 1.36;
  const double thickness = 2.0;
  const PropagationGrid grid{64, 0.05, 0.2};
  const WaveVector k_i{kOptics.k0() * na, 0.0};
  const Plane plane = SlicedSample({slab(thickness, n)}, kOptics, grid).image(k_i);
  // Axial wave numbers inside and outside the slab; the transverse one is conserved.
  const double inside = std::sqrt(std::pow(kOptics.k0() * n, 2) - k_i.x * k_i.x);
  const double outside = std::sqrt(std::pow(kOptics.k_medium(), 2) - k_i.x * k_i.x);
  const double expected = (inside - outside) * thickness;
  CHECK(std::arg(plane.field(32, 32)) == Approx(expected).margin(0.01));
  CHECK(std::abs(plane.field(32, 32)) == Approx(1.0).margin(0.01));
}

TEST_CASE("simulated light agrees with exact Mie scattering within 5 %") {
  const auto path = shared_data("mie/mie_fields.h5");
  if (!path) return;
  Scan scan = open_scan(*path);
  // Normal incidence and four directions around the ring: all 49 take a minute (tomocyte bench simulator).
  FieldStack few;
  few.setup = scan.fields->setup;
  few.focus_offset_um = scan.fields->focus_offset_um;
  const Index size = scan.fields->field.shape(1);
  few.field = Array<std::complex<float>, 3>({5, size, size});
  for (Index i = 0; i < 5; ++i) {
    const Index angle = i == 0 ? 0 : 1 + 12 * (i - 1);
    few.illumination.push_back(scan.fields->illumination[static_cast<std::size_t>(angle)]);
    const auto from = scan.fields->field[angle];
    std::copy(from.data(), from.data() + from.size(), few.field[i].data());
  }
  const MieComparison result = compare_with_mie(few, 3.0, 1.370);
  CHECK(result.field_error < 0.05);
  CHECK(result.error_per_angle.front() < 0.03);
}

TEST_CASE("a ring scan is one normal wave and even angles at its aperture") {
  const auto scan = ring_scan(kOptics, 0.9, 49);
  REQUIRE(scan.size() == 49);
  CHECK(scan[0] == WaveVector{});
  for (std::size_t i = 1; i < scan.size(); ++i)
    CHECK(std::hypot(scan[i].x, scan[i].y) == Approx(0.9 * 2.0 * std::numbers::pi / 0.532));
  CHECK(scan[13].y == Approx(scan[1].x));
}

TEST_CASE("a spiral scan fills the aperture out to its edge") {
  const auto scan = spiral_scan(kOptics, 0.9, 49);
  REQUIRE(scan.size() == 49);
  int inner = 0;
  for (const WaveVector& k : scan) inner += std::hypot(k.x, k.y) < 0.9 * kOptics.k0() / std::numbers::sqrt2 ? 1 : 0;
  CHECK(inner == Approx(24).margin(2));  // half the area, half the angles
  CHECK(std::hypot(scan.back().x, scan.back().y) == Approx(0.9 * kOptics.k0()));
}
