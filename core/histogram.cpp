#include "core/histogram.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {

Histogram histogram(std::span<const float> values, double low, double high, std::size_t bins) {
  if (bins == 0 || !(high > low)) throw InputError("a histogram needs bins and a range");
  Histogram result{low, high, std::vector<double>(bins)};
  const double scale = static_cast<double>(bins) / (high - low);
  for (const float value : values)
    if (value >= low && value <= high)
      result.counts[std::min(static_cast<std::size_t>((value - low) * scale), bins - 1)] += 1.0;
  return result;
}

double otsu_threshold(const Histogram& histogram) {
  double total = 0.0;
  double moment = 0.0;
  for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
    total += histogram.counts[bin];
    moment += histogram.counts[bin] * histogram.centre(bin);
  }
  double best = 0.0;
  std::size_t first = 0;  // edges after these bins are equally good: a gap lies between them
  std::size_t last = 0;
  double below = 0.0;
  double moment_below = 0.0;
  for (std::size_t bin = 0; bin + 1 < histogram.counts.size(); ++bin) {
    below += histogram.counts[bin];
    moment_below += histogram.counts[bin] * histogram.centre(bin);
    if (below <= 0.0 || below >= total) continue;
    const double distance = moment_below / below - (moment - moment_below) / (total - below);
    const double between = below * (total - below) * distance * distance;
    if (between > best * (1.0 + 1e-12)) {
      best = between;
      first = bin;
    }
    if (between >= best * (1.0 - 1e-12)) last = bin;
  }
  if (!(best > 0.0)) throw InputError("the values do not fall into two groups");
  return histogram.low + (0.5 * static_cast<double>(first + last) + 1.0) * histogram.bin_width();
}

}  // namespace tomocyte
