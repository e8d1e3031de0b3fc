#include "core/catalog/import_scan.h"

#include "core/catalog/audit.h"
#include "core/catalog/catalog_error.h"
#include "core/catalog/cells.h"
#include "core/catalog/comments.h"
#include "core/catalog/reviews.h"
#include "core/catalog/scans.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("an imported cell comes back as it was measured and classified") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const Scan scan = classified_scan("S1", 3);
  write_bytes(test.file("a.h5"), "a scan");
  const std::string png("\x89PNG\0\r\n\xff", 8);
  const ImportResult result = import_scan(catalog, scan, {test.file("a.h5"), {}, {"", png, ""}});
  CHECK(result.outcome == ImportOutcome::kImported);
  const auto cells = list_cells(catalog, {.sample = result.sample});
  REQUIRE(cells.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(cells[i].cell == scan.cells[i]);
  CHECK(cells[0].call == CellCall{"monocyte", {}});
  CHECK(cells[2].call == CellCall{"", {}});  // the model is unsure
  CHECK(cell_thumbnail(catalog, cells[0].id).empty());
  CHECK(cell_thumbnail(catalog, cells[1].id) == png);
}

TEST_CASE("a scan is kept with its file, checksum and time") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  write_bytes(test.file("a.h5"), "abc");
  const ImportResult result = import_scan(catalog, classified_scan("S1", 2), {test.file("a.h5"), {}, {}});
  const auto scans = list_scans(catalog, result.sample);
  REQUIRE(scans.size() == 1);
  // SHA-256 of "abc": FIPS 180-2, appendix B.1
  CHECK(scans[0].checksum == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(scans[0].bytes == 3);
  CHECK(scans[0].path == std::filesystem::canonical(test.file("a.h5")));
  CHECK(scans[0].acquired_utc == "2026-01-01T10:00:00Z");
  CHECK(scans[0].imported_by == "kim");
  CHECK(scans[0].simulated);
  CHECK(scans[0].cells == 2);
  const Sample sample = get_sample(catalog, result.sample);
  CHECK(sample.sample_id == "S1");
  CHECK(sample.donor_id == "donor 7");
  CHECK(sample.simulated);
}

TEST_CASE("cells that were scanned again stand beside the first ones, which keep their review; a comment tells which") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  const Scan scan = classified_scan("S1", 1);
  const ImportResult first = import_named(test, catalog, scan, "first.h5");
  CHECK_FALSE(first.again);
  const CatalogCell cell = list_cells(catalog, {.scan = first.scan}).at(0);
  const ReviewRequest request{cell.id, cell.version, {"eosinophil", {}}, "granules"};
  review_cells(catalog, {&request, 1});
  const CatalogCell reviewed = get_cell(catalog, cell.id);

  const auto repeat = [&](const std::filesystem::path& of, const char* name, const char* sample) {
    Scan again = classified_scan(sample, 2);
    again.provenance[0].options_json = "{\"options\": {\"scans_again\": \"" + of.string() + "\"}}";
    return import_named(test, catalog, again, name);
  };
  const auto path = std::filesystem::canonical(test.file("first.h5"));
  const ImportResult second = repeat(path, "again.h5", "S1");
  CHECK(second.outcome == ImportOutcome::kImported);
  const auto cells = list_cells(catalog, {.scan = second.scan});
  REQUIRE(second.again);
  CHECK(second.again->first == std::vector<RecordId>{cell.id});
  CHECK(second.again->cells == std::vector<RecordId>{cells[0].id, cells[1].id});
  CHECK(get_sample(catalog, first.sample).counts == SampleCounts{2, 3, 1, 0});
  const CatalogCell after = get_cell(catalog, cell.id);
  CHECK(after.call == reviewed.call);
  CHECK(after.reviewed);
  CHECK(after.version == reviewed.version);
  const auto comments = comments_of(catalog, first.sample);
  REQUIRE(comments.size() == 1);
  CHECK(comments[0].text == "Scanned again: cell " + std::to_string(cell.id) + ". The new scan is cells " +
                                std::to_string(cells[0].id) + ", " + std::to_string(cells[1].id) + ".");
  CHECK(comments[0].author == "kim");
  CHECK(contains(second.message, comments[0].text));
  CHECK(verify_audit(catalog).intact());

  // Noticed as known, it is told once. A first scan of another sample, or of no catalog, is named by its file.
  CHECK_FALSE(repeat(path, "again.h5", "S1").again);
  CHECK(comments_of(catalog, first.sample).size() == 1);
  const ImportResult elsewhere = repeat(path, "elsewhere.h5", "S2");
  REQUIRE(elsewhere.again);
  CHECK(elsewhere.again->first.empty());
  CHECK(contains(comments_of(catalog, elsewhere.sample).at(0).text, "Scanned again: " + path.string()));
  // The comment is on the sample: a scan that nobody has looked at can still be taken out.
  remove_scan(catalog, second.scan, "out of focus");
}

TEST_CASE("a file that is imported twice, or as a copy, is noticed") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const Scan scan = classified_scan("S1", 2);
  const ImportResult first = import_named(test, catalog, scan, "a.h5");
  const ImportResult second = import_named(test, catalog, scan, "a.h5");
  CHECK(second.outcome == ImportOutcome::kKnown);
  CHECK(second.scan == first.scan);
  CHECK(contains(second.message, "was imported on 2026-01-02T00:00:00Z by kim"));
  write_bytes(test.file("copy.h5"), "a.h5");
  const ImportResult copy = import_scan(catalog, scan, {test.file("copy.h5"), {}, {}});
  CHECK(copy.outcome == ImportOutcome::kKnown);
  CHECK(contains(copy.message, "as " + std::filesystem::canonical(test.file("a.h5")).string()));
  CHECK(list_scans(catalog, first.sample).size() == 1);
}

