#include "core/catalog/settings.h"

#include "core/catalog/audit.h"
#include "core/catalog/catalog_error.h"
#include "core/catalog/database.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("a setting is shared by all stations, and every change of it is in the audit trail") {
  TestCatalog test;
  Catalog station = test.open_as("admin", Role::kAdministrator);
  CHECK(get_setting(station, "classes").revision == 0);
  CHECK(get_setting(station, "classes").value.empty());
  set_setting(station, "classes", R"({"a": 1})", 0);
  const Catalog other = test.open();
  const Setting seen = get_setting(other, "classes");
  CHECK(seen.value == R"({"a": 1})");
  CHECK(seen.revision == 1);
  CHECK(seen.changed_by == "admin");
  CHECK(seen.changed_utc == "2026-01-02T00:00:00Z");
  CHECK(reset_setting(station, "classes", 1).value.empty());
  CHECK(get_setting(other, "classes").revision == 2);
  REQUIRE(list_settings(other).size() == 1);
  CHECK(verify_audit(other).intact());
  Statement rows = other.database().run("SELECT action FROM audit WHERE subject = 'setting classes' ORDER BY id");
  for (const char* action : {"set setting", "reset setting"}) {
    REQUIRE(rows.next());
    CHECK(rows.text() == action);
  }
  CHECK_FALSE(rows.next());
}

TEST_CASE("two administrators do not overwrite each other's settings") {
  TestCatalog test;
  Catalog first = test.open_as("admin", Role::kAdministrator);
  Catalog second = test.open_as("park", Role::kAdministrator);
  set_setting(first, "loinc", "[1]", 0);
  const std::string words = refusal<ConflictError>([&] { set_setting(second, "loinc", "[2]", 0); });
  CHECK(contains(words, "admin has changed"));
  CHECK(get_setting(second, "loinc").value == "[1]");
  CHECK_NOTHROW(set_setting(second, "loinc", "[2]", 1));
  // A reset counts on: what was seen before it does not fit after it.
  reset_setting(first, "loinc", 2);
  CHECK_THROWS_AS(set_setting(second, "loinc", "[3]", 0), ConflictError);
}

TEST_CASE("only administrators change settings, and only to JSON") {
  TestCatalog test;
  Catalog reviewer = test.open_as("kim", Role::kReviewer);
  CHECK(contains(refusal<PermissionError>([&] { set_setting(reviewer, "classes", "{}", 0); }),
                 "may not change the laboratory's settings"));
  Catalog administrator = test.open_as("admin", Role::kAdministrator);
  CHECK_THROWS_AS(set_setting(administrator, "classes", "{", 0), InputError);
  CHECK(list_settings(administrator).empty());
}
