// Where a catalog is: a file (SQLite), or a database of a server (PostgreSQL) for a lab with several stations.
#pragma once

#include <filesystem>
#include <string>

namespace tomocyte {

struct CatalogLocation {
  std::filesystem::path file;  // of SQLite; empty: a server
  std::string host;            // name, address, or the folder of a Unix socket; empty: this machine's socket
  int port = 5432;
  std::string database;
  std::string user;      // of the server, not of the catalog; empty: the operating system's user
  std::string password;  // empty: as libpq finds it (PGPASSWORD, ~/.pgpass)
  [[nodiscard]] bool on_server() const { return file.empty(); }
};

// A path, or "postgresql://user@host:port/database" (also ?host=/folder of a socket). Throws InputError.
[[nodiscard]] CatalogLocation catalog_location(const std::string& text);

// For messages; without the password.
[[nodiscard]] std::string describe(const CatalogLocation& location);

}  // namespace tomocyte
