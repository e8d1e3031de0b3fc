// The report as one table.
#pragma once

#include <string>

#include "core/report/report.h"

namespace tomocyte {

// UTF-8, comma and point whatever the locale, ISO 8601 times; a row of names, a row of units, one row per class of the
// differential and per reason for which a cell is not in it. Every row carries sample, status and the research-use
// words, so that none can be cut off. Throws InputError like check_report().
[[nodiscard]] std::string report_csv(const Report& report);

}  // namespace tomocyte
