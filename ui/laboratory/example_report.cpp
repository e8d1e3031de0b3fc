#include "ui/laboratory/example_report.h"

#include "core/report/make_report.h"

namespace tomocyte {
namespace {

struct Group {
  const char* cellClass;
  int cells;
  double volumeFl;
};

constexpr Group kGroups[] = {{"neutrophil", 58, 330.0}, {"lymphocyte", 30, 210.0}, {"monocyte", 7, 420.0},
                             {"eosinophil", 4, 340.0},  {"basophil", 1, 300.0},    {"dead", 2, 180.0}};

std::vector<ReportedCell> cellsOf(const Group& group) {
  std::vector<ReportedCell> cells;
  for (int i = 0; i < group.cells; ++i) {
    const double spread = 1.0 + 0.01 * (i % 7 - 3);
    Cell cell;
    cell.label = i + 1;
    cell.indices = {group.volumeFl * spread, 230.0 * spread, 0.93, 60.0 * spread, 18.0, 1.37};
    cell.annotation = group.cellClass;
    cells.push_back({"example", cell, {group.cellClass}, {}});
  }
  return cells;
}

}  // namespace

Report exampleReport(const Laboratory& laboratory) {
  Report heading;
  heading.report_id = "EXAMPLE-1";
  heading.sample_id = "EXAMPLE";
  heading.laboratory = laboratory;
  heading.simulated = true;
  heading.created_utc = heading.measured_utc = "2026-01-02T03:04:05Z";
  heading.modality = "off-axis holographic tomography";
  heading.comments = {"An invented sample: it shows what the pages look like."};
  heading.quality.scans = 1;
  ReportContent content;
  for (const Group& group : kGroups) {
    for (ReportedCell& cell : cellsOf(group)) content.cells.push_back(std::move(cell));
    content.known_classes.emplace_back(group.cellClass);
  }
  content.total_white_1e9_l = 6.5;
  return make_report(std::move(heading), content, default_differential_table());
}

}  // namespace tomocyte
