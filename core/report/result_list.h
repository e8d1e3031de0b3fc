// The differential as a list of single results, as the laboratory protocols (FHIR, HL7 v2) send them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/loinc_table.h"
#include "core/report/report.h"

namespace tomocyte {

struct SingleResult {
  std::string cell_class;          // "total-white" for the total
  std::string text;                // "Monocytes per 100 white cells"
  std::optional<LoincCode> loinc;  // absent: goes out as text
  std::optional<double> value;     // rounded as printed; absent: not one white cell was counted
  int decimals = 1;
  std::string unit;                // "%", as people read it
  std::string ucum;                // "%", "/100{WBCs}", "10*9/L"
  std::optional<Interval> limits;  // 95 %, in the same unit
  std::optional<ReferenceRange> range;
  std::string flag;          // "H", "L" or empty
  std::optional<int> cells;  // counted in this class
  std::optional<int> of;     // white cells counted
};

// A value rounded to the decimals that are printed.
[[nodiscard]] double as_printed(double value, int decimals);

// In the order of the report: the total if it was given, each white class (percent, then count per volume), then what
// is counted per 100 white cells.
[[nodiscard]] std::vector<SingleResult> result_list(const Report& report, const LoincTable& codes);

// What a reader of single results must know beside them, one sentence each: research use, simulated, not signed, what
// is amended and why, classes that the method does not distinguish, unidentified cells, comments.
[[nodiscard]] std::vector<std::string> report_remarks(const Report& report);

}  // namespace tomocyte
