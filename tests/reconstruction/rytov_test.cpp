// The step between fields and the diffraction theorem: what is taken off the phase, in focus and out of it.
#include "reconstruction/rytov.h"

#include "tests/catch.h"
#include "tests/reconstruction/fringes.h"

using namespace tomocyte;

namespace {

// Fields of a bump, with a constant and a plane of the phase left on; `unwrapped` as holograms give them.
FieldStack tilted_fields(bool unwrapped) {
  constexpr Index kPixels = 128;
  const PhaseBump bump{2.0, 1.0};
  FieldStack fields;
  fields.setup = {0.532, 1.337, 1.2, 0.1};
  fields.illumination = ring_of_angles(4, 0.0);
  fields.field = Array<std::complex<float>, 3>({4, kPixels, kPixels});
  if (unwrapped) fields.phase = Array<float, 3>(fields.field.shape());
  for (Index i = 0; i < 4; ++i)
    for (Index y = 0; y < kPixels; ++y)
      for (Index x = 0; x < kPixels; ++x) {
        const double rx = static_cast<double>(x - kPixels / 2) * 0.1;
        const double ry = static_cast<double>(y - kPixels / 2) * 0.1;
        const double phase = bump.phase(rx, ry) + (unwrapped ? 0.0 : 0.7 + 0.15 * rx - 0.1 * ry);
        fields.field(i, y, x) = std::complex<float>(std::polar(1.0, phase));
        if (unwrapped) fields.phase(i, y, x) = static_cast<float>(phase);
      }
  return fields;
}

// Largest phase of psi in a strip inside the taper, where the bump has died away.
double phase_left(const ScatteredFields& fields) {
  const Index n = fields.psi.shape(1);
  float largest = 0.0F;
  for (Index y = n / 5; y < 4 * n / 5; ++y)
    for (Index x = n / 6; x < n / 5; ++x) largest = std::max(largest, std::abs(fields.psi(1, y, x).imag()));
  return largest;
}

}  // namespace

TEST_CASE("constant and plane are taken off fields of another program when asked") {
  const FieldStack fields = tilted_fields(false);
  ReconstructionOptions options;
  CHECK(phase_left(scattered_fields(fields, options)) > 0.4);
  options.remove_plane = true;
  // What is left is the ringing of a tilted field, which is not periodic, behind the pupil.
  CHECK(phase_left(scattered_fields(fields, options)) < 0.05);
}

TEST_CASE("a field refocused there and back keeps its unwrapped phase") {
  FieldStack fields = tilted_fields(true);
  ReconstructionOptions options;
  const ScatteredFields in_focus = scattered_fields(fields, options);
  // Shown 1 µm away, then recorded there: the same plane, though the phase was unwrapped in another.
  options.refocus_um = 1.0;
  const ScatteredFields away = scattered_fields(fields, options);
  for (Index i = 0; i < fields.field.size(); ++i) {
    const std::complex<float> psi = away.psi.data()[i];
    fields.field.data()[i] = std::polar(std::exp(psi.real()), psi.imag());
    fields.phase.data()[i] = psi.imag();
  }
  fields.focus_offset_um = 1.0;
  options.refocus_um = 0.0;
  const ScatteredFields back = scattered_fields(fields, options);
  const Index n = in_focus.psi.shape(1);
  for (Index y = n / 4; y < 3 * n / 4; ++y)
    for (Index x = n / 4; x < 3 * n / 4; ++x) CHECK(std::abs(back.psi(1, y, x) - in_focus.psi(1, y, x)) < 0.03);
}
