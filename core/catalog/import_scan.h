// A scan with its cells and what a model said of them, taken into the catalog.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/scan.h"

namespace tomocyte {

struct ScanImport {
  std::filesystem::path file;           // is read for its checksum
  std::string sample_id;                // empty: the scan's own
  std::vector<std::string> thumbnails;  // PNG bytes per cell of the scan; empty, or an empty one: no picture
};

enum class ImportOutcome {
  kImported,
  kKnown,  // the same file was imported before; nothing has changed
  kMoved,  // the same file was imported before and has a new place, which is taken over
};

// Of a scan that says which one it repeats: both show the same cells, and both count.
struct ScannedAgain {
  std::string first_file;
  std::vector<RecordId> first;  // cells; empty: the sample does not hold that scan
  std::vector<RecordId> cells;  // of the scan just imported
};

struct ImportResult {
  ImportOutcome outcome = ImportOutcome::kImported;
  RecordId sample = 0;
  RecordId scan = 0;
  int cells = 0;
  std::string message;  // what happened, for the log
  std::optional<ScannedAgain> again;
};

// One transaction. A sample that is not there yet is made; its state begins with the model's classes, without one where
// the model is unsure. Of cells that were scanned before a comment on the sample says which they are. Throws FileError
// (cannot be read; was imported with other content), InputError (no sample id, no cells' numbers, simulated and
// measured scans in one sample, another donor), PermissionError.
ImportResult import_scan(Catalog& catalog, const Scan& scan, const ScanImport& import);

}  // namespace tomocyte
