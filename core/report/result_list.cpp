#include "core/report/result_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace tomocyte {
namespace {

SingleResult rate_result(const DifferentialRow& row, int white_cells) {
  SingleResult result;
  result.cell_class = row.cell_class;
  result.text = row.name + " per 100 white cells";
  result.decimals = kRateDecimals;
  result.limits = row.rate;
  if (row.rate) result.value = as_printed(row.rate->value, kRateDecimals);
  result.range = row.rate_range;
  result.flag = row.rate_flag;
  result.cells = row.count;
  result.of = white_cells;
  return result;
}

SingleResult absolute_result(const DifferentialRow& row, int white_cells) {
  SingleResult result = rate_result(row, white_cells);
  result.text = row.name + ", count per volume";
  result.decimals = kAbsoluteDecimals;
  result.limits = row.absolute_1e9_l;
  result.value = as_printed(row.absolute_1e9_l->value, kAbsoluteDecimals);
  result.range = row.absolute_range;
  result.flag = row.absolute_flag;
  result.unit = "10^9/L";
  result.ucum = "10*9/L";
  return result;
}

SingleResult total_result(const Differential& d, const LoincTable& codes) {
  SingleResult result;
  result.cell_class = "total-white";
  result.text = "White cells, count per volume";
  result.loinc = codes.total_white;
  result.value = as_printed(*d.total_white_1e9_l, kAbsoluteDecimals);
  result.decimals = kAbsoluteDecimals;
  result.unit = "10^9/L";
  result.ucum = "10*9/L";
  result.range = d.total_white_range;
  result.flag = d.total_white_flag;
  return result;
}

}  // namespace

double as_printed(double value, int decimals) {
  const double unit = std::pow(10.0, decimals);
  return std::round(value * unit) / unit;
}

std::vector<SingleResult> result_list(const Report& report, const LoincTable& codes) {
  const Differential& d = report.differential;
  std::vector<SingleResult> results;
  if (d.total_white_1e9_l) results.push_back(total_result(d, codes));
  for (const DifferentialRow& row : d.white) {
    SingleResult& rate = results.emplace_back(rate_result(row, d.white_cells));
    rate.unit = rate.ucum = "%";
    rate.loinc = code_of(codes.percent, row.cell_class);
    if (!row.absolute_1e9_l) continue;
    results.push_back(absolute_result(row, d.white_cells));
    results.back().loinc = code_of(codes.absolute, row.cell_class);
  }
  for (const DifferentialRow& row : d.per_100_white) {
    SingleResult& rate = results.emplace_back(rate_result(row, d.white_cells));
    rate.unit = "per 100 white cells";
    rate.ucum = "/100{WBCs}";
    rate.loinc = code_of(codes.percent, row.cell_class);
  }
  return results;
}

std::vector<std::string> report_remarks(const Report& report) {
  std::vector<std::string> remarks = {kResearchUseOnly};
  if (report.simulated) remarks.push_back(fmt::format("{} data, of no patient.", kReportSimulated));
  if (!report.sign_off) remarks.emplace_back(kReportNotSigned);
  if (!report.amends.empty())
    remarks.push_back(fmt::format("Version {} amends {}: {}", report.version, report.amends, report.amendment_reason));
  const Differential& d = report.differential;
  if (!d.not_distinguished.empty())
    remarks.push_back(fmt::format("Not distinguished by the method: {}.", fmt::join(d.not_distinguished, ", ")));
  if (d.unidentified > 0)
    remarks.push_back(fmt::format("{} cells are unidentified and in no percentage.", d.unidentified));
  remarks.insert(remarks.end(), report.comments.begin(), report.comments.end());
  return remarks;
}

}  // namespace tomocyte
