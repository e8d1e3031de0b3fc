// Copies of the whole catalog, and the way back. A backup is checked before it counts as one.
#pragma once

#include <filesystem>
#include <string>

#include "core/catalog/audit.h"
#include "core/catalog/catalog.h"

namespace tomocyte {

// While others go on working: a file is copied as it stands now (SQLite's VACUUM INTO), a server's database by pg_dump,
// which must be installed here. `file` is written under a temporary name, verified (a file's contents and audit trail;
// that a dump can be read to its end) and renamed. Throws CatalogError, FileError (exists already, no space).
void back_up(const Catalog& catalog, const std::filesystem::path& file);

struct RestoreOptions {
  bool replace = false;  // a catalog that is there; a file is kept as NAME.before-restore. Of a server: never
};
// The restored catalog's trail says from which file. Throws CatalogError (the backup is damaged; a catalog is there,
// the server's database is not empty; somebody has the file open), FileError.
AuditVerification restore(const std::filesystem::path& file, const CatalogLocation& location,
                          const RestoreOptions& options = {});

}  // namespace tomocyte
