#include "app/verbs/catalog_choice.h"

#include <cstdlib>

#include "app/cli/ask_password.h"
#include "core/catalog/users.h"
#include "core/error.h"

namespace tomocyte {
namespace {

std::filesystem::path data_folder() {
  if (const char* folder = std::getenv("XDG_DATA_HOME"); folder && *folder) return folder;
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home ? home : ".") / ".local" / "share";
}

}  // namespace

std::string default_catalog() {
  if (const char* address = std::getenv("TOMOCYTE_CATALOG"); address && *address) return address;
  return (data_folder() / "tomocyte" / "catalog.sqlite").string();
}

void add_catalog_flags(CLI::App& verb, CatalogChoice& choice, bool signs_in) {
  verb.add_option("--catalog", choice.address,
                  "File, or postgresql://user@host:port/database [$TOMOCYTE_CATALOG, or " + default_catalog() + "]");
  if (signs_in) verb.add_option("--user", choice.user, "Who you are to the catalog; the password is asked")->required();
}

CatalogLocation chosen_location(const CatalogChoice& choice) {
  CatalogLocation location = catalog_location(choice.address.empty() ? default_catalog() : choice.address);
  std::error_code failure;  // opening says what is wrong
  if (choice.address.empty() && !location.on_server())
    std::filesystem::create_directories(location.file.parent_path(), failure);
  return location;
}

Catalog open_catalog(const CatalogChoice& choice) { return Catalog(chosen_location(choice), {.create = false}); }

Catalog open_signed_in(const CatalogChoice& choice) {
  Catalog catalog = open_catalog(choice);
  sign_in(catalog, choice.user, ask_password("Password of " + choice.user));
  return catalog;
}

}  // namespace tomocyte
