#include "core/report/reported_cell.h"

#include <set>

namespace tomocyte {
namespace {

std::string reported_class(const Cell& cell, ClassSource source) {
  if (source == ClassSource::kReader && !cell.annotation.empty()) return cell.annotation;
  if (!cell.classification || !cell.classification->uncertain.empty()) return {};
  return cell.classification->probabilities.front().cell_class;
}

}  // namespace

std::vector<ReportedCell> reported_cells(const Scan& scan, const std::string& name, ClassSource source) {
  std::vector<ReportedCell> cells;
  for (const Cell& cell : scan.cells) {
    ReportedCell reported{name, cell, {reported_class(cell, source)}, {}};
    if (source == ClassSource::kModel) reported.cell.annotation.clear();
    if (cell.too_small) reported.rejected = "too small";
    cells.push_back(std::move(reported));
  }
  return cells;
}

std::vector<std::string> known_classes(const std::vector<ReportedCell>& cells) {
  std::set<std::string> known;
  for (const ReportedCell& reported : cells) {
    if (reported.rejected.empty() && !reported.cell.annotation.empty()) known.insert(reported.cell.annotation);
    if (!reported.cell.classification) continue;
    for (const auto& probability : reported.cell.classification->probabilities) known.insert(probability.cell_class);
  }
  return {known.begin(), known.end()};
}

}  // namespace tomocyte
