// Brings a database to this program's schema. Internal to core/catalog.
#pragma once

#include <string>

#include "core/catalog/database.h"
#include "core/catalog/schema.h"

namespace tomocyte {

struct MigrationOptions {
  int to_version = kSchemaVersion;
  bool create = true;  // an empty database becomes a catalog
  std::string time_utc;
};

// All steps in one transaction, with an audit entry each; a file of an older program is copied to FILE.schema-N first.
// Throws CatalogError: not a catalog, newer than this program.
void migrate(const Database& database, const MigrationOptions& options);

// Throws CatalogError when this program cannot read it: no catalog, or a newer one.
void check_schema(const Database& database);

// 0: no catalog. Throws CatalogError.
[[nodiscard]] int schema_version(const Database& database);

}  // namespace tomocyte
