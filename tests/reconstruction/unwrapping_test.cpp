#include <cmath>
#include <numbers>
#include <random>

#include "reconstruction/phase_unwrapping.h"
#include "reconstruction/wrapping.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

// A bump of `height` rad on a tilted plane.
Array<float, 2> bump(const Shape<2>& shape, double height) {
  Array<float, 2> phase(shape);
  for (Index y = 0; y < shape[0]; ++y)
    for (Index x = 0; x < shape[1]; ++x) {
      const double dy = static_cast<double>(y) / static_cast<double>(shape[0]) - 0.5;
      const double dx = static_cast<double>(x) / static_cast<double>(shape[1]) - 0.5;
      phase(y, x) = static_cast<float>(height * std::exp(-20.0 * (dx * dx + dy * dy)) + 3.0 * dx - 2.0 * dy);
    }
  return phase;
}

Array<float, 2> wrapped(const Array<float, 2>& phase) {
  Array<float, 2> result(phase.shape());
  std::transform(phase.values().begin(), phase.values().end(), result.data(), [](float p) { return wrap(p); });
  return result;
}

// Largest deviation from the truth after removal of the common multiple of 2 pi, and how many pixels deviate.
struct Deviation {
  double largest = 0.0;
  int pixels = 0;
};
Deviation deviation(const Array<float, 2>& found, const Array<float, 2>& truth) {
  const double offset = found(0, 0) - truth(0, 0);
  Deviation d;
  for (Index i = 0; i < found.size(); ++i) {
    const double e = std::abs(found.data()[i] - truth.data()[i] - offset);
    d.largest = std::max(d.largest, e);
    d.pixels += e > 0.1 ? 1 : 0;
  }
  return d;
}

}  // namespace

TEST_CASE("every method unwraps a smooth bump, with odd sizes too") {
  const std::string method = GENERATE("goldstein", "quality", "least-squares");
  const Shape<2> shape = GENERATE(Shape<2>{128, 128}, Shape<2>{101, 87});
  const Array<float, 2> truth = bump(shape, 25.0);
  const Array<float, 2> found = unwrap_phase(wrapped(truth).view(), method);
  CAPTURE(method);
  CHECK(deviation(found, truth).largest < 1e-3);
}

TEST_CASE("a smooth phase has no residues, a vortex pair has two of opposite charge") {
  const Array<float, 2> smooth = wrapped(bump({64, 64}, 15.0));
  const auto none = find_residues(smooth.view());
  CHECK(std::count(none.values().begin(), none.values().end(), 0) == none.size());

  Array<float, 2> pair({64, 64});
  for (Index y = 0; y < 64; ++y)
    for (Index x = 0; x < 64; ++x)
      pair(y, x) = wrap(static_cast<float>(std::atan2(static_cast<double>(y) - 31.5, static_cast<double>(x) - 20.5) -
                                           std::atan2(static_cast<double>(y) - 31.5, static_cast<double>(x) - 40.5)));
  const auto charges = find_residues(pair.view());
  CHECK(std::count(charges.values().begin(), charges.values().end(), 1) == 1);
  CHECK(std::count(charges.values().begin(), charges.values().end(), -1) == 1);
}

TEST_CASE("a branch cut keeps a vortex pair's error between the vortices") {
  Array<float, 2> truth = bump({96, 96}, 12.0);
  Array<float, 2> damaged = wrapped(truth);
  for (Index x = 40; x < 52; ++x) damaged(48, x) = wrap(damaged(48, x) + 2.5F);  // a scratch with residues at its ends
  const Array<float, 2> found = unwrap_goldstein(damaged.view());
  CHECK(deviation(found, truth).pixels <= 40);
}

TEST_CASE("unwrapping noise changes phases by multiples of 2 pi only") {
  const std::string method = GENERATE("goldstein", "quality", "least-squares");
  std::mt19937 random(3);
  std::uniform_real_distribution<float> draw(-3.1F, 3.1F);
  Array<float, 2> noise({50, 70});
  for (float& p : noise.values()) p = draw(random);
  const Array<float, 2> found = unwrap_phase(noise.view(), method);
  for (Index i = 0; i < noise.size(); ++i)
    REQUIRE(std::abs(wrap(found.data()[i] - noise.data()[i])) < 1e-3F);
}

TEST_CASE("the border's constant and plane are found beside a cell") {
  Array<float, 2> phase({128, 128});
  for (Index y = 0; y < 128; ++y)
    for (Index x = 0; x < 128; ++x) {
      const double r2 = std::pow(static_cast<double>(y) - 64, 2) + std::pow(static_cast<double>(x) - 30, 2);
      phase(y, x) = static_cast<float>(1.5 + 0.01 * static_cast<double>(x) - 0.02 * static_cast<double>(y) + (r2 < 1600 ? 3.0 : 0.0));
    }
  const BorderPhase border = border_phase(std::as_const(phase).view());
  CHECK(border.slope_x == Approx(0.01).margin(0.002));
  CHECK(border.slope_y == Approx(-0.02).margin(0.002));
}
