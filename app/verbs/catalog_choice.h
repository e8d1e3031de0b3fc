// Which catalog the verbs below `catalog` work with, and who works.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "core/catalog/catalog.h"

namespace tomocyte {

struct CatalogChoice {
  std::string address;  // empty: default_catalog()
  std::string user;
};

// $TOMOCYTE_CATALOG, or catalog.sqlite in the user's data folder.
[[nodiscard]] std::string default_catalog();

// --catalog, and --user where `signs_in`.
void add_catalog_flags(CLI::App& verb, CatalogChoice& choice, bool signs_in);

// The one that was chosen; makes the folder of the default one. Throws InputError.
[[nodiscard]] CatalogLocation chosen_location(const CatalogChoice& choice);
// Throws CatalogError when it is not there.
[[nodiscard]] Catalog open_catalog(const CatalogChoice& choice);
// With the user signed in, whose password is asked.
[[nodiscard]] Catalog open_signed_in(const CatalogChoice& choice);

}  // namespace tomocyte
