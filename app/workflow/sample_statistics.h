// The statistics of a sample of the catalog, and its delta check against earlier samples of the same donor.
#pragma once

#include <vector>

#include "core/catalog/catalog.h"
#include "core/report/delta_check.h"

namespace tomocyte {

struct StatisticsRequest {
  RecordId sample = 0;
  DifferentialTable table;
  IndexRanges ranges;
  DeltaOptions delta;
  int most_earlier = 3;  // earlier samples compared, the latest ones
};

struct SampleStatistics {
  CheckedSample sample;
  std::vector<DeltaCheck> earlier;  // latest first; none when the donor is not known
};

// As the cells are called now. An earlier sample is one of the same donor that was received before, has white cells,
// and is simulated like this one. Throws InputError: no such sample, a class that the table does not have.
[[nodiscard]] SampleStatistics sample_statistics(const Catalog& catalog, const StatisticsRequest& request);

}  // namespace tomocyte
