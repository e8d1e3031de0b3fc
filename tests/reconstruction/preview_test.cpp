// What the window shows of one hologram, against the retrieval of the whole scan.
#include "reconstruction/preview.h"

#include "core/error.h"
#include "tests/catch.h"
#include "tests/reconstruction/fringes.h"

using namespace tomocyte;

namespace {

const std::vector<WaveVector> kRing = ring_of_angles(9, 5.0);
const PhaseBump kCell;

// Where the strongest pixel of the spectrum lies, away from the zero order.
WaveVector peak(const HologramPreview& preview) {
  const Index side = preview.spectrum_log.shape(0);
  float best = 0.0F;
  WaveVector at;
  for (Index y = 0; y < side; ++y)
    for (Index x = 0; x < side; ++x) {
      const WaveVector k{static_cast<double>(x - side / 2) * preview.spectrum_pixel,
                         static_cast<double>(y - side / 2) * preview.spectrum_pixel};
      // Of the two conjugate peaks the one on the order's side.
      if (std::hypot(k.x, k.y) < preview.pupil_radius || k.x * preview.order.x + k.y * preview.order.y < 0.0) continue;
      if (preview.spectrum_log(y, x) <= best) continue;
      best = preview.spectrum_log(y, x);
      at = k;
    }
  return at;
}

// Shows every frame as the retrieval of the whole scan has it.
void check_agreement(const HologramStack& stack) {
  const FieldStack fields = retrieve_fields(stack, {});
  for (Index angle = 0; angle < stack.holograms.shape(0); ++angle) {
    const HologramPreview preview = preview_hologram(stack, angle);
    CAPTURE(angle);
    REQUIRE(preview.phase.shape() == Shape<2>{fields.phase.shape(1), fields.phase.shape(2)});
    CHECK(preview.pixel_size_um == fields.setup.pixel_size_um);
    CHECK(preview.sign_assumed == fields.sign_assumed);
    const View<const float, 2> phase = fields.phase[angle];
    const View<const std::complex<float>, 2> field = fields.field[angle];
    float worst_phase = 0.0F;
    float worst_amplitude = 0.0F;
    for (Index i = 0; i < phase.size(); ++i) {
      worst_phase = std::max(worst_phase, std::abs(preview.phase.data()[i] - phase.data()[i]));
      worst_amplitude = std::max(worst_amplitude, std::abs(preview.amplitude.data()[i] - std::abs(field.data()[i])));
    }
    CHECK(worst_phase < 1e-4F);
    CHECK(worst_amplitude < 1e-4F);
  }
}

}  // namespace

TEST_CASE("the preview of a frame is what the retrieval of the scan gives") {
  // One sampling for all: the preview of a tilted frame alone would choose fewer pixels.
  HologramStack stack = fringe_scan(Fringes{}, kRing, {160, 160}, kCell);
  SECTION("all known") {}
  SECTION("carrier unknown") { stack.carrier.reset(); }
  SECTION("illumination unknown") { stack.illumination.clear(); }
  SECTION("carrier and illumination unknown") {
    stack.carrier.reset();
    stack.illumination.clear();
  }
  SECTION("no background") { stack.background = {}; }
  check_agreement(stack);
}

TEST_CASE("the spectrum's peak is where the order says, shifted by the illumination") {
  const Shape<2> shape = GENERATE(Shape<2>{160, 160}, Shape<2>{161, 140});
  const HologramStack stack = fringe_scan(Fringes{}, kRing, shape, kCell);
  for (Index angle = 0; angle < stack.holograms.shape(0); ++angle) {
    const HologramPreview preview = preview_hologram(stack, angle);
    const WaveVector& k_i = kRing[static_cast<std::size_t>(angle)];
    const WaveVector at = peak(preview);
    CAPTURE(angle);
    CHECK(at.x == Approx(preview.order.x + k_i.x).margin(preview.spectrum_pixel));
    CHECK(at.y == Approx(preview.order.y + k_i.y).margin(preview.spectrum_pixel));
    CHECK(preview.order == WaveVector{-24.3, -20.1});
  }
}

TEST_CASE("the order of a hologram whose side was assumed is the one that was shown") {
  const WaveVector q = GENERATE(WaveVector{24.3, 20.1}, WaveVector{-24.3, -20.1});
  Fringes fringes;
  fringes.reference = q;
  HologramStack stack = fringe_scan(fringes, {{0.0, 0.0}}, {160, 160}, kCell);
  stack.carrier.reset();
  stack.illumination.clear();
  const HologramPreview preview = preview_hologram(stack, 0);
  CHECK(preview.sign_assumed);
  CHECK(preview.order.x == Approx(-q.x).margin(0.01));
  CHECK(preview.order.y == Approx(-q.y).margin(0.01));
}

TEST_CASE("a frame is shown while others are still to come") {
  HologramStack stack = fringe_scan(Fringes{}, kRing, {160, 160}, kCell);
  stack.carrier.reset();
  stack.background = {};
  const auto to_come = stack.holograms[5];
  std::fill(to_come.data(), to_come.data() + to_come.size(), std::uint16_t{0});
  const HologramPreview preview = preview_hologram(stack, 0);
  CHECK(*std::max_element(preview.phase.values().begin(), preview.phase.values().end()) == Approx(3.0).margin(0.15));
  CHECK_THROWS_AS(preview_hologram(stack, 5), InputError);
  CHECK_THROWS_WITH(preview_hologram(stack, 9), Catch::Contains("no such frame"));
}
