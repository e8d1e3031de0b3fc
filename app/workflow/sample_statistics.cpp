#include "app/workflow/sample_statistics.h"

#include <algorithm>

#include "app/workflow/sample_report.h"
#include "core/catalog/samples.h"

namespace tomocyte {
namespace {

CheckedSample checked(const Catalog& catalog, const Sample& sample, const StatisticsRequest& request) {
  const std::vector<ReportedCell> cells = sample_cells(catalog, sample.id);
  std::vector<CountedCell> counted;
  for (const ReportedCell& cell : cells)
    if (cell.rejected.empty()) counted.push_back(cell.counted);
  return {sample.sample_id,
          sample.donor_id,
          sample.received_utc,
          to_string(sample.state),
          sample.simulated,
          make_differential(counted, request.table, known_classes(cells), sample.white_cells_1e9_per_l),
          index_statistics(cells, request.table, request.ranges)};
}

// Latest first. The list's own search also finds ids that only contain the donor's.
std::vector<Sample> earlier_samples(const Catalog& catalog, const Sample& sample) {
  if (sample.donor_id.empty()) return {};
  std::vector<Sample> found = list_samples(catalog, {.text = sample.donor_id, .state = {}, .limit = 0});
  std::erase_if(found, [&](const Sample& other) {
    return other.donor_id != sample.donor_id || other.received_utc >= sample.received_utc || other.id == sample.id ||
           other.simulated != sample.simulated;
  });
  std::ranges::stable_sort(found, std::ranges::greater{}, &Sample::received_utc);
  return found;
}

}  // namespace

SampleStatistics sample_statistics(const Catalog& catalog, const StatisticsRequest& request) {
  const Sample sample = get_sample(catalog, request.sample);
  SampleStatistics result{checked(catalog, sample, request), {}};
  for (const Sample& other : earlier_samples(catalog, sample)) {
    if (std::ssize(result.earlier) >= request.most_earlier) break;
    const CheckedSample before = checked(catalog, other, request);
    if (before.differential.white_cells > 0)
      result.earlier.push_back(delta_check(result.sample, before, request.delta));
  }
  return result;
}

}  // namespace tomocyte
