// The statistics of a sample as tables in the window.
#pragma once

#include <vector>

#include "core/report/delta_check.h"

class QTableWidget;

namespace tomocyte {

// A row per class and index: n, mean, SD, SEM, median, range with flag.
void fillIndexTable(QTableWidget& table, const IndexStatistics& statistics);

// A row per share and mean; for each earlier sample its value and the difference with its limits, marked ones in bold.
void fillDeltaTable(QTableWidget& table, const CheckedSample& now, const std::vector<DeltaCheck>& earlier);

}  // namespace tomocyte
