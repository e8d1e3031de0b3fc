#include "core/report/index_statistics.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"

namespace tomocyte {
namespace {

bool is_flagged(const CountedCell& counted) { return counted.artefact || counted.dead || counted.doublet; }

IndexDistribution distribution(std::vector<double> values, const std::string& cell_class, const ReportedIndex& index,
                               const IndexRanges& ranges) {
  IndexDistribution result;
  result.summary = summarize(values);
  result.range = find_range(ranges, cell_class, index.key);
  if (result.range) {
    result.flag = range_flag(result.summary.mean, *result.range, index.decimals);
    result.inside = static_cast<int>(std::ranges::count_if(
        values, [&](double value) { return value >= result.range->low && value <= result.range->high; }));
  }
  result.values = std::move(values);
  return result;
}

ClassDistribution class_distribution(const DifferentialClass& c, const std::vector<const Cell*>& cells,
                                     const IndexRanges& ranges) {
  ClassDistribution result{c.cell_class, c.name, static_cast<int>(cells.size()), 0, {}};
  result.cut = static_cast<int>(std::ranges::count_if(cells, &Cell::touches_border));
  if (result.cut == result.cells) return result;
  for (std::size_t i = 0; i < reported_indices().size(); ++i) {
    std::vector<double> values;
    for (const Cell* cell : cells)
      if (!cell->touches_border) values.push_back(cell->indices.*reported_indices()[i].member);
    result.index[i] = distribution(std::move(values), c.cell_class, reported_indices()[i], ranges);
  }
  return result;
}

}  // namespace

IndexStatistics index_statistics(const std::vector<ReportedCell>& cells, const DifferentialTable& table,
                                 const IndexRanges& ranges) {
  IndexStatistics result;
  std::vector<std::vector<const Cell*>> of_class(table.classes.size());
  for (const ReportedCell& reported : cells) {
    if (!reported.rejected.empty() || is_flagged(reported.counted)) continue;
    const std::string& cell_class = reported.counted.cell_class;
    if (cell_class.empty()) {
      ++result.unidentified;
      continue;
    }
    const DifferentialClass* own = find_class(table, cell_class);
    if (!own)
      throw InputError(
          fmt::format("class \"{}\" is not in the table of the differential \"{}\"", cell_class, table.name),
          "Add it there with its role: white, per_100_white or excluded.");
    for (std::size_t i = 0; i < table.classes.size(); ++i)
      if (table.classes[i].cell_class == cell_class || table.classes[i].cell_class == own->part_of)
        of_class[i].push_back(&reported.cell);
  }
  for (std::size_t i = 0; i < table.classes.size(); ++i)
    if (!of_class[i].empty()) result.classes.push_back(class_distribution(table.classes[i], of_class[i], ranges));
  return result;
}

}  // namespace tomocyte
