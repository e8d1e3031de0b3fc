// The report's cells for flow cytometry programs.
#pragma once

#include <string>
#include <vector>

#include "core/report/report.h"
#include "core/report/reported_cell.h"

namespace tomocyte {

// The bytes of an FCS 3.1 file (Spidlen et al. 2010, Cytometry A 77:97): list mode, DATATYPE F (which every reader
// knows, unlike D), little endian, one event per counted cell. Parameters: the six indices, the class as a number that
// the keywords TOMOCYTE_CLASS_1… name (0: unidentified), the model's probability (0 without a model), the cell's label
// and the number of its scan (TOMOCYTE_SCAN_1…). Rejected cells are left out. Throws InputError: no counted cell, or
// what check_report() refuses.
[[nodiscard]] std::string report_fcs(const Report& report, const std::vector<ReportedCell>& cells);

}  // namespace tomocyte
