// Percentile bootstrap over cells, or over donors with all their cells.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "inference/metrics.h"

namespace tomocyte {

// What is drawn together: the cells of each donor, or each cell alone.
using Clusters = std::vector<std::vector<int>>;

// donors: [cell] or empty. Throws InputError when the sizes differ or all cells come from one donor.
[[nodiscard]] Clusters clusters_of(std::size_t cells, const std::vector<std::string>& donors);

// Values of the sample and of resamples, given how often each cell counts. NaN where undefined.
using Statistic = std::function<std::vector<double>(std::span<const int> weights)>;

// One interval per value of the statistic; absent where the value of the sample itself is undefined.
[[nodiscard]] std::vector<std::optional<Interval>> bootstrap_intervals(const Clusters& clusters,
                                                                       const Statistic& statistic,
                                                                       const BootstrapOptions& options);

// Linear interpolation between order statistics (Hyndman & Fan 1996, type 7). values: ascending, not empty.
[[nodiscard]] double percentile(const std::vector<double>& values, double fraction);

}  // namespace tomocyte
