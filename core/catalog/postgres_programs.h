// pg_dump and pg_restore, run as programs. Internal to core/catalog.
#pragma once

#include <filesystem>

#include "core/catalog/location.h"

namespace tomocyte {

// Throws CatalogError with what the program said, or that it is not installed.
void dump_database(const CatalogLocation& location, const std::filesystem::path& file);
// Into an empty database, all or nothing.
void restore_database(const std::filesystem::path& file, const CatalogLocation& location);
// Reads all of the dump.
void check_dump(const std::filesystem::path& file);

}  // namespace tomocyte
