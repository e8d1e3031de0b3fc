// Scan files taken into the catalog with a picture of each cell.
#pragma once

#include <QString>
#include <filesystem>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/catalog/import_scan.h"
#include "core/progress.h"

namespace tomocyte {

// Files as they are; of a folder the scan files in it and below (*.h5, *.hdf5), by name.
[[nodiscard]] std::vector<std::filesystem::path> scanFilesIn(const std::vector<std::filesystem::path>& dropped);

struct ImportSummary {
  int imported = 0;                   // files
  int known = 0;                      // files that the catalog had
  std::vector<std::string> refused;   // what and why, one per file that was not taken
  RecordId sample = 0;                // of the last file that is in the catalog
  std::optional<ScannedAgain> again;  // of the last file that scans known cells again
};

// Every file for itself: one that is refused does not stop the others. `sampleId` empty: the scans' own. Throws
// CatalogError, PermissionError, Cancelled (what was imported stays).
[[nodiscard]] ImportSummary importScans(Catalog& catalog, const std::vector<std::filesystem::path>& files,
                                        const std::string& sampleId, const Progress& progress);

// "3 scan files imported, 1 known already.", in the language of the window.
[[nodiscard]] QString importText(const ImportSummary& summary);

}  // namespace tomocyte
