#include "core/catalog/backup.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/catalog/append_audit.h"
#include "core/catalog/catalog_error.h"
#include "core/catalog/database.h"
#include "core/catalog/migrations.h"
#include "core/catalog/postgres_programs.h"
#include "core/files/atomic_file.h"

namespace tomocyte {
namespace {

void refuse_existing(const std::filesystem::path& file) {
  if (std::filesystem::exists(file))
    throw FileError(file, "exists already", "Give another name, or move it away; backups are never written over.");
}

CatalogLocation file_location(const std::filesystem::path& file) {
  CatalogLocation location;
  location.file = std::filesystem::absolute(file);
  return location;
}

// Throws CatalogError: a damaged file, no catalog, a broken trail.
AuditVerification verify_file(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) throw FileError(file, "there is no such file", "Check the name and the folder.");
  const Database database(file_location(file));
  check_schema(database);
  Statement check = database.command("PRAGMA integrity_check");
  const std::string said = check.next() ? check.text() : "nothing";
  if (said != "ok")
    throw CatalogError(fmt::format("{}: the file is damaged: {}", file.string(), said), "Take an older backup.");
  AuditVerification result = verify_audit(database);
  if (!result.intact())
    throw CatalogError(fmt::format("{}: {}", file.string(), result.findings.front()), "Take an older backup.");
  return result;
}

void back_up_file(const Catalog& catalog, const std::filesystem::path& file) {
  AtomicFile copy(file, std::filesystem::file_size(catalog.location().file));
  std::filesystem::remove(copy.temporary());
  catalog.database().run("VACUUM INTO ?", copy.temporary().string());
  static_cast<void>(verify_file(copy.temporary()));
  copy.commit();
}

void back_up_server(const Catalog& catalog, const std::filesystem::path& file) {
  AtomicFile copy(file, 0);
  dump_database(catalog.location(), copy.temporary());
  check_dump(copy.temporary());
  copy.commit();
}

std::filesystem::path kept_name(const std::filesystem::path& file) { return file.string() + ".before-restore"; }

// Nobody may have the old file open: what they write would be lost with it. Leaving the write-ahead log needs the file
// for oneself alone, and brings all of it into the file that is kept.
void set_aside(const std::filesystem::path& file) {
  {
    const Database old(file_location(file));
    Statement mode = old.command("PRAGMA journal_mode = DELETE");
    if (!mode.next() || mode.text() != "delete")
      throw CatalogError(file.string() + ": somebody works with this catalog",
                         "Close Tomocyte everywhere and try again.");
  }
  std::filesystem::rename(file, kept_name(file));
}

void refuse_to_replace(const std::filesystem::path& target, bool replace) {
  if (!replace)
    throw CatalogError(target.string() + ": there is a catalog already",
                       "Restore to another place, or give --replace; the catalog there is then kept beside it.");
  refuse_existing(kept_name(target));
}

void restore_file(const std::filesystem::path& backup, const std::filesystem::path& target, bool replace) {
  static_cast<void>(verify_file(backup));
  const bool there = std::filesystem::exists(target);
  if (there) refuse_to_replace(target, replace);
  AtomicFile copy(target, std::filesystem::file_size(backup));
  std::filesystem::copy_file(backup, copy.temporary(), std::filesystem::copy_options::overwrite_existing);
  if (there) set_aside(target);
  copy.commit();
}

void restore_server(const std::filesystem::path& backup, const CatalogLocation& location) {
  check_dump(backup);
  if (!Database(location).is_empty())
    throw CatalogError(describe(location) + ": the database is not empty",
                       "Make an empty one (createdb) and restore to that.");
  restore_database(backup, location);
}

}  // namespace

void back_up(const Catalog& catalog, const std::filesystem::path& file) {
  refuse_existing(file);
  if (catalog.location().on_server())
    back_up_server(catalog, file);
  else
    back_up_file(catalog, file);
}

AuditVerification restore(const std::filesystem::path& file, const CatalogLocation& location,
                          const RestoreOptions& options) {
  if (location.on_server())
    restore_server(file, location);
  else
    restore_file(file, location.file, options.replace);
  const Catalog catalog(location, {.create = false});
  Transaction transaction(catalog.database());
  append_audit(catalog.database(), {catalog.time_utc(), "", "restore", "catalog",
                                    nlohmann::json({{"backup", std::filesystem::absolute(file).string()}})
                                        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)});
  transaction.commit();
  return verify_audit(catalog);
}

}  // namespace tomocyte
