#include "tests/core/catalog/catalog_fixture.h"

#include <cstdio>
#include <cstdlib>
#include <optional>

#include "core/catalog/import_scan.h"
#include "tests/core/catalog/postgres_server.h"

namespace tomocyte::test {
namespace {

// One server for the whole program; ctest shows exit code 4 as skipped.
PostgresServer& server() {
  static const std::optional<std::filesystem::path> programs = PostgresServer::programs();
  if (!programs) {
    std::puts("skipped: the server of PostgreSQL is not installed (package postgresql)");
    std::exit(4);
  }
  static PostgresServer running(*programs);
  return running;
}

}  // namespace

bool on_postgresql() {
  const char* engine = std::getenv("TOMOCYTE_TEST_ENGINE");
  return engine && std::string(engine) == "postgresql";
}

TestCatalog::TestCatalog() : address_(on_postgresql() ? server().new_database() : (folder_ / "lab.sqlite").string()) {}

Catalog TestCatalog::open() {
  CatalogOptions options;
  options.password.log2_cost = 4;  // guessing is not what these tests are about
  options.now = [this] { return now; };
  return Catalog(catalog_location(address_), options);
}

Catalog TestCatalog::open_as(const std::string& name, Role role) {
  Catalog catalog = open();
  if (!has_users(catalog)) create_first_administrator(catalog, {"admin", "Dr. Admin", Role::kAdministrator, kPassword});
  if (!find_user(catalog, name)) {
    sign_in(catalog, "admin", kPassword);
    add_user(catalog, {name, name + " the " + to_string(role), role, kPassword});
  }
  sign_in(catalog, name, kPassword);
  return catalog;
}

Scan classified_scan(const std::string& sample_id, int count) {
  Scan scan;
  scan.sample_id = sample_id;
  scan.donor_id = "donor 7";
  scan.simulated = true;
  scan.provenance = {{"acquisition", "", "", "2026-01-01T10:00:00Z", "{}", "", "", "simulated microscope"}};
  for (int i = 0; i < count; ++i) {
    Cell cell;
    cell.label = i + 1;
    cell.box = {{i, 2, 3}, {i + 4, 50, 60}};
    cell.centroid_um = {0.1 * i, -1.0 / 3.0, 2.5};
    cell.indices = {100.0 + i, 110.0 - i, 0.9, 20.0 + 0.1 * i, 17.0, 1.37};
    cell.corpuscular_volume_fl = 90.0 + i;
    cell.annotation = "monocyte";
    const bool monocyte = i % 2 == 0;
    cell.classification = Classification{
        {{monocyte ? "monocyte" : "t-lymphocyte", 0.9 - 0.001 * i}, {monocyte ? "t-lymphocyte" : "monocyte", 0.1}},
        "four types",
        "sha256:12",
        i % 3 == 2 ? "probability below 0.8" : ""};
    scan.cells.push_back(cell);
  }
  return scan;
}

ImportResult import_named(TestCatalog& test, Catalog& catalog, const Scan& scan, const std::string& name) {
  write_bytes(test.file(name), name);
  return import_scan(catalog, scan, {test.file(name), {}, {}});
}

}  // namespace tomocyte::test
