#include "core/report/delta_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

void check_comparable(const CheckedSample& now, const CheckedSample& before) {
  if (now.donor_id.empty() || now.donor_id != before.donor_id)
    throw InputError(fmt::format("samples {} and {} are not of one donor", now.sample_id, before.sample_id),
                     "Correct the donor's id of the sample.");
  if (now.simulated != before.simulated)
    throw InputError(fmt::format("of the samples {} and {} one is simulated", now.sample_id, before.sample_id));
}

const DifferentialRow* row_of(const Differential& differential, const std::string& cell_class) {
  const auto found = std::ranges::find(differential.white, cell_class, &DifferentialRow::cell_class);
  return found == differential.white.end() ? nullptr : &*found;
}

ShareDelta share_delta(const DifferentialRow& named, int now, int of_now, int before, int of_before,
                       const DeltaOptions& options) {
  const Interval part = proportion_difference(now, of_now, before, of_before);
  ShareDelta delta{named.cell_class, named.name, named.part_of, now, before, {}, false};
  delta.percent_points = {100.0 * part.value, 100.0 * part.low, 100.0 * part.high};
  delta.marked = excludes_zero(part) && std::abs(delta.percent_points.value) >= options.limit_percent_points;
  return delta;
}

// A class that a method does not distinguish has no row, and is no 0: it is compared with nothing.
void add_shares(DeltaCheck& check, const Differential& now, const Differential& before, const DeltaOptions& options) {
  if (now.white_cells == 0 || before.white_cells == 0) return;
  for (const DifferentialRow& row : now.white)
    if (const DifferentialRow* earlier = row_of(before, row.cell_class))
      check.shares.push_back(share_delta(row, row.count, now.white_cells, earlier->count, before.white_cells, options));
}

void add_indices(DeltaCheck& check, const IndexStatistics& now, const IndexStatistics& before) {
  for (const ClassDistribution& c : now.classes) {
    const auto earlier = std::ranges::find(before.classes, c.cell_class, &ClassDistribution::cell_class);
    if (earlier == before.classes.end()) continue;
    for (std::size_t i = 0; i < c.index.size(); ++i) {
      if (!c.index[i] || !earlier->index[i]) continue;
      const Summary& a = c.index[i]->summary;
      const Summary& b = earlier->index[i]->summary;
      if (a.count < 2 || b.count < 2) continue;
      const Interval difference = mean_difference(a, b);
      check.indices.push_back({c.cell_class, c.name, i, a, b, difference, excludes_zero(difference)});
    }
  }
}

}  // namespace

DeltaCheck delta_check(const CheckedSample& now, const CheckedSample& before, const DeltaOptions& options) {
  check_comparable(now, before);
  DeltaCheck check{before, now.differential.white_cells, {}, {}};
  add_shares(check, now.differential, before.differential, options);
  add_indices(check, now.indices, before.indices);
  return check;
}

}  // namespace tomocyte
