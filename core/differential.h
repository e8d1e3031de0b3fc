// The differential: cells counted by class, with the limits of what so many cells can say.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/differential_table.h"
#include "core/statistics.h"

namespace tomocyte {

// A cell as the differential sees it. A flag goes before the class: an artefact that looks like a monocyte is counted
// as class "artefact" (then "dead", then "doublet").
struct CountedCell {
  std::string cell_class;  // empty: unidentified
  bool artefact = false;
  bool dead = false;
  bool doublet = false;
};

struct DifferentialRow {
  std::string cell_class;
  std::string name;
  std::string part_of;  // its cells are counted in that row too
  int count = 0;
  std::optional<Interval> rate;            // white: percent of the white cells; others: number per 100 white cells
  std::optional<Interval> absolute_1e9_l;  // white, when the total is known; the limits are those of the rate alone
  std::optional<ReferenceRange> rate_range;
  std::optional<ReferenceRange> absolute_range;
  std::string rate_flag;      // "H" above, "L" below the range, else empty
  std::string absolute_flag;  // likewise
  bool operator==(const DifferentialRow&) const = default;
};

struct Differential {
  std::vector<DifferentialRow> white;          // in the table's order
  std::vector<DifferentialRow> per_100_white;  // dead cells, artefacts
  std::vector<DifferentialRow> excluded;       // counts only
  int white_cells = 0;                         // the denominator
  int unidentified = 0;                        // cells without a class; in no rate
  std::vector<std::string> not_distinguished;  // names of white classes that the method cannot tell: not 0 %, unknown
  std::optional<double> total_white_1e9_l;
  std::optional<ReferenceRange> total_white_range;
  std::string total_white_flag;
  bool operator==(const Differential&) const = default;
};

// White cells have a row where the method knows their class (`known_classes`) or a cell has it; a class that contains
// others is the sum of its own cells and theirs. Flags compare values as they are printed (rates to 0.1, counts to
// 0.01), so that a printed 44.0 of 12-44 is never H. Rates are absent without a white cell. Throws InputError: a class
// that is not in the table, a total that is not positive.
[[nodiscard]] Differential make_differential(std::span<const CountedCell> cells, const DifferentialTable& table,
                                             const std::vector<std::string>& known_classes,
                                             std::optional<double> total_white_1e9_l = std::nullopt);

// "H" above, "L" below the range, both compared after rounding to `decimals`; else empty.
[[nodiscard]] std::string range_flag(double value, const ReferenceRange& range, int decimals);

inline constexpr int kRateDecimals = 1;
inline constexpr int kAbsoluteDecimals = 2;

}  // namespace tomocyte
