#include "core/report/report_csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "core/files/export.h"
#include "core/report/reported_index.h"

namespace tomocyte {
namespace {

struct Column {
  std::string name;
  std::string unit;
};

using Cells = std::vector<std::string>;

// fmt ignores the locale: a German desktop writes a point too.
std::string number(double value) { return fmt::format("{:.6g}", value); }

void add_interval(Cells& cells, const std::optional<Interval>& interval) {
  for (const double Interval::*member : {&Interval::value, &Interval::low, &Interval::high})
    cells.push_back(interval ? number((*interval).*member) : "");
}

void add_range(Cells& cells, const std::optional<ReferenceRange>& range) {
  cells.push_back(range ? number(range->low) : "");
  cells.push_back(range ? number(range->high) : "");
}

std::vector<Column> columns() {
  std::vector<Column> all = {{"sample_id", ""},
                             {"patient_id", ""},
                             {"report_id", ""},
                             {"version", ""},
                             {"status", ""},
                             {"simulated", ""},
                             {"measured", "UTC"},
                             {"created", "UTC"},
                             {"signed_by", ""},
                             {"signed", "UTC"},
                             {"group", ""},
                             {"class", ""},
                             {"name", ""},
                             {"part_of", ""},
                             {"cells", "cells"},
                             {"rate", "per 100 white cells"},
                             {"rate_low_95", "per 100 white cells"},
                             {"rate_high_95", "per 100 white cells"},
                             {"rate_range_low", "per 100 white cells"},
                             {"rate_range_high", "per 100 white cells"},
                             {"rate_flag", ""},
                             {"absolute", "10^9/L"},
                             {"absolute_low_95", "10^9/L"},
                             {"absolute_high_95", "10^9/L"},
                             {"absolute_range_low", "10^9/L"},
                             {"absolute_range_high", "10^9/L"},
                             {"absolute_flag", ""},
                             {"cells_with_indices", "cells"}};
  for (const ReportedIndex& index : reported_indices())
    for (const char* statistic : {"_mean", "_sd", "_sem", "_median"})
      all.push_back({std::string(index.key) + statistic, index.unit});
  all.push_back({"research_use", ""});
  return all;
}

Cells leading(const Report& report) {
  return {csv_quoted(report.sample_id),
          csv_quoted(report.patient_id),
          csv_quoted(report.report_id),
          fmt::to_string(report.version),
          to_string(report_status(report)),
          report.simulated ? kReportSimulated : "no",
          report.measured_utc,
          report.created_utc,
          report.sign_off ? csv_quoted(report.sign_off->name) : "",
          report.sign_off ? report.sign_off->time_utc : ""};
}

void add_indices(Cells& cells, const ClassIndices* indices) {
  const bool any = indices && !indices->indices.empty();
  cells.push_back(any ? fmt::to_string(indices->indices.front().summary.count) : "");
  for (std::size_t i = 0; i < reported_indices().size(); ++i)
    for (const double Summary::*member :
         {&Summary::mean, &Summary::standard_deviation, &Summary::standard_error, &Summary::median})
      cells.push_back(any ? number(indices->indices.at(i).summary.*member) : "");
}

const ClassIndices* indices_of(const Report& report, const std::string& cell_class) {
  for (const ClassIndices& indices : report.indices)
    if (indices.cell_class == cell_class) return &indices;
  return nullptr;
}

std::string report_line(Cells cells) {
  cells.resize(columns().size() - 1);
  cells.push_back(csv_quoted(kResearchUseOnly));
  return fmt::format("{}\n", fmt::join(cells, ","));
}

std::string row_line(const Report& report, const char* group, const DifferentialRow& row) {
  Cells cells = leading(report);
  for (const std::string& text : {std::string(group), csv_quoted(row.cell_class), csv_quoted(row.name)})
    cells.push_back(text);
  cells.push_back(row.part_of.empty() ? "" : csv_quoted(row.part_of));
  cells.push_back(fmt::to_string(row.count));
  add_interval(cells, row.rate);
  add_range(cells, row.rate_range);
  cells.push_back(row.rate_flag);
  add_interval(cells, row.absolute_1e9_l);
  add_range(cells, row.absolute_range);
  cells.push_back(row.absolute_flag);
  add_indices(cells, indices_of(report, row.cell_class));
  return report_line(std::move(cells));
}

std::string count_line(const Report& report, const char* group, const std::string& name, int count) {
  Cells cells = leading(report);
  for (const std::string& text : {std::string(group), std::string(), csv_quoted(name), std::string()})
    cells.push_back(text);
  cells.push_back(fmt::to_string(count));
  return report_line(std::move(cells));
}

// The total is given, not counted here: it has no limits.
std::string total_line(const Report& report) {
  const Differential& d = report.differential;
  Cells cells = leading(report);
  for (const char* text : {"total", "", "\"White cells\"", ""}) cells.emplace_back(text);
  cells.push_back(fmt::to_string(d.white_cells));
  cells.insert(cells.end(), 6, "");
  cells.push_back(d.total_white_1e9_l ? number(*d.total_white_1e9_l) : "");
  cells.insert(cells.end(), 2, "");
  add_range(cells, d.total_white_range);
  cells.push_back(d.total_white_flag);
  return report_line(std::move(cells));
}

}  // namespace

std::string report_csv(const Report& report) {
  check_report(report);
  std::string names;
  std::string units;
  for (const Column& column : columns()) {
    names += (names.empty() ? "" : ",") + column.name;
    units += column.unit + ",";
  }
  units.pop_back();
  const Differential& d = report.differential;
  std::string text = names + "\n" + units + "\n" + total_line(report);
  for (const DifferentialRow& row : d.white) text += row_line(report, "white", row);
  for (const DifferentialRow& row : d.per_100_white) text += row_line(report, "per_100_white", row);
  for (const DifferentialRow& row : d.excluded) text += row_line(report, "excluded", row);
  for (const ReasonCount& reason : report.quality.uncertain)
    text += count_line(report, "unidentified", reason.reason, reason.cells);
  for (const ReasonCount& reason : report.quality.rejected)
    text += count_line(report, "rejected", reason.reason, reason.cells);
  return text;
}

}  // namespace tomocyte
