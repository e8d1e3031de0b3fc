// Brings a database to this program's schema. Internal to core/catalog.
#pragma once

#include <string>

#include "core/catalog/database.h"
#include "core/catalog/schema.h"

namespace tomocyte {

struct MigrationOptions {
  int to_version = kSchemaVersion;
  bool create = true;   // an empty database becomes a catalog
  bool upgrade = true;  // an older catalog is changed; a file is copied to FILE.schema-N first
  std::string time_utc;
};

// All steps in one transaction, with an audit entry each. Throws CatalogError: not a catalog, newer than this program,
// older and not to be changed.
void migrate(const Database& database, const MigrationOptions& options);

// 0: no catalog. Throws CatalogError.
[[nodiscard]] int schema_version(const Database& database);

}  // namespace tomocyte
