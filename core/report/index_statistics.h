// The six indices of a sample's cells, class by class, as distributions (Ryu 2021, figure 4).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/report/index_ranges.h"
#include "core/report/reported_cell.h"
#include "core/report/reported_index.h"
#include "core/statistics.h"

namespace tomocyte {

struct IndexDistribution {
  std::vector<double> values;  // a cell each, in the cells' order, the same for all indices
  Summary summary;
  std::optional<ReferenceRange> range;
  std::string flag;  // of the mean: "H" above the range, "L" below it
  int inside = 0;    // cells within the range, where there is one
};

struct ClassDistribution {
  std::string cell_class;
  std::string name;
  int cells = 0;                                          // counted, also those cut by the volume's border
  int cut = 0;                                            // of these: their indices are lower bounds and left out
  std::array<std::optional<IndexDistribution>, 6> index;  // as reported_indices(); nothing without a whole cell
};

struct IndexStatistics {
  std::vector<ClassDistribution> classes;  // that have a cell, in the table's order
  int unidentified = 0;                    // cells without a class, in no distribution
};

// A class that contains others has their cells too, as in the differential. Rejected cells, and those flagged as
// artefact, dead or doublet, are left out. Throws InputError: a class that is not in the table.
[[nodiscard]] IndexStatistics index_statistics(const std::vector<ReportedCell>& cells, const DifferentialTable& table,
                                               const IndexRanges& ranges);

}  // namespace tomocyte
