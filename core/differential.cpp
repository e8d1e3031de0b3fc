#include "core/differential.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/error.h"

namespace tomocyte {
namespace {

using Counts = std::map<std::string, int>;

std::string counted_class(const CountedCell& cell) {
  if (cell.artefact) return "artefact";
  if (cell.dead) return "dead";
  if (cell.doublet) return "doublet";
  return cell.cell_class;
}

void check_known(const DifferentialTable& table, const std::string& cell_class) {
  if (!find_class(table, cell_class))
    throw InputError(fmt::format("class \"{}\" is not in the table of the differential \"{}\"", cell_class, table.name),
                     "Add it there with its role: white, per_100_white or excluded.");
}

Counts count_classes(std::span<const CountedCell> cells, const DifferentialTable& table, int& unidentified) {
  Counts counts;
  for (const CountedCell& cell : cells) {
    const std::string cell_class = counted_class(cell);
    if (cell_class.empty()) {
      ++unidentified;
      continue;
    }
    check_known(table, cell_class);
    ++counts[cell_class];
  }
  return counts;
}

int count_of(const Counts& counts, const std::string& cell_class) {
  const auto found = counts.find(cell_class);
  return found == counts.end() ? 0 : found->second;
}

// The class's own cells and those of its parts.
int count_with_parts(const Counts& counts, const DifferentialTable& table, const std::string& cell_class) {
  int count = count_of(counts, cell_class);
  for (const DifferentialClass& c : table.classes)
    if (c.part_of == cell_class) count += count_of(counts, c.cell_class);
  return count;
}

bool is_known(const std::vector<std::string>& known, const DifferentialTable& table, const std::string& cell_class) {
  return std::any_of(known.begin(), known.end(), [&](const std::string& name) {
    const DifferentialClass* c = find_class(table, name);
    return c && (c->cell_class == cell_class || c->part_of == cell_class);
  });
}

Interval scaled(const Interval& interval, double factor) {
  return {interval.value * factor, interval.low * factor, interval.high * factor};
}

DifferentialRow white_row(const DifferentialClass& c, int count, const Differential& all) {
  DifferentialRow row{c.cell_class, c.name, c.part_of, count, {}, {}, c.percent, {}, {}, {}};
  if (all.white_cells == 0) return row;
  const Interval part = binomial_interval(count, all.white_cells);
  row.rate = scaled(part, 100.0);
  if (row.rate_range) row.rate_flag = range_flag(row.rate->value, *row.rate_range, kRateDecimals);
  if (!all.total_white_1e9_l) return row;
  row.absolute_1e9_l = scaled(part, *all.total_white_1e9_l);
  row.absolute_range = c.absolute_1e9_l;
  if (row.absolute_range)
    row.absolute_flag = range_flag(row.absolute_1e9_l->value, *row.absolute_range, kAbsoluteDecimals);
  return row;
}

DifferentialRow other_row(const DifferentialClass& c, int count, int white_cells) {
  DifferentialRow row{c.cell_class, c.name, {}, count, {}, {}, {}, {}, {}, {}};
  if (c.role != CellRole::kPer100White || white_cells == 0) return row;
  row.rate = scaled(poisson_ratio_interval(count, white_cells), 100.0);
  row.rate_range = c.percent;
  if (row.rate_range) row.rate_flag = range_flag(row.rate->value, *row.rate_range, kRateDecimals);
  return row;
}

void add_total(Differential& result, const DifferentialTable& table, std::optional<double> total_white_1e9_l) {
  if (!total_white_1e9_l) return;
  if (!(*total_white_1e9_l > 0.0) || !std::isfinite(*total_white_1e9_l))
    throw InputError(fmt::format("a total white count of {} x 10^9/L is none", *total_white_1e9_l));
  result.total_white_1e9_l = total_white_1e9_l;
  result.total_white_range = table.total_white_1e9_l;
  if (result.total_white_range)
    result.total_white_flag = range_flag(*total_white_1e9_l, *result.total_white_range, kAbsoluteDecimals);
}

}  // namespace

std::string range_flag(double value, const ReferenceRange& range, int decimals) {
  const double unit = std::pow(10.0, decimals);
  const double printed = std::round(value * unit);
  if (printed > std::round(range.high * unit)) return "H";
  if (printed < std::round(range.low * unit)) return "L";
  return {};
}

Differential make_differential(std::span<const CountedCell> cells, const DifferentialTable& table,
                               const std::vector<std::string>& known_classes, std::optional<double> total_white_1e9_l) {
  Differential result;
  for (const std::string& name : known_classes) check_known(table, name);
  const Counts counts = count_classes(cells, table, result.unidentified);
  for (const DifferentialClass& c : table.classes)
    if (c.role == CellRole::kWhite) result.white_cells += count_of(counts, c.cell_class);
  add_total(result, table, total_white_1e9_l);
  for (const DifferentialClass& c : table.classes) {
    const int count = count_with_parts(counts, table, c.cell_class);
    const bool known = count > 0 || is_known(known_classes, table, c.cell_class);
    if (c.role != CellRole::kWhite && known)
      (c.role == CellRole::kExcluded ? result.excluded : result.per_100_white)
          .push_back(other_row(c, count, result.white_cells));
    else if (c.role == CellRole::kWhite && known)
      result.white.push_back(white_row(c, count, result));
    else if (c.role == CellRole::kWhite && c.part_of.empty() && !c.optional)
      result.not_distinguished.push_back(c.name);
  }
  return result;
}

}  // namespace tomocyte
