// Carrier and illumination found in fringes whose every parameter is known.
#include "reconstruction/carrier.h"

#include "core/error.h"
#include "tests/catch.h"
#include "tests/reconstruction/fringes.h"

using namespace tomocyte;

namespace {

// Distance of the found order from the true one or its conjugate, in frequency bins of the longer side.
double error_in_bins(const WaveVector& found, const WaveVector& truth, const Shape<2>& frame, double pixel) {
  const double sign = found.x * truth.x + found.y * truth.y < 0.0 ? -1.0 : 1.0;
  const auto bins = [&](double difference, Index n) {
    return std::abs(difference) * static_cast<double>(n) * pixel / (2.0 * M_PI);
  };
  return std::max(bins(sign * found.x - truth.x, frame[1]), bins(sign * found.y - truth.y, frame[0]));
}

double worst(const std::vector<WaveVector>& found, const std::vector<WaveVector>& truth) {
  double largest = 0.0;
  for (std::size_t i = 0; i < truth.size(); ++i)
    largest = std::max(largest, std::hypot(found[i].x - truth[i].x, found[i].y - truth[i].y));
  return largest;
}

Array<std::uint16_t, 2> noise_frame(const Shape<2>& shape, unsigned seed) {
  Array<std::uint16_t, 2> frame(shape);
  std::mt19937 random(seed);
  std::normal_distribution<double> noise(120.0, 8.0);
  for (std::uint16_t& count : frame.values()) count = static_cast<std::uint16_t>(std::lround(noise(random)));
  return frame;
}

const std::vector<WaveVector> kRing = ring_of_angles(9, 5.0);
const PhaseBump kCell;

}  // namespace

TEST_CASE("the order is found to a thousandth of a frequency bin") {
  const Shape<2> shape = GENERATE(Shape<2>{160, 160}, Shape<2>{161, 161}, Shape<2>{160, 201}, Shape<2>{251, 144});
  const WaveVector q = GENERATE(WaveVector{24.3, 20.1}, WaveVector{-22.7, 25.4}, WaveVector{31.0, 0.0},
                                WaveVector{0.0, -30.37}, WaveVector{28.001, 1.3});
  const double noise = GENERATE(0.0, 3.0);
  Fringes fringes;
  fringes.reference = q;
  fringes.noise_counts = noise;
  Array<std::uint16_t, 2> frame(shape);
  write_fringes(fringes, {0.0, 0.0}, empty_field, 7, frame.view());
  const WaveVector found = find_order(std::as_const(frame).view(), fringes.setup.pixel_size_um, 3.0);
  CAPTURE(to_string(shape), q.x, q.y, noise, found.x, found.y);
  CHECK(error_in_bins(found, q, shape, fringes.setup.pixel_size_um) < 1e-3);
}

TEST_CASE("of the two conjugate orders the one of negative ky is told") {
  Fringes fringes;
  Array<std::uint16_t, 2> frame({128, 128});
  for (const WaveVector q : {WaveVector{24.3, 20.1}, WaveVector{-24.3, -20.1}, WaveVector{-24.3, 20.1}}) {
    fringes.reference = q;
    write_fringes(fringes, {0.0, 0.0}, empty_field, 7, frame.view());
    CHECK(find_order(std::as_const(frame).view(), fringes.setup.pixel_size_um, 3.0).y < 0.0);
  }
}

TEST_CASE("a flat frame and frames of noise alone have no carrier") {
  Array<std::uint16_t, 2> flat({150, 150});
  for (std::uint16_t& count : flat.values()) count = 137;
  CHECK_THROWS_WITH(find_order(std::as_const(flat).view(), 0.06, 3.0), Catch::Contains("no carrier was found"));
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Array<std::uint16_t, 2> noise = noise_frame({512, 512}, seed);
    CAPTURE(seed);
    CHECK_THROWS_AS(find_order(noise.view(), 0.06, 3.0), InputError);
  }
}

TEST_CASE("faint fringes in much noise are still a carrier") {
  Fringes fringes;
  fringes.noise_counts = 12.0;
  Array<std::uint16_t, 2> frame({256, 256});
  const auto faint = [](double, double) { return std::complex<double>(0.04, 0.0); };
  write_fringes(fringes, {0.0, 0.0}, faint, 3, frame.view());
  const WaveVector found = find_order(std::as_const(frame).view(), fringes.setup.pixel_size_um, 3.0);
  CHECK(error_in_bins(found, fringes.reference, frame.shape(), fringes.setup.pixel_size_um) < 0.05);
}

