// The statistics of a sample as tables for other programs: CSV with a row of names and a row of units (point, comma,
// UTF-8 in every locale), and JSON.
#pragma once

#include <string>

#include "core/report/delta_check.h"

namespace tomocyte {

// A row per class: cells, and of each index n, mean, SD, SEM, median, smallest, largest, range, flag, cells in range.
[[nodiscard]] std::string statistics_csv(const CheckedSample& sample);

// A row per class and earlier sample for the shares, and per class, index and earlier sample for the means.
[[nodiscard]] std::string delta_csv(const CheckedSample& sample, const std::vector<DeltaCheck>& checks);

// Both, with where ranges and rules come from.
[[nodiscard]] std::string statistics_json(const CheckedSample& sample, const std::vector<DeltaCheck>& checks,
                                          const IndexRanges& ranges, const DeltaOptions& options);

}  // namespace tomocyte
