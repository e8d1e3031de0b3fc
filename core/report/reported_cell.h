// A cell as a report sees it: measured, classed by model or person, counted or not.
#pragma once

#include <string>
#include <vector>

#include "core/cell.h"
#include "core/differential.h"
#include "core/scan.h"

namespace tomocyte {

struct ReportedCell {
  std::string scan;  // file or position it was found in
  Cell cell;
  CountedCell counted;   // the class that is reported
  std::string rejected;  // why it is in no count; empty: it is counted
};

// Whose word counts where both have spoken.
enum class ClassSource { kReader, kModel };

// The cells of a scan. Reader: a cell's annotation goes before the model's class. A class of which the model is not
// sure is not reported: the cell is unidentified until a person decides. Too small cells are rejected; cells without
// annotation and classification are unidentified.
[[nodiscard]] std::vector<ReportedCell> reported_cells(const Scan& scan, const std::string& name,
                                                       ClassSource source = ClassSource::kReader);

// Every class that a model or a reader of these cells knows.
[[nodiscard]] std::vector<std::string> known_classes(const std::vector<ReportedCell>& cells);

}  // namespace tomocyte
