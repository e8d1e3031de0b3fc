// A report of invented cells, marked SIMULATED, to show what a template makes of one.
#pragma once

#include "core/report/report.h"

namespace tomocyte {

[[nodiscard]] Report exampleReport(const Laboratory& laboratory);

}  // namespace tomocyte
