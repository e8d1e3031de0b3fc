#include "core/catalog/migrations.h"

#include "core/catalog/audit.h"
#include "core/catalog/catalog_error.h"
#include "core/catalog/readings.h"
#include "core/files/cell_columns.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("an older catalog is upgraded with all it holds") {
  TestCatalog test;
  {
    const Database old(catalog_location(test.address()));
    migrate(old, {.to_version = 1, .time_utc = "2025-01-01T00:00:00Z"});
    old.command(
        "INSERT INTO samples (sample_id, donor_id, received_utc, comment, simulated, revision) "
        "VALUES ('old', 'donor 1', '2025-01-01T00:00:00Z', '', 1, 0)");
    CHECK_FALSE(old.has_table("readings"));
  }
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  CHECK(schema_version(catalog.database()) == kSchemaVersion);
  CHECK(find_sample(catalog, "old")->donor_id == "donor 1");
  CHECK(start_reading(catalog, find_sample(catalog, "old")->id).reader == "kim");
  CHECK(verify_audit(catalog).intact());
  CHECK(std::filesystem::exists(test.address() + ".schema-1") == !on_postgresql());
}

TEST_CASE("a catalog of a newer program is refused and left as it is") {
  TestCatalog test;
  {
    const Catalog catalog = test.open();
    catalog.database().run("UPDATE catalog_info SET value = ? WHERE name = 'schema_version'",
                           std::to_string(kSchemaVersion + 1));
  }
  const std::string words = refusal<CatalogError>([&] { test.open(); });
  CHECK(contains(words, "newer Tomocyte (schema " + std::to_string(kSchemaVersion + 1) + "; this program knows " +
                            std::to_string(kSchemaVersion) + ")"));
}

TEST_CASE("a database that holds something else is refused and left as it is") {
  TestCatalog test;
  const Database other(catalog_location(test.address()));
  other.command("CREATE TABLE recipes (name TEXT)");
  CHECK(contains(refusal<CatalogError>([&] { test.open(); }), "something else than a catalog"));
  CHECK_FALSE(other.has_table("samples"));
}

TEST_CASE("a catalog that is not there is made only where that is wanted") {
  TestCatalog test;
  const auto open = [&] { Catalog(catalog_location(test.address()), {.create = false}); };
  CHECK(contains(refusal<CatalogError>(open), "there is no catalog"));
  CHECK_NOTHROW(test.open());
  CHECK_NOTHROW(open());
}

TEST_CASE("a file that is no database is refused and left as it is") {
  if (on_postgresql()) return;
  TestCatalog test;
  write_bytes(test.address(), std::string(5000, 'x'));
  CHECK(contains(refusal<CatalogError>([&] { test.open(); }), "not a database"));
  CHECK(bytes_of(test.address()) == std::string(5000, 'x'));
}

TEST_CASE("a server that does not answer is named") {
  const auto location = catalog_location("postgresql://kim:secret@/lab?host=/nonexistent");
  const std::string words = refusal<CatalogError>([&] { Catalog{location}; });
  CHECK(contains(words, "database \"lab\" on /nonexistent, port 5432"));
  CHECK_FALSE(contains(words, "secret"));
}

TEST_CASE("the table of cells has every column of a cell") {
  TestCatalog test;
  const Catalog catalog = test.open();
  for (const CellColumn& column : cell_columns())
    CHECK_NOTHROW(catalog.database().command("SELECT " + column.name + " FROM cells"));
}

TEST_CASE("addresses of catalogs are read") {
  const auto server = catalog_location("postgresql://kim:s%40cret@db.lab:5433/blood");
  CHECK(server.on_server());
  CHECK(server.host == "db.lab");
  CHECK(server.port == 5433);
  CHECK(server.database == "blood");
  CHECK(server.user == "kim");
  CHECK(server.password == "s@cret");
  CHECK(describe(server) == "database \"blood\" on db.lab, port 5433");
  CHECK(catalog_location("lab.sqlite").file == std::filesystem::absolute("lab.sqlite"));
  CHECK_THROWS_AS(catalog_location("postgresql://db.lab"), InputError);
  CHECK_THROWS_AS(catalog_location(""), InputError);
}
