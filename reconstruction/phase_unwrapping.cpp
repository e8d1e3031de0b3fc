#include "reconstruction/phase_unwrapping.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/error.h"
#include "reconstruction/median.h"

namespace tomocyte {
namespace {

template <class Visit>
void for_border(const Shape<2>& shape, const Visit& visit) {
  const Index width = border_width(shape);
  for (Index y = 0; y < shape[0]; ++y)
    for (Index x = 0; x < shape[1]; ++x)
      if (y < width || x < width || y >= shape[0] - width || x >= shape[1] - width) visit(y, x);
}

// Median of the slope between opposite border strips: a cell that reaches into one place of the border moves it little.
double slope(View<const float, 2> phase, bool along_x) {
  const Index width = border_width(phase.shape());
  const Index length = along_x ? phase.shape(0) : phase.shape(1);
  const Index span = (along_x ? phase.shape(1) : phase.shape(0)) - width;
  std::vector<double> slopes;
  for (Index i = 0; i < length; ++i)
    for (Index j = 0; j < width; ++j) {
      const float near = along_x ? phase(i, j) : phase(j, i);
      const float far = along_x ? phase(i, j + span) : phase(j + span, i);
      slopes.push_back(static_cast<double>(far - near) / static_cast<double>(span));
    }
  return median(std::move(slopes));
}

}  // namespace

Index border_width(const Shape<2>& shape) { return std::max<Index>(2, std::min(shape[0], shape[1]) / 16); }

BorderPhase border_phase(View<const float, 2> phase) {
  std::vector<double> values;
  for_border(phase.shape(), [&](Index y, Index x) { values.push_back(phase(y, x)); });
  return {median(std::move(values)), slope(phase, false), slope(phase, true)};
}

Array<float, 2> without_border_phase(View<const float, 2> phase, bool plane) {
  const BorderPhase border = border_phase(phase);
  const double slope_y = plane ? border.slope_y : 0.0;
  const double slope_x = plane ? border.slope_x : 0.0;
  Array<float, 2> result(phase.shape());
  for (Index y = 0; y < phase.shape(0); ++y)
    for (Index x = 0; x < phase.shape(1); ++x)
      result(y, x) =
          static_cast<float>(phase(y, x) - border.constant - slope_y * static_cast<double>(y - phase.shape(0) / 2) -
                             slope_x * static_cast<double>(x - phase.shape(1) / 2));
  return result;
}

Array<float, 2> unwrap_phase(View<const float, 2> wrapped, const std::string& method) {
  if (method == "goldstein") return unwrap_goldstein(wrapped);
  if (method == "quality") return unwrap_quality_guided(wrapped);
  if (method == "least-squares") return unwrap_least_squares(wrapped);
  throw InputError("there is no unwrapping method \"" + method + "\"", "Use goldstein, quality or least-squares.");
}

}  // namespace tomocyte
