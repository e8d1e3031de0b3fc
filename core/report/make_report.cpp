#include "core/report/make_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "core/error.h"
#include "core/provenance.h"
#include "core/report/reported_index.h"

namespace tomocyte {
namespace {

std::vector<ReasonCount> sorted_reasons(const std::map<std::string, int>& counts) {
  std::vector<ReasonCount> reasons;
  for (const auto& [reason, cells] : counts) reasons.push_back({reason, cells});
  std::ranges::stable_sort(reasons, std::ranges::greater{}, &ReasonCount::cells);
  return reasons;
}

// What is common to the cells: "its probability … is below …", without the numbers of each and what stands in brackets.
std::string without_numbers(const std::string& text) {
  std::string result;
  int depth = 0;
  bool in_number = false;
  for (const char c : text) {
    if (c == '(' && depth == 0) result.resize(result.find_last_not_of(' ') + 1);
    depth += c == '(' ? 1 : 0;
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0 || (in_number && c == '.');
    if (depth == 0 && !(digit && in_number)) result += digit ? "…" : std::string(1, c);
    in_number = digit;
    depth -= c == ')' ? 1 : 0;
  }
  return result.substr(0, result.find_last_not_of(' ') + 1);
}

// Nobody says why when there is neither a model nor a reader.
std::string why_unidentified(const Cell& cell) {
  if (!cell.classification) return "not classified";
  const std::string& why = cell.classification->uncertain;
  return why.empty() ? "left unidentified" : without_numbers(why);
}

void add_quality(Report& report, const std::vector<ReportedCell>& cells) {
  std::map<std::string, int> rejected;
  std::map<std::string, int> uncertain;
  report.quality.cells_measured = static_cast<int>(cells.size());
  for (const ReportedCell& reported : cells) {
    if (!reported.rejected.empty()) {
      ++rejected[reported.rejected];
      continue;
    }
    report.quality.cut_by_border += reported.cell.touches_border ? 1 : 0;
    const CountedCell& counted = reported.counted;
    if (counted.cell_class.empty() && !counted.artefact && !counted.dead && !counted.doublet)
      ++uncertain[why_unidentified(reported.cell)];
  }
  report.quality.rejected = sorted_reasons(rejected);
  report.quality.uncertain = sorted_reasons(uncertain);
}

void add_review(Report& report, const std::vector<ReportedCell>& cells) {
  std::map<std::pair<std::string, std::string>, int> changes;
  for (const ReportedCell& reported : cells) {
    const Cell& cell = reported.cell;
    if (!reported.rejected.empty() || cell.annotation.empty()) continue;
    ++report.review.reviewed;
    if (!cell.classification) continue;
    const std::string& model = cell.classification->probabilities.front().cell_class;
    if (model == cell.annotation)
      ++report.review.unchanged;
    else
      ++changes[{model, cell.annotation}];
  }
  for (const auto& [classes, count] : changes) report.review.changes.push_back({classes.first, classes.second, count});
  std::ranges::stable_sort(report.review.changes, std::ranges::greater{}, &ClassChange::cells);
}

void add_models(Report& report, const std::vector<ReportedCell>& cells) {
  for (const ReportedCell& reported : cells) {
    if (!reported.cell.classification) continue;
    const ReportModel model{reported.cell.classification->model, reported.cell.classification->model_checksum};
    if (std::ranges::find(report.models, model) == report.models.end()) report.models.push_back(model);
  }
}

std::string method_of(const Report& report) {
  std::string text = "Refractive-index tomography of unstained cells";
  if (!report.models.empty()) text += "; classified by a model";
  if (report.review.reviewed > 0)
    text += fmt::format("; class given by a reader for {} of {} cells", report.review.reviewed,
                        report.quality.cells_measured);
  return text + ".";
}

// Whole cells only: an index of a cell cut by the border is a lower bound.
ClassIndices class_indices(const DifferentialRow& row, const std::vector<ReportedCell>& cells,
                           const DifferentialTable& table) {
  std::vector<const Cell*> whole;
  for (const ReportedCell& reported : cells) {
    const CountedCell& counted = reported.counted;
    if (!reported.rejected.empty() || counted.artefact || counted.dead || counted.doublet) continue;
    const DifferentialClass* c = find_class(table, counted.cell_class);
    if (c && (c->cell_class == row.cell_class || c->part_of == row.cell_class) && !reported.cell.touches_border)
      whole.push_back(&reported.cell);
  }
  ClassIndices result{row.cell_class, row.name, {}};
  if (whole.empty()) return result;
  for (const ReportedIndex& index : reported_indices()) {
    std::vector<double> values;
    for (const Cell* cell : whole) values.push_back(cell->indices.*index.member);
    result.indices.push_back({index.key, index.name, index.unit, summarize(values)});
  }
  return result;
}

std::string modality_of(const Scan& scan) {
  std::string text = "off-axis holographic tomography";
  if (scan.fields)
    text +=
        fmt::format(", {} angles, {:.0f} nm", scan.fields->field.shape(0), 1000.0 * scan.fields->setup.wavelength_um);
  else if (scan.holograms)
    text += fmt::format(", {} angles, {:.0f} nm", scan.holograms->holograms.shape(0),
                        1000.0 * scan.holograms->setup.wavelength_um);
  return text;
}

}  // namespace

Report make_report(Report heading, const ReportContent& content, const DifferentialTable& table) {
  Report report = std::move(heading);
  std::vector<CountedCell> counted;
  for (const ReportedCell& reported : content.cells)
    if (reported.rejected.empty()) counted.push_back(reported.counted);
  report.differential = make_differential(counted, table, content.known_classes, content.total_white_1e9_l);
  report.table_name = table.name;
  report.table_version = table.version;
  report.range_source = table.source;
  add_quality(report, content.cells);
  add_review(report, content.cells);
  add_models(report, content.cells);
  if (report.method.empty()) report.method = method_of(report);
  for (const DifferentialRow& row : report.differential.white)
    report.indices.push_back(class_indices(row, content.cells, table));
  report.program = fmt::format("{} ({})", program_version(), git_revision());
  check_report(report);
  return report;
}

void add_scan_to_heading(Report& heading, const Scan& scan) {
  if (heading.quality.scans > 0 && heading.simulated != scan.simulated)
    throw InputError("simulated and measured scans cannot stand in one report");
  if (!heading.patient_id.empty() && !scan.donor_id.empty() && heading.patient_id != scan.donor_id)
    throw InputError(
        fmt::format("the scan is of donor \"{}\", the report of \"{}\"", scan.donor_id, heading.patient_id),
        "Report each donor's sample for itself.");
  ++heading.quality.scans;
  heading.simulated = scan.simulated;
  if (heading.patient_id.empty()) heading.patient_id = scan.donor_id;
  if (heading.modality.empty()) heading.modality = modality_of(scan);
  if (scan.provenance.empty()) return;
  const Provenance& first = scan.provenance.front();
  if (heading.instrument.empty()) heading.instrument = first.device;
  if (heading.measured_utc.empty() || first.time_utc < heading.measured_utc) heading.measured_utc = first.time_utc;
}

}  // namespace tomocyte
