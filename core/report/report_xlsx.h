// The report as a spreadsheet for people: true numbers with units in the header, one sheet per question.
#pragma once

#include <filesystem>
#include <vector>

#include "core/report/report.h"
#include "core/report/reported_cell.h"

namespace tomocyte {

// Sheets: Differential, Indices, Cells (one row per cell, empty when `cells` is), Report (who, when, how, quality,
// changes). The same file under every locale. Throws FileError, and InputError like check_report().
void write_report_xlsx(const std::filesystem::path& path, const Report& report, const std::vector<ReportedCell>& cells);

}  // namespace tomocyte
