// Holograms made by formula (a Gaussian phase bump, two plane waves), some spoilt on purpose.
#include "reconstruction/frame_quality.h"

#include <cmath>
#include <random>

#include "core/error.h"
#include "reconstruction/carrier.h"
#include "reconstruction/field_retrieval.h"
#include "reconstruction/reconstruct.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

constexpr Index kPixels = 160;
constexpr int kAngles = 12;
constexpr WaveVector kReference{24.3, 20.1};
const OpticalSetup kSetup{0.532, 1.337, 0.8, 0.06};

WaveVector illumination(int angle) {
  if (angle == 0) return {0.0, 0.0};
  const double turn = 2.0 * M_PI * angle / (kAngles - 1);
  return {4.0 * std::cos(turn), 4.0 * std::sin(turn)};
}

// `phase(x, y)` of the sample in rad, x and y in µm; fringe contrast 1 is perfect.
template <class Phase>
void write_frame(View<std::uint16_t, 2> frame, const WaveVector& k, const Phase& phase, double contrast, int seed) {
  std::mt19937 random(static_cast<unsigned>(seed));
  std::normal_distribution<double> noise(0.0, 1.0);
  for (Index y = 0; y < kPixels; ++y)
    for (Index x = 0; x < kPixels; ++x) {
      const double rx = static_cast<double>(x - kPixels / 2) * kSetup.pixel_size_um;
      const double ry = static_cast<double>(y - kPixels / 2) * kSetup.pixel_size_um;
      const double fringe =
          std::cos((k.x - kReference.x) * rx + (k.y - kReference.y) * ry + phase(rx, ry) + 0.3 * seed);
      frame(y, x) = static_cast<std::uint16_t>(std::lround(120.0 + 80.0 * contrast * fringe + noise(random)));
    }
}

double cell_phase(double x, double y) { return 2.0 * std::exp(-(x * x + y * y) / 2.0); }

HologramStack good_scan() {
  HologramStack stack;
  stack.setup = kSetup;
  stack.holograms = Array<std::uint16_t, 3>({kAngles, kPixels, kPixels});
  stack.background = Array<std::uint16_t, 3>(stack.holograms.shape());
  for (int i = 0; i < kAngles; ++i) {
    stack.illumination.push_back(illumination(i));
    write_frame(stack.holograms[i], illumination(i), cell_phase, 1.0, i);
    write_frame(
        stack.background[i], illumination(i), [](double, double) { return 0.0; }, 1.0, 100 + i);
  }
  return stack;
}

std::vector<Index> rejected(const HologramStack& stack) {
  std::vector<Index> frames;
  const FieldStack fields = retrieve_fields(stack, {});
  for (std::size_t i = 0; i < fields.quality.size(); ++i)
    if (fields.quality[i].rejected) frames.push_back(static_cast<Index>(i));
  return frames;
}

}  // namespace

TEST_CASE("a good scan keeps every frame and its phase") {
  const HologramStack stack = good_scan();
  const FieldStack fields = retrieve_fields(stack, {});
  for (const FrameQuality& frame : fields.quality) CHECK(frame.reason.empty());
  const Index ny = fields.phase.shape(1);
  const Index nx = fields.phase.shape(2);
  CHECK(fields.phase(3, ny / 2, nx / 2) == Approx(2.0).margin(0.1));
  CHECK(fields.phase(3, 2, 2) == Approx(0.0).margin(0.1));
}

TEST_CASE("the carrier and the illumination are found when the file lacks them") {
  HologramStack stack = good_scan();
  const Carrier with_angles = find_carrier(stack);
  CHECK(with_angles.reference.x == Approx(kReference.x).margin(0.02));
  CHECK(with_angles.reference.y == Approx(kReference.y).margin(0.02));
  stack.illumination.clear();
  stack.carrier = kReference;
  const Carrier estimated = find_carrier(stack);
  CHECK(estimated.illumination_estimated);
  for (int i = 0; i < kAngles; ++i) {
    CHECK(estimated.illumination[static_cast<std::size_t>(i)].x == Approx(illumination(i).x).margin(0.02));
    CHECK(estimated.illumination[static_cast<std::size_t>(i)].y == Approx(illumination(i).y).margin(0.02));
  }
}

