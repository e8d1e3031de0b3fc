// Counts of values in equal bins, and Otsu's threshold between their two groups.
#pragma once

#include <span>
#include <vector>

namespace tomocyte {

struct Histogram {
  double low = 0.0;  // left edge of the first bin
  double high = 0.0;
  std::vector<double> counts;  // values outside of [low, high] are in none

  [[nodiscard]] double bin_width() const { return (high - low) / static_cast<double>(counts.size()); }
  [[nodiscard]] double centre(std::size_t bin) const { return low + (static_cast<double>(bin) + 0.5) * bin_width(); }
};

// Throws InputError: no bins, or high not above low.
[[nodiscard]] Histogram histogram(std::span<const float> values, double low, double high, std::size_t bins);

// The edge between two bins that separates the counts into the two groups with the greatest variance between them (Otsu
// 1979, equation 18); in an empty gap between the groups, its middle. Throws InputError when all counts are in one bin,
// or there are none.
[[nodiscard]] double otsu_threshold(const Histogram& histogram);

}  // namespace tomocyte
