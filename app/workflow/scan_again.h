// A cell scanned once more: what the new scan takes over from the first one, so that both stand for the same cell.
#pragma once

#include <filesystem>

#include "app/workflow/instrument_scan.h"
#include "core/scan.h"

namespace tomocyte {

// Sample, donor, the medium's index where it was typed for that sample, and `file`, which holds the first scan.
// Operator and notes are of who scans now.
[[nodiscard]] SampleInformation information_to_scan_again(const Scan& first, const std::filesystem::path& file);

}  // namespace tomocyte
