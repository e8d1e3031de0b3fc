#include "app/workflow/scan_statistics.h"

namespace tomocyte {

CheckedSample scan_statistics(const ReportRequest& request, const IndexRanges& ranges, const Progress& progress) {
  const auto [report, cells] = collect_report(request, progress);
  return {report.sample_id,
          report.patient_id,
          report.measured_utc,
          {},
          report.simulated,
          report.differential,
          index_statistics(cells, request.table, ranges)};
}

}  // namespace tomocyte