TEST_CASE("a frame whose fringes washed out, and one whose phase jumped, are left out by number") {
  HologramStack stack = good_scan();
  write_frame(stack.holograms[4], illumination(4), cell_phase, 0.3, 4);
  write_frame(
      stack.holograms[7], illumination(7), [](double x, double y) { return cell_phase(x, y) + (y > 0.0 ? 1.5 : 0.0); },
      1.0, 7);
  CHECK(rejected(stack) == std::vector<Index>{4, 7});
}

TEST_CASE("an illumination that contradicts the fringes is refused with its frames") {
  HologramStack negated = good_scan();
  for (WaveVector& k : negated.illumination) k = {-k.x, -k.y};
  negated.carrier = kReference;
  CHECK_THROWS_WITH(retrieve_fields(negated, {}), Catch::Contains("11 of 12 frames") &&
                                                      Catch::Contains("that of frame 1 is given as (-3.4, -2.2)") &&
                                                      Catch::Contains("say (3.2, 2.4)"));
  for (const bool carrier_known : {true, false}) {
    HologramStack swapped = good_scan();
    if (carrier_known) swapped.carrier = kReference;
    std::swap(swapped.illumination[3], swapped.illumination[8]);
    CHECK_THROWS_WITH(retrieve_fields(swapped, {}),
                      Catch::Contains("2 of 12 frames") && Catch::Contains("(frames 3, 8)"));
    swapped.background = {};
    CHECK_THROWS_WITH(retrieve_fields(swapped, {}), Catch::Contains("(frames 3, 8)"));
  }
}

TEST_CASE("frames may arrive in any order") {
  const HologramStack stack = good_scan();
  const FieldStack batch = retrieve_fields(stack, {});
  FieldRetriever stream(stack.setup, find_carrier(stack), stack.bit_depth, {kPixels, kPixels}, {});
  for (Index i = kAngles - 1; i > 0; --i) stream.push(i, stack.holograms[i], stack.background[i]);
  stream.push(0, stack.holograms[0], stack.background[0]);
  const FieldStack streamed = stream.finish();
  CHECK(std::equal(batch.phase.values().begin(), batch.phase.values().end(), streamed.phase.values().begin()));
}

TEST_CASE("a scan with a missing frame is refused") {
  const HologramStack stack = good_scan();
  FieldRetriever stream(stack.setup, find_carrier(stack), stack.bit_depth, {kPixels, kPixels}, {});
  stream.push(0, stack.holograms[0], stack.background[0]);
  CHECK_THROWS_WITH(stream.finish(), Catch::Contains("11 of 12 frames did not arrive"));
}

TEST_CASE("black and saturated frames are refused with their number") {
  HologramStack stack = good_scan();
  for (Index i = 0; i < kPixels * kPixels; ++i) stack.holograms[5].data()[i] = 3;
  CHECK_THROWS_WITH(retrieve_fields(stack, {}), Catch::Contains("1 of 12 holograms are black") && Catch::Contains("5"));
  stack = good_scan();
  for (Index i = 0; i < kPixels * kPixels; ++i) {
    auto& count = stack.holograms[2].data()[i];
    count = count > 150 ? 255 : count;
  }
  CHECK_THROWS_WITH(retrieve_fields(stack, {}), Catch::Contains("saturated") && Catch::Contains("frames 2"));
}

TEST_CASE("holograms without fringes, and with overlapping orders, are refused") {
  HologramStack stack = good_scan();
  std::mt19937 random(1);
  for (auto* frames : {&stack.holograms, &stack.background})
    for (std::uint16_t& count : frames->values()) count = static_cast<std::uint16_t>(100 + random() % 50);
  CHECK_THROWS_WITH(retrieve_fields(stack, {}), Catch::Contains("no carrier"));
  stack = good_scan();
  stack.setup.numerical_aperture = 1.2;
  CHECK_THROWS_WITH(retrieve_fields(stack, {}), Catch::Contains("overlap"));
}
