// Scan files that the catalog knows, and whether they are still where and what they were.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/progress.h"

namespace tomocyte {

[[nodiscard]] std::vector<CatalogScan> list_scans(const Catalog& catalog, RecordId sample);
// Throws InputError when there is none.
[[nodiscard]] CatalogScan get_scan(const Catalog& catalog, RecordId id);

enum class ScanFileState { kFound, kMissing, kChanged };
struct ScanFileReport {
  ScanFileState state = ScanFileState::kFound;
  std::string explanation;  // what is wrong and what to do; empty when found
};
// By size alone; `thorough` reads the file and compares its checksum.
[[nodiscard]] ScanFileReport check_scan_file(const CatalogScan& scan, bool thorough = false);

// Missing files of any sample that lie in `folder` or below, by name, size and checksum: their paths are corrected. For
// a data folder that was moved. Returns the scans found again. Throws PermissionError, Cancelled.
std::vector<CatalogScan> relocate_scans(Catalog& catalog, const std::filesystem::path& folder,
                                        const Progress& progress = {});

// Takes a scan and its cells out of the catalog, not off the disk: to import it again after it was measured or
// classified anew. Throws InputError when somebody has reviewed, read or commented a cell of it, or when its sample is
// signed; PermissionError.
void remove_scan(Catalog& catalog, RecordId id, const std::string& reason);

}  // namespace tomocyte