TEST_CASE("overlapping orders are refused with the numbers and the aperture that would do") {
  Fringes fringes;
  fringes.setup.numerical_aperture = 1.0;
  HologramStack stack = fringe_scan(fringes, {{0.0, 0.0}}, {128, 128}, empty_field);
  // |q| = 31.536 rad/µm; three pupil radii of NA 1 are 35.431; 31.536 / 35.431 = 0.890.
  CHECK_THROWS_WITH(find_carrier(stack), Catch::Contains("31.54") && Catch::Contains("35.43 are needed for NA 1") &&
                                             Catch::Contains("up to NA 0.89"));
  try {
    static_cast<void>(find_carrier(stack));
  } catch (const InputError& error) {
    CHECK_THAT(error.remedy(), Catch::Contains("--numerical-aperture 0.89"));
  }
  stack.setup.numerical_aperture = 0.89;
  CHECK_NOTHROW(find_carrier(stack));
}

TEST_CASE("fringes too fine for the pixels fold over and are refused") {
  Fringes fringes;
  fringes.setup.pixel_size_um = 0.12;  // the spectrum repeats at 52.36 rad/µm: the conjugate order lies 7.64 away
  fringes.reference = {30.0, 0.0};
  const HologramStack stack = fringe_scan(fringes, {{0.0, 0.0}}, {128, 128}, empty_field);
  CHECK_THROWS_WITH(find_carrier(stack), Catch::Contains("too fine for pixels of 0.12 µm"));
  CHECK(largest_pupil(fringes.reference, 0.12) == Approx((2.0 * M_PI / 0.12 - 2.0 * 30.0) / -2.0));
}

TEST_CASE("the illumination is estimated from the backgrounds") {
  Fringes fringes;
  fringes.noise_counts = 2.0;
  HologramStack stack = fringe_scan(fringes, kRing, {192, 192}, kCell);
  stack.illumination.clear();
  SECTION("with the reference known") {
    const Carrier carrier = find_carrier(stack);
    CHECK(carrier.illumination_estimated);
    CHECK(carrier.side_known);
    CHECK(worst(carrier.illumination, kRing) < 2e-3);  // rad/µm, of 5
  }
  SECTION("with nothing known, up to the side") {
    stack.carrier.reset();
    const Carrier carrier = find_carrier(stack);
    CHECK_FALSE(carrier.side_known);
    std::vector<WaveVector> turned = kRing;
    for (WaveVector& k : turned) k = {-k.x, -k.y};
    CHECK(std::min(worst(carrier.illumination, kRing), worst(carrier.illumination, turned)) < 2e-3);
  }
}

TEST_CASE("the reference is found where the illumination is known, on the right side") {
  const WaveVector q = GENERATE(WaveVector{24.3, 20.1}, WaveVector{-24.3, -20.1}, WaveVector{0.0, 31.0});
  Fringes fringes;
  fringes.reference = q;
  HologramStack stack = fringe_scan(fringes, kRing, {192, 192}, kCell);
  stack.carrier.reset();
  const Carrier carrier = find_carrier(stack);
  CHECK(carrier.side_known);
  CHECK(carrier.reference.x == Approx(q.x).margin(1e-3));
  CHECK(carrier.reference.y == Approx(q.y).margin(1e-3));
}

TEST_CASE("without backgrounds the holograms themselves tell the carrier") {
  HologramStack stack = fringe_scan(Fringes{}, kRing, {192, 192}, kCell);
  stack.background = {};
  stack.carrier.reset();
  const Carrier carrier = find_carrier(stack);
  CHECK(carrier.reference.x == Approx(24.3).margin(0.1));
  CHECK(carrier.reference.y == Approx(20.1).margin(0.1));
  stack.illumination.clear();
  stack.carrier = Fringes{}.reference;
  CHECK(worst(find_carrier(stack).illumination, kRing) < 0.2);
}

TEST_CASE("one direction alone does not tell the side of the carrier") {
  HologramStack stack = fringe_scan(Fringes{}, {{0.0, 0.0}}, {128, 128}, kCell);
  CHECK(find_carrier(stack).side_known);
  stack.carrier.reset();
  CHECK_FALSE(find_carrier(stack).side_known);
  stack.illumination.clear();
  CHECK_FALSE(find_carrier(stack).side_known);
}
