#include "inference/bootstrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kTail = 0.025;

std::vector<int> resample(const Clusters& clusters, std::size_t cells, std::mt19937_64& random) {
  std::uniform_int_distribution<std::size_t> any(0, clusters.size() - 1);
  std::vector<int> weights(cells, 0);
  for (std::size_t draw = 0; draw < clusters.size(); ++draw)
    for (const int cell : clusters[any(random)]) ++weights[static_cast<std::size_t>(cell)];
  return weights;
}

}  // namespace

Clusters clusters_of(std::size_t cells, const std::vector<std::string>& donors) {
  Clusters clusters;
  if (donors.empty()) {
    for (std::size_t cell = 0; cell < cells; ++cell) clusters.push_back({static_cast<int>(cell)});
    return clusters;
  }
  if (donors.size() != cells)
    throw InputError(fmt::format("there are donors for {} cells, but {} cells", donors.size(), cells));
  std::map<std::string, std::vector<int>> by_donor;
  for (std::size_t cell = 0; cell < cells; ++cell) by_donor[donors[cell]].push_back(static_cast<int>(cell));
  if (by_donor.size() < 2)
    throw InputError(
        fmt::format("all cells come from the donor \"{}\": intervals over donors are not possible", donors.front()),
        "Add donors, or leave the donors out for intervals that hold for this donor only.");
  for (auto& [donor, members] : by_donor) clusters.push_back(std::move(members));
  return clusters;
}

std::vector<std::optional<Interval>> bootstrap_intervals(const Clusters& clusters, const Statistic& statistic,
                                                         const BootstrapOptions& options) {
  std::size_t cells = 0;
  for (const auto& cluster : clusters) cells += cluster.size();
  const std::vector<double> sample = statistic(std::vector<int>(cells, 1));
  std::vector<std::vector<double>> resampled(sample.size());
  std::mt19937_64 random(static_cast<std::uint64_t>(options.seed));
  for (int repetition = 0; repetition < options.repetitions; ++repetition) {
    const std::vector<double> values = statistic(resample(clusters, cells, random));
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!std::isnan(values[i])) resampled[i].push_back(values[i]);
  }
  std::vector<std::optional<Interval>> intervals(sample.size());
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (std::isnan(sample[i]) || resampled[i].empty()) continue;
    std::sort(resampled[i].begin(), resampled[i].end());
    intervals[i] = {sample[i], percentile(resampled[i], kTail), percentile(resampled[i], 1.0 - kTail)};
  }
  return intervals;
}

double percentile(const std::vector<double>& values, double fraction) {
  const double position = fraction * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return std::lerp(values[below], values[above], position - static_cast<double>(below));
}

}  // namespace tomocyte
