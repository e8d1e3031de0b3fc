#include "core/catalog/backup.h"

#include "core/catalog/catalog_error.h"
#include "core/catalog/cells.h"
#include "core/catalog/database.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

struct Lab {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kReviewer);
  std::filesystem::path backup = test.file("catalog.backup");

  Lab() {
    import_named(test, kim, classified_scan("S1", 3), "a.h5");
    const CatalogCell cell = list_cells(kim, {}).front();
    review_cells(kim, std::vector<ReviewRequest>{{cell.id, 0, {"basophil", {}}, "granules"}});
  }
};

}  // namespace

TEST_CASE("a restored catalog is the one that was backed up, and its trail says so") {
  Lab lab;
  back_up(lab.kim, lab.backup);
  import_named(lab.test, lab.kim, classified_scan("S2", 3), "b.h5");  // after the backup
  TestCatalog elsewhere;
  CHECK(restore(lab.backup, catalog_location(elsewhere.address())).intact());
  Catalog restored = elsewhere.open();
  CHECK(list_samples(restored).size() == 1);
  CHECK(list_cells(restored, {}).front().call.cell_class == "basophil");
  CHECK(sign_in(restored, "kim", kPassword).role == Role::kReviewer);
  const auto trail = list_audit(restored);
  CHECK(trail[1].action == "restore");
  CHECK(contains(trail[1].detail_json, "catalog.backup"));
  CHECK_THROWS_AS(restored.database().command("DELETE FROM audit"), CatalogError);  // the triggers are back too
  // New rows go on after the old ones' ids.
  CHECK(add_sample(restored, {.sample_id = "S3"}).id > 1);
}

TEST_CASE("backups are never written over") {
  Lab lab;
  back_up(lab.kim, lab.backup);
  const std::string before = bytes_of(lab.backup);
  CHECK(contains(error_of(lab.backup, [&] { back_up(lab.kim, lab.backup); }), "exists already"));
  CHECK(bytes_of(lab.backup) == before);
}

TEST_CASE("a catalog that is there is not restored over unasked") {
  Lab lab;
  back_up(lab.kim, lab.backup);
  CHECK_THROWS_AS(restore(lab.backup, catalog_location(lab.test.address())), CatalogError);
  CHECK(list_samples(lab.kim).size() == 1);
}

TEST_CASE("the catalog that a restored one replaces is kept, and not replaced while somebody works with it") {
  if (on_postgresql()) return;
  TestCatalog test;
  {
    Catalog kim = test.open_as("kim", Role::kTechnician);
    add_sample(kim, {.sample_id = "S1"});
    back_up(kim, test.file("catalog.backup"));
    add_sample(kim, {.sample_id = "S2"});
    CHECK_THROWS_AS(restore(test.file("catalog.backup"), catalog_location(test.address()), {.replace = true}),
                    CatalogError);
    CHECK(list_samples(test.open()).size() == 2);
  }
  restore(test.file("catalog.backup"), catalog_location(test.address()), {.replace = true});
  CHECK(list_samples(test.open()).size() == 1);
  CHECK(list_samples(Catalog(catalog_location(test.address() + ".before-restore"))).size() == 2);
}

TEST_CASE("a damaged backup is refused before anything is touched") {
  Lab lab;
  back_up(lab.kim, lab.backup);
  std::string bytes = bytes_of(lab.backup);
  write_bytes(lab.backup, bytes.substr(0, bytes.size() / 2));
  TestCatalog elsewhere;
  CHECK_THROWS_AS(restore(lab.backup, catalog_location(elsewhere.address())), CatalogError);
  write_bytes(lab.backup, "no backup");
  CHECK_THROWS_AS(restore(lab.backup, catalog_location(elsewhere.address())), CatalogError);
  CHECK(list_samples(elsewhere.open()).empty());
}

TEST_CASE("a backup whose trail was tampered with is refused") {
  if (on_postgresql()) return;
  Lab lab;
  back_up(lab.kim, lab.backup);
  {
    const Database copy(catalog_location(lab.backup.string()));
    copy.command("DROP TRIGGER audit_no_UPDATE");
    copy.command("UPDATE audit SET user_name = 'eve' WHERE id = 2");
  }
  TestCatalog elsewhere;
  CHECK(
      contains(refusal<CatalogError>([&] { restore(lab.backup, catalog_location(elsewhere.address())); }), "entry 2"));
}