TEST_CASE("a file that was moved and is imported again keeps its reviews") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const Scan scan = classified_scan("S1", 2);
  const ImportResult first = import_named(test, catalog, scan, "a.h5");
  std::filesystem::rename(test.file("a.h5"), test.file("moved.h5"));
  const ImportResult moved = import_scan(catalog, scan, {test.file("moved.h5"), {}, {}});
  CHECK(moved.outcome == ImportOutcome::kMoved);
  CHECK(moved.scan == first.scan);
  CHECK(get_scan(catalog, first.scan).path == std::filesystem::canonical(test.file("moved.h5")));
}

TEST_CASE("a file with other content than it had is refused until its scan is removed") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const ImportResult first = import_named(test, catalog, classified_scan("S1", 2), "a.h5");
  write_bytes(test.file("a.h5"), "measured anew");
  const auto again = [&] { return import_scan(catalog, classified_scan("S1", 3), {test.file("a.h5"), {}, {}}); };
  CHECK(contains(error_of(test.file("a.h5"), again), "with other content"));
  remove_scan(catalog, first.scan, "measured anew");
  CHECK(again().outcome == ImportOutcome::kImported);
  CHECK(get_sample(catalog, first.sample).counts.cells == 3);
}

TEST_CASE("a scan whose cells were looked at is not removed") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const ImportResult imported = import_named(test, catalog, classified_scan("S1", 2), "a.h5");
  const CatalogCell cell = list_cells(catalog, {.sample = imported.sample}).front();
  std::vector<ReviewRequest> requests(1);  // GCC 12 takes a list of one here for uninitialized memory
  requests[0].cell = cell.id;
  requests[0].version = cell.version;
  requests[0].to.cell_class = "basophil";
  review_cells(catalog, requests);
  CHECK_THROWS_AS(remove_scan(catalog, imported.scan, "a mistake"), InputError);
  CHECK(list_cells(catalog, {.sample = imported.sample}).size() == 2);
}

TEST_CASE("scans that do not belong to a sample are refused, and nothing of them is kept") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  import_named(test, catalog, classified_scan("S1", 2), "a.h5");
  Scan measured = classified_scan("S1", 2);
  measured.simulated = false;
  CHECK(contains(error_of(test.file("b.h5"), [&] { import_named(test, catalog, measured, "b.h5"); }), "simulated"));
  Scan of_another = classified_scan("S1", 2);
  of_another.donor_id = "donor 8";
  CHECK(contains(error_of(test.file("c.h5"), [&] { import_named(test, catalog, of_another, "c.h5"); }), "donor 8"));
  CHECK(contains(error_of(test.file("d.h5"), [&] { import_named(test, catalog, classified_scan("", 2), "d.h5"); }),
                 "--sample-id"));
  Scan broken = classified_scan("S2", 2);
  broken.cells[1].indices.sphericity = std::numeric_limits<double>::quiet_NaN();
  CHECK(contains(error_of(test.file("e.h5"), [&] { import_named(test, catalog, broken, "e.h5"); }), "sphericity"));
  CHECK(list_samples(catalog).size() == 1);
  CHECK(count_cells(catalog, {}) == 2);
}

TEST_CASE("an import that fails half-way leaves nothing behind") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  Scan twice = classified_scan("S1", 3);
  twice.cells[2].label = twice.cells[0].label;  // refused by the database at the third cell
  const std::int64_t entries = verify_audit(catalog).entries;
  CHECK_THROWS_AS(import_named(test, catalog, twice, "a.h5"), CatalogError);
  CHECK(list_samples(catalog).empty());
  CHECK(count_cells(catalog, {}) == 0);
  CHECK(verify_audit(catalog).entries == entries);
}

TEST_CASE("a scan file that is gone or has changed is noticed and explained") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const ImportResult imported = import_named(test, catalog, classified_scan("S1", 2), "a.h5");
  const CatalogScan scan = get_scan(catalog, imported.scan);
  CHECK(check_scan_file(scan, true).state == ScanFileState::kFound);
  write_bytes(test.file("a.h5"), "A.h5");  // as long as before
  CHECK(check_scan_file(scan).state == ScanFileState::kFound);
  CHECK(check_scan_file(scan, true).state == ScanFileState::kChanged);
  write_bytes(test.file("a.h5"), "longer than before");
  CHECK(contains(check_scan_file(scan).explanation, "has changed since it was imported on 2026-01-02"));
  std::filesystem::remove(test.file("a.h5"));
  CHECK(check_scan_file(scan).state == ScanFileState::kMissing);
  CHECK(contains(check_scan_file(scan).explanation, "no longer there"));
}

TEST_CASE("scans of a folder that was moved are found again") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  std::filesystem::create_directory(test.file("old"));
  const ImportResult a = import_named(test, catalog, classified_scan("S1", 2), "old/a.h5");
  const ImportResult b = import_named(test, catalog, classified_scan("S1", 2), "old/b.h5");
  std::filesystem::rename(test.file("old"), test.file("new"));
  write_bytes(test.file("new/b.h5"), "OLD/b.h5");  // same name and size, other content
  CHECK(contains(check_scan_file(get_scan(catalog, a.scan)).explanation, "The folder"));
  CHECK(relocate_scans(catalog, test.file("new")).size() == 1);
  CHECK(check_scan_file(get_scan(catalog, a.scan), true).state == ScanFileState::kFound);
  CHECK(check_scan_file(get_scan(catalog, b.scan), true).state == ScanFileState::kMissing);
}
