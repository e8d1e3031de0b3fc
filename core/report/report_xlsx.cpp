#include "core/report/report_xlsx.h"

#include <fmt/format.h>

#include "core/files/atomic_file.h"
#include "core/report/report_time.h"
#include "core/report/reported_index.h"
#include "core/report/xlsx_book.h"

namespace tomocyte {
namespace {

// Simulated, unsigned, research use: first on every sheet, because a sheet is copied alone.
std::vector<XlsxRow> warnings(const Report& report) {
  std::vector<XlsxRow> rows;
  std::string first = "Sample " + report.sample_id;
  if (report.simulated) first += fmt::format(" – {}", kReportSimulated);
  if (!report.sign_off) first += fmt::format(" – {}", kReportNotSigned);
  rows.push_back({first});
  rows.push_back({kResearchUseOnly});
  return rows;
}

void add_interval(XlsxRow& row, const std::optional<Interval>& interval) {
  for (const double Interval::*member : {&Interval::value, &Interval::low, &Interval::high})
    row.push_back(interval ? XlsxCell((*interval).*member) : XlsxCell());
}

void add_range(XlsxRow& row, const std::optional<ReferenceRange>& range) {
  row.push_back(range ? XlsxCell(range->low) : XlsxCell());
  row.push_back(range ? XlsxCell(range->high) : XlsxCell());
}

XlsxRow differential_row(const char* group, const DifferentialRow& row) {
  XlsxRow cells = {group, row.name, row.part_of, row.count};
  add_interval(cells, row.rate);
  add_range(cells, row.rate_range);
  cells.emplace_back(row.rate_flag);
  add_interval(cells, row.absolute_1e9_l);
  add_range(cells, row.absolute_range);
  cells.emplace_back(row.absolute_flag);
  return cells;
}

std::vector<XlsxRow> differential_sheet(const Report& report) {
  const Differential& d = report.differential;
  std::vector<XlsxRow> rows = warnings(report);
  rows.push_back({"Group", "Class", "Part of", "Cells", "Per 100 white cells", "95 % low", "95 % high", "Range low",
                  "Range high", "Flag", "Count, 10^9/L", "95 % low", "95 % high", "Range low", "Range high", "Flag"});
  for (const DifferentialRow& row : d.white) rows.push_back(differential_row("white", row));
  for (const DifferentialRow& row : d.per_100_white) rows.push_back(differential_row("per 100 white", row));
  for (const DifferentialRow& row : d.excluded) rows.push_back(differential_row("excluded", row));
  XlsxRow total = {"total", "White cells", "", d.white_cells, "", "", "", "", "", "", d.total_white_1e9_l, "", ""};
  add_range(total, d.total_white_range);
  total.emplace_back(d.total_white_flag);
  rows.push_back(std::move(total));
  rows.push_back({"total", "Unidentified", "", d.unidentified});
  return rows;
}

std::vector<XlsxRow> indices_sheet(const Report& report) {
  std::vector<XlsxRow> rows = warnings(report);
  rows.push_back({"Class", "Index", "Unit", "Cells", "Mean", "SD", "SEM", "Median", "Minimum", "Maximum"});
  for (const ClassIndices& of : report.indices)
    for (const IndexSummary& index : of.indices) {
      const Summary& s = index.summary;
      rows.push_back({of.name, index.name, index.unit, s.count, s.mean, s.standard_deviation, s.standard_error,
                      s.median, s.minimum, s.maximum});
    }
  return rows;
}

std::string flags_of(const ReportedCell& reported) {
  std::string flags;
  const auto add = [&](bool set, const char* name) {
    flags += set ? (flags.empty() ? "" : ", ") + std::string(name) : "";
  };
  add(reported.counted.artefact, "artefact");
  add(reported.counted.dead, "dead");
  add(reported.counted.doublet, "doublet");
  add(reported.cell.touches_border, "cut by the border");
  add(!reported.rejected.empty(), ("rejected: " + reported.rejected).c_str());
  return flags;
}

std::vector<XlsxRow> cells_sheet(const Report& report, const std::vector<ReportedCell>& cells) {
  std::vector<XlsxRow> rows = warnings(report);
  XlsxRow header = {"Scan", "Cell", "Class", "Model says", "Probability", "Uncertain", "Flags"};
  for (const ReportedIndex& index : reported_indices())
    header.emplace_back(std::string(index.name) + (*index.unit ? fmt::format(", {}", index.unit) : ""));
  rows.push_back(std::move(header));
  for (const ReportedCell& reported : cells) {
    XlsxRow row = {reported.scan, reported.cell.label, reported.counted.cell_class};
    if (const auto& found = reported.cell.classification)
      for (const XlsxCell& cell :
           XlsxRow{found->probabilities.front().cell_class, found->probabilities.front().probability, found->uncertain})
        row.push_back(cell);
    else
      row.resize(row.size() + 3);
    row.emplace_back(flags_of(reported));
    for (const ReportedIndex& index : reported_indices()) row.emplace_back(reported.cell.indices.*index.member);
    rows.push_back(std::move(row));
  }
  return rows;
}

void add_people_and_times(std::vector<XlsxRow>& rows, const Report& report) {
  rows.push_back({"Laboratory", report.laboratory.name});
  rows.push_back({"Address", report.laboratory.address});
  rows.push_back({"Sample", report.sample_id});
  rows.push_back({"Patient or donor", report.patient_id});
  rows.push_back({"Report", report.report_id});
  rows.push_back({"Version", report.version});
  rows.push_back({"Amends", report.amends});
  rows.push_back({"Reason", report.amendment_reason});
  rows.push_back({"Status", to_string(report_status(report))});
  rows.push_back({"Signed by", report.sign_off ? report.sign_off->name : ""});
  rows.push_back({"Signed", report.sign_off ? printed_time(report.sign_off->time_utc) : ""});
  rows.push_back({"Measured", printed_time(report.measured_utc)});
  rows.push_back({"Created", printed_time(report.created_utc)});
  rows.push_back({"Operator", report.operator_name});
}

std::vector<XlsxRow> report_sheet(const Report& report) {
  std::vector<XlsxRow> rows = warnings(report);
  add_people_and_times(rows, report);
  rows.push_back({"Modality", report.modality});
  rows.push_back({"Instrument", report.instrument});
  rows.push_back({"Method", report.method});
  for (const ReportModel& model : report.models) rows.push_back({"Model", model.name, model.checksum});
  rows.push_back({"Program", report.program});
  rows.push_back({"Table of classes", report.table_name, "version " + report.table_version});
  rows.push_back({"Reference ranges", report.range_source});
  rows.push_back({"Scans", report.quality.scans});
  rows.push_back({"Cells measured", report.quality.cells_measured});
  rows.push_back({"Cut by the border, without indices", report.quality.cut_by_border});
  for (const ReasonCount& reason : report.quality.rejected) rows.push_back({"Rejected", reason.cells, reason.reason});
  for (const ReasonCount& reason : report.quality.uncertain)
    rows.push_back({"Unidentified", reason.cells, reason.reason});
  for (const std::string& name : report.differential.not_distinguished)
    rows.push_back({"Not distinguished by the method", name});
  rows.push_back({"Reviewer", report.review.reviewer});
  rows.push_back({"Cells reviewed", report.review.reviewed});
  rows.push_back({"of these as the model said", report.review.unchanged});
  for (const ClassChange& change : report.review.changes)
    rows.push_back({"Changed", change.cells, change.from + " to " + change.to});
  for (const std::string& comment : report.comments) rows.push_back({"Comment", comment});
  return rows;
}

}  // namespace

void write_report_xlsx(const std::filesystem::path& path, const Report& report,
                       const std::vector<ReportedCell>& cells) {
  check_report(report);
  AtomicFile file(path, 1 << 16);
  XlsxBook book(file.temporary(), "Report " + report.report_id, report.laboratory.name, kResearchUseOnly);
  book.add_sheet("Differential", differential_sheet(report), 3);
  book.add_sheet("Indices", indices_sheet(report), 3);
  book.add_sheet("Cells", cells_sheet(report, cells), 3);
  book.add_sheet("Report", report_sheet(report), 2);
  book.close();
  file.commit();
}

}  // namespace tomocyte
