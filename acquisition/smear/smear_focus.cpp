#include "acquisition/smear/smear_focus.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "acquisition/safe_state.h"

namespace tomocyte {
namespace {

constexpr double kStandsOut = 1.15;  // of the sharpest, relative to the least sharp: pure noise stays below 1.02

double square(double value) { return value * value; }

}  // namespace

double sharpness(View<const std::uint16_t, 2> frame) {
  constexpr Index kApart = 2;
  double differences = 0.0;
  double sum = 0.0;
  const Index height = frame.shape(0) - kApart;
  const Index width = frame.shape(1) - kApart;
  for (Index y = 0; y < height; ++y)
    for (Index x = 0; x < width; ++x) {
      const double count = frame(y, x);
      sum += count;
      differences += square(frame(y, x + kApart) - count) + square(frame(y + kApart, x) - count);
    }
  const double pixels = static_cast<double>(height) * static_cast<double>(width);
  return sum > 0.0 ? differences / pixels / square(sum / pixels) : 0.0;
}

int exposures_of(const FocusRange& range) {
  return 2 * static_cast<int>(std::floor(range.range_um / 2.0 / range.step_um)) + 1;
}

std::optional<double> find_focus(const SmearInstrument& instrument, const FocusRange& range, const Progress& progress) {
  const StagePosition start = instrument.stage.position();
  const int count = exposures_of(range);
  const auto z_at = [&](int i) { return range.middle_um + (i - count / 2) * range.step_um; };
  std::vector<double> values;
  for (int i = 0; i < count; ++i) {
    progress.check();
    instrument.stage.move_to({start.x_um, start.y_um, z_at(i)});
    const LightOn light(instrument.light);
    values.push_back(sharpness(instrument.camera.snap().counts.view()));
  }
  const auto best = static_cast<int>(std::ranges::max_element(values) - values.begin());
  const auto at = [&](int i) { return values[static_cast<std::size_t>(i)]; };
  if (best == 0 || best == count - 1 || !(at(best) > kStandsOut * std::ranges::min(values))) return std::nullopt;
  const double curvature = at(best - 1) - 2.0 * at(best) + at(best + 1);
  return z_at(best) + range.step_um * 0.5 * (at(best - 1) - at(best + 1)) / curvature;
}

}  // namespace tomocyte
