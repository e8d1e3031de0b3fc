#include "core/sina.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tomocyte {

std::vector<double> sina_offsets(std::span<const double> values) {
  std::vector<double> offsets(values.size(), 0.0);
  if (values.size() < 2) return offsets;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  const double reach = (values[order.back()] - values[order.front()]) / 20.0;
  std::vector<double> near(values.size());  // of the sorted values: how many stand within reach
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    while (values[order[i]] - values[order[first]] > reach) ++first;
    while (last < order.size() && values[order[last]] - values[order[i]] <= reach) ++last;
    near[i] = static_cast<double>(last - first - 1);
  }
  const double most = std::max(1.0, *std::ranges::max_element(near));
  // Neighbours in size stand far from each other: multiples of the golden ratio fill the width evenly (Weyl 1916).
  constexpr double kGolden = 0.6180339887498949;
  for (std::size_t i = 0; i < order.size(); ++i)
    offsets[order[i]] = near[i] / most * (2.0 * std::fmod(static_cast<double>(i) * kGolden, 1.0) - 1.0);
  return offsets;
}

}  // namespace tomocyte
