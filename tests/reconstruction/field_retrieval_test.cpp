// Fields retrieved from fringes made by formula, against the field that made them.
#include "reconstruction/field_retrieval.h"

#include <thread>

#include "core/error.h"
#include "reconstruction/frame_quality.h"
#include "tests/catch.h"
#include "tests/reconstruction/fringes.h"

using namespace tomocyte;

namespace {

const std::vector<WaveVector> kRing = ring_of_angles(9, 5.0);
const PhaseBump kCell{5.0, 1.2};
const View<const std::uint16_t, 2> kNoBackground;

// The field's pixel j lies where the camera's n/2 is the origin.
double position(Index j, Index small, Index camera, double pixel) {
  return (static_cast<double>(j * camera) / static_cast<double>(small) - static_cast<double>(camera / 2)) * pixel;
}

struct Deviation {
  double phase = 0.0;
  double amplitude = 0.0;
};

// Largest departure from `sample`, over the whole frame but for `margin_um` at the border, where the cut through the
// fringes rings.
template <class Sample>
Deviation worst(const FieldStack& fields, Index angle, const Shape<2>& camera, double pixel, const Sample& sample,
                double margin_um = 0.0) {
  Deviation deviation;
  const Index ny = fields.phase.shape(1);
  const Index nx = fields.phase.shape(2);
  for (Index y = 0; y < ny; ++y)
    for (Index x = 0; x < nx; ++x) {
      const double ry = position(y, ny, camera[0], pixel);
      const double rx = position(x, nx, camera[1], pixel);
      if (std::abs(ry) > 0.5 * static_cast<double>(camera[0]) * pixel - margin_um ||
          std::abs(rx) > 0.5 * static_cast<double>(camera[1]) * pixel - margin_um)
        continue;
      deviation.phase = std::max(deviation.phase, std::abs(fields.phase(angle, y, x) - sample.phase(rx, ry)));
      deviation.amplitude = std::max(deviation.amplitude, std::abs(std::abs(fields.field(angle, y, x)) - 1.0));
    }
  return deviation;
}

FieldRetriever retriever_for(const HologramStack& stack) {
  return {stack.setup,
          find_carrier(stack),
          stack.bit_depth,
          {stack.holograms.shape(1), stack.holograms.shape(2)},
          ReconstructionOptions{}};
}

bool same(const Array<float, 3>& a, const Array<float, 3>& b) {
  return a.shape() == b.shape() && std::equal(a.values().begin(), a.values().end(), b.values().begin());
}

}  // namespace

TEST_CASE("a cell of several rad comes out everywhere as it is, for every tilt and frame shape") {
  const Shape<2> shape = GENERATE(Shape<2>{192, 192}, Shape<2>{191, 191}, Shape<2>{176, 208}, Shape<2>{201, 180});
  // The cell bends light by up to 2.5 rad/µm; tilted by 3.5 more, all but 1e-3 of it still passes the pupil of 9.4.
  const std::vector<WaveVector> ring = ring_of_angles(9, 3.5);
  const HologramStack stack = fringe_scan(Fringes{}, ring, shape, kCell);
  const FieldStack fields = retrieve_fields(stack, {});
  CAPTURE(to_string(shape));
  for (Index angle = 0; angle < fields.phase.shape(0); ++angle) {
    const Deviation deviation = worst(fields, angle, shape, stack.setup.pixel_size_um, kCell);
    CAPTURE(angle);
    CHECK(deviation.phase < 0.03);  // rad; 8-bit counts
    CHECK(deviation.amplitude < 0.03);
  }
  CHECK(fields.illumination == ring);
  CHECK_FALSE(fields.sign_assumed);
}

TEST_CASE("more bits bring the field closer") {
  Fringes fringes;
  const auto deviation_at = [&](int bits) {
    fringes.bit_depth = bits;
    const HologramStack stack = fringe_scan(fringes, {{0.0, 0.0}}, {192, 192}, kCell);
    return worst(retrieve_fields(stack, {}), 0, {192, 192}, stack.setup.pixel_size_um, kCell).phase;
  };
  const double at_6 = deviation_at(6);
  const double at_12 = deviation_at(12);
  CHECK(at_6 < 0.15);
  CHECK(at_12 < 0.01);
  CHECK(at_12 < 0.5 * at_6);
}

