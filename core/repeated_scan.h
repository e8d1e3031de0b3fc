// A scan of a cell that was scanned before names the file of the first scan in its provenance: both show one cell.
#pragma once

#include <string>

#include "core/scan.h"

namespace tomocyte {

// Of the acquisition's options.
inline constexpr const char* kScansAgain = "scans_again";

// The first scan's file, as it was called then; empty: this is a first scan.
[[nodiscard]] std::string repeated_scan(const Scan& scan);

}  // namespace tomocyte
