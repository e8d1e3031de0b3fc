// The statistics of a sample that is in no catalog, from its scan files.
#pragma once

#include "app/workflow/collect_report.h"
#include "core/report/delta_check.h"

namespace tomocyte {

// Reads the cells of all scans; nothing is known of earlier samples. Throws like collect_report().
[[nodiscard]] CheckedSample scan_statistics(const ReportRequest& request, const IndexRanges& ranges,
                                            const Progress& progress = {});

}  // namespace tomocyte