TEST_CASE("camera noise stays noise: it moves the phase by no more than its share of the pupil") {
  Fringes fringes;
  fringes.noise_counts = 3.0;
  const HologramStack stack = fringe_scan(fringes, kRing, {192, 192}, kCell);
  const FieldStack fields = retrieve_fields(stack, {});
  // 3 counts of fringes 57 counts strong (two waves of amplitude 0.225 · 255), of which the pupil (NA 0.8 in pixels of
  // 0.06 µm: pi · 9.45² / 104.7² = 2.6 %) passes; hologram and background: sqrt(2 · 0.026 / 2) · 3 / 57 = 0.0085 rad.
  CHECK(fields.quality[0].phase_noise_rad < 2.0 * 0.0085);
  CHECK(worst(fields, 0, {192, 192}, stack.setup.pixel_size_um, kCell).phase < 8.0 * 0.0085 + 0.03);
}

TEST_CASE("the background takes off the reference's phase and the beam's profile") {
  // A beam that is brighter at the left, with a curved wave front of 4 rad, seen by hologram and background alike.
  const auto beam = [](double x, double y) { return std::polar(0.8 - 0.02 * x, 0.2 * (x * x + y * y) / 1.8); };
  const Shape<2> shape{192, 192};
  HologramStack stack = fringe_scan(Fringes{}, {{0.0, 0.0}}, shape, kCell);
  write_fringes(
      {}, {0.0, 0.0}, [&](double x, double y) { return beam(x, y) * kCell(x, y); }, 1, stack.holograms[0]);
  write_fringes({}, {0.0, 0.0}, beam, 2, stack.background[0]);
  const Deviation divided = worst(retrieve_fields(stack, {}), 0, shape, stack.setup.pixel_size_um, kCell, 0.0);
  CHECK(divided.phase < 0.05);
  CHECK(divided.amplitude < 0.05);
  stack.background = {};
  CHECK(worst(retrieve_fields(stack, {}), 0, shape, stack.setup.pixel_size_um, kCell).phase > 0.5);
}

TEST_CASE("a stack without backgrounds keeps its cells: carrier and plane are taken off") {
  Fringes fringes;
  fringes.reference_phase = 2.1;
  HologramStack stack = fringe_scan(fringes, {{0.0, 0.0}, {0.0, 0.0}}, {192, 192}, kCell);
  stack.background = {};
  stack.carrier = WaveVector{fringes.reference.x + 0.05, fringes.reference.y - 0.08};  // not quite as aligned
  const FieldStack fields = retrieve_fields(stack, {});
  CHECK(worst(fields, 0, {192, 192}, stack.setup.pixel_size_um, kCell, 0.7).phase < 0.15);
  CHECK(worst(fields, 1, {192, 192}, stack.setup.pixel_size_um, kCell, 0.7).phase < 0.15);
}

TEST_CASE("a hologram that does not tell its side is taken as of a cell denser than the medium") {
  const WaveVector q = GENERATE(WaveVector{24.3, 20.1}, WaveVector{-24.3, -20.1});
  const bool background = GENERATE(true, false);
  Fringes fringes;
  fringes.reference = q;
  HologramStack stack = fringe_scan(fringes, {{0.0, 0.0}}, {192, 192}, kCell);
  stack.carrier.reset();
  stack.illumination.clear();
  if (!background) stack.background = {};
  const FieldStack fields = retrieve_fields(stack, {});
  CAPTURE(q.x, background);
  CHECK(fields.sign_assumed);
  CHECK(worst(fields, 0, {192, 192}, stack.setup.pixel_size_um, kCell, 0.7).phase < 0.15);
  for (Index i = 0; i < fields.field.size(); i += 97)
    CHECK(std::arg(fields.field.data()[i]) == Approx(std::remainder(fields.phase.data()[i], 2.0 * M_PI)).margin(1e-4));
}

TEST_CASE("a scan whose side is assumed gets its illumination on the same side") {
  const WaveVector q = GENERATE(WaveVector{24.3, 20.1}, WaveVector{-24.3, -20.1});
  Fringes fringes;
  fringes.reference = q;
  HologramStack stack = fringe_scan(fringes, kRing, {192, 192}, kCell);
  stack.carrier.reset();
  stack.illumination.clear();
  const FieldStack fields = retrieve_fields(stack, {});
  CHECK(fields.sign_assumed);
  for (std::size_t i = 0; i < kRing.size(); ++i) {
    CHECK(fields.illumination[i].x == Approx(kRing[i].x).margin(2e-3));
    CHECK(fields.illumination[i].y == Approx(kRing[i].y).margin(2e-3));
    CHECK(worst(fields, static_cast<Index>(i), {192, 192}, stack.setup.pixel_size_um, kCell).phase < 0.05);
  }
}

TEST_CASE("an object thinner than the medium keeps its negative phase where the scan tells the side") {
  const PhaseBump bubble{-3.0, 1.2};
  HologramStack stack = fringe_scan(Fringes{}, kRing, {192, 192}, bubble);
  SECTION("by the carrier") { stack.illumination.clear(); }
  SECTION("by the illumination") { stack.carrier.reset(); }
  const FieldStack fields = retrieve_fields(stack, {});
  CHECK_FALSE(fields.sign_assumed);
  CHECK(worst(fields, 0, {192, 192}, stack.setup.pixel_size_um, bubble).phase < 0.05);
}

