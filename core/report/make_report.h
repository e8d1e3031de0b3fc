// From cells to the report of a sample.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/report.h"
#include "core/report/reported_cell.h"

namespace tomocyte {

struct ReportContent {
  std::vector<ReportedCell> cells;
  std::vector<std::string> known_classes;  // that the method tells apart
  std::optional<double> total_white_1e9_l;
};

// Fills in everything of `heading` that follows from the cells: differential, statistics of the indices, quality,
// changes by the reviewer, models, table and ranges, and the method where the heading does not say it. The rest (ids,
// names, times, comments, signature) is the heading's. Throws InputError like make_differential() and check_report().
[[nodiscard]] Report make_report(Report heading, const ReportContent& content, const DifferentialTable& table);

// What the scans say of themselves: simulated, patient, first time, modality, instrument, number of scans. Throws
// InputError when simulated and measured scans, or two donors, are mixed.
void add_scan_to_heading(Report& heading, const Scan& scan);

}  // namespace tomocyte
