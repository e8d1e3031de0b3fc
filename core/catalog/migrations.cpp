#include "core/catalog/migrations.h"

#include <fmt/format.h>

#include "core/catalog/append_audit.h"
#include "core/catalog/catalog_error.h"
#include "core/provenance.h"

namespace tomocyte {
namespace {

void refuse_newer(const Database& database, int version) {
  if (version > kSchemaVersion)
    throw CatalogError(fmt::format("{}: the catalog was written by a newer Tomocyte (schema {}; this program knows {})",
                                   describe(database.location()), version, kSchemaVersion),
                       "Update Tomocyte on this computer.");
}

void refuse_foreign(const Database& database, int version, bool may_create) {
  if (version > 0) return;
  if (!database.is_empty())
    throw CatalogError(describe(database.location()) + ": this database holds something else than a catalog",
                       "Choose another file, or an empty database.");
  if (!may_create)
    throw CatalogError(describe(database.location()) + ": there is no catalog in this database",
                       "`tomocyte catalog users add` begins a new one.");
}

// A server has its own backups; a file is copied once, while it is still as the older program left it.
void keep_copy(const Database& database, int version) {
  if (database.engine() != Engine::kSqlite || version == 0) return;
  const std::string copy = fmt::format("{}.schema-{}", database.location().file.string(), version);
  if (!std::filesystem::exists(copy)) database.run("VACUUM INTO ?", copy);
}

void apply_step(const Database& database, int version, const std::string& time_utc) {
  for (const std::string& statement : schema_step(version, database.engine())) database.command(statement);
  if (version == 1)
    database.run("INSERT INTO catalog_info (name, value) VALUES ('schema_version', '1'), ('created_utc', ?)", time_utc);
  else
    database.run("UPDATE catalog_info SET value = ? WHERE name = 'schema_version'", std::to_string(version));
  append_audit(database, {time_utc, "", version == 1 ? "create catalog" : "upgrade catalog",
                          fmt::format("schema {}", version), fmt::format(R"({{"program":"{}"}})", program_version())});
}

}  // namespace

int schema_version(const Database& database) {
  if (!database.has_table("catalog_info")) return 0;
  Statement row = database.run("SELECT value FROM catalog_info WHERE name = 'schema_version'");
  return row.next() ? std::stoi(row.text()) : 0;
}

void check_schema(const Database& database) {
  const int found = schema_version(database);
  refuse_newer(database, found);
  refuse_foreign(database, found, false);
}

void migrate(const Database& database, const MigrationOptions& options) {
  const int found = schema_version(database);
  refuse_newer(database, found);
  refuse_foreign(database, found, options.create);
  // Readers go on while a writer writes. Kept in the file.
  if (database.engine() == Engine::kSqlite) database.command("PRAGMA journal_mode = WAL");
  if (found == options.to_version) return;
  keep_copy(database, found);
  Transaction transaction(database);
  // Again: another station may have upgraded it while this one waited.
  for (int version = schema_version(database) + 1; version <= options.to_version; ++version)
    apply_step(database, version, options.time_utc);
  transaction.commit();
}

}  // namespace tomocyte