TEST_CASE("frames pushed by two threads give what one thread gives") {
  const HologramStack stack = fringe_scan(Fringes{}, ring_of_angles(17, 5.0), {128, 128}, kCell);
  FieldRetriever one = retriever_for(stack);
  for (Index i = 0; i < stack.holograms.shape(0); ++i) one.push(i, stack.holograms[i], stack.background[i]);
  const FieldStack expected = one.finish();

  FieldRetriever two = retriever_for(stack);
  const auto push_every_other = [&](Index first) {
    for (Index i = first; i < stack.holograms.shape(0); i += 2) two.push(i, stack.holograms[i], stack.background[i]);
  };
  {
    const std::jthread odd(push_every_other, 1);
    push_every_other(0);
  }
  const FieldStack fields = two.finish();
  CHECK(same(fields.phase, expected.phase));
  CHECK(same(retrieve_fields(stack, {}).phase, expected.phase));
  CHECK(same(retrieve_fields(stack, {}, {.name = "cpu", .threads = 1}).phase, expected.phase));
}

TEST_CASE("one frame offered by two threads is taken once") {
  const HologramStack stack = fringe_scan(Fringes{}, {{0.0, 0.0}}, {128, 128}, kCell);
  FieldRetriever retriever = retriever_for(stack);
  std::atomic<int> refused = 0;
  const auto offer = [&] {
    try {
      retriever.push(0, stack.holograms[0], stack.background[0]);
    } catch (const InputError&) {
      ++refused;
    }
  };
  {
    const std::jthread other(offer);
    offer();
  }
  CHECK(refused == 1);
  CHECK(worst(retriever.finish(), 0, {128, 128}, stack.setup.pixel_size_um, kCell).phase < 0.2);
}

TEST_CASE("a frame of another angle or shape is refused and the scan goes on") {
  const HologramStack stack = fringe_scan(Fringes{}, {{0.0, 0.0}, {5.0, 0.0}}, {128, 128}, kCell);
  FieldRetriever retriever = retriever_for(stack);
  const auto hologram = stack.holograms[0];
  const auto background = stack.background[0];
  CHECK_THROWS_WITH(retriever.push(2, hologram, background), "there is no frame 2 in a scan of 2");
  CHECK_THROWS_AS(retriever.push(-1, hologram, background), InputError);
  const View<const std::uint16_t, 2> cut(hologram.data(), {127, 128});
  CHECK_THROWS_WITH(retriever.push(0, cut, background),
                    "the hologram 0 is 127 x 128, but the scan's frames are 128 x 128");
  CHECK_THROWS_WITH(retriever.push(0, hologram, cut), Catch::Contains("the background 0 is 127 x 128"));
  CHECK_THROWS_WITH(retriever.finish(), "2 of 2 frames did not arrive");
  retriever.push(0, hologram, background);
  CHECK_THROWS_WITH(retriever.push(0, hologram, background), "frame 0 arrived twice");
  retriever.push(1, stack.holograms[1], kNoBackground);
  CHECK(retriever.finish().phase.shape(0) == 2);
}

TEST_CASE("black and saturated backgrounds are refused as holograms are") {
  HologramStack stack = fringe_scan(Fringes{}, kRing, {64, 64}, kCell);
  const auto spoil = [&](Array<std::uint16_t, 3>& frames, Index frame, std::uint16_t value) {
    const auto view = frames[frame];
    std::fill(view.data(), view.data() + view.size(), value);
  };
  SECTION("black") {
    spoil(stack.background, 3, 2);
    CHECK_THROWS_WITH(check_exposure(stack),
                      Catch::Contains("1 of 9 backgrounds are black") && Catch::Contains("(frames 3)"));
  }
  SECTION("saturated") {
    for (std::uint16_t& count : stack.background.values()) count = count > 200 ? 255 : count;
    CHECK_THROWS_WITH(retrieve_fields(stack, {}), Catch::Contains("9 of 9 backgrounds are saturated"));
  }
  SECTION("a scan without backgrounds has none to refuse") {
    stack.background = {};
    CHECK_NOTHROW(check_exposure(stack));
  }
}

TEST_CASE("retrieval is cancelled between frames") {
  std::stop_source stop;
  const Progress progress([&](double, const std::string&) { stop.request_stop(); }, stop.get_token());
  const HologramStack stack = fringe_scan(Fringes{}, kRing, {64, 64}, kCell);
  CHECK_THROWS_AS(retrieve_fields(stack, {}, {}, progress), Cancelled);
}
