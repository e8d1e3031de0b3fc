#include "core/catalog/cells.h"

#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::string labels(const std::vector<CatalogCell>& cells) {
  std::string text;
  for (const CatalogCell& cell : cells) text += std::to_string(cell.cell.label) + " ";
  return text;
}

// Cells 1 to 7: odd ones monocytes to the model, even ones t-lymphocytes, 3 and 6 uncertain; 7 is debris; 2 is reviewed
// and a dead basophil now.
Catalog seven_cells(TestCatalog& test) {
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  Scan scan = classified_scan("S1", 7);
  scan.cells[6].too_small = true;
  scan.cells[6].classification.reset();
  import_named(test, catalog, scan, "a.h5");
  import_named(test, catalog, classified_scan("S2", 1), "b.h5");
  const CatalogCell second = list_cells(catalog, {})[1];
  review_cells(catalog, std::vector<ReviewRequest>{{second.id, 0, {"basophil", {.dead = true}}, ""}});
  return catalog;
}

}  // namespace

TEST_CASE("cells are filtered by what was measured, what the model says and what people say") {
  TestCatalog test;
  const Catalog catalog = seven_cells(test);
  const RecordId sample = find_sample(catalog, "S1")->id;
  const auto found = [&](CellFilter filter) {
    filter.sample = sample;
    CHECK(count_cells(catalog, filter) == static_cast<std::int64_t>(list_cells(catalog, filter).size()));
    return labels(list_cells(catalog, filter));
  };
  CHECK(found({}) == "1 2 3 4 5 6 ");
  CHECK(found({.too_small = true}) == "1 2 3 4 5 6 7 ");
  CHECK(found({.cell_class = "monocyte"}) == "1 5 ");
  CHECK(found({.cell_class = ""}) == "3 6 ");
  CHECK(found({.model_class = "t-lymphocyte"}) == "2 4 6 ");
  CHECK(found({.reviewed = true}) == "2 ");
  CHECK(found({.reviewed = false}) == "1 3 4 5 6 ");
  CHECK(found({.uncertain = true}) == "3 6 ");
  CHECK(found({.uncertain = false}) == "1 2 4 5 ");
  CHECK(found({.changed_by_people = false}) == "1 4 5 ");
  CHECK(found({.any_flag = {.doublet = true, .dead = true}}) == "2 ");
  CHECK(found({.any_flag = {.artefact = true}}).empty());
  CHECK(found({.ranges = {{CellOrder::kVolume, 101.0, 103.0}, {CellOrder::kSurfaceArea, 0.0, 108.0}}}) == "3 4 ");
}

TEST_CASE("cells are sorted by index and come in pages") {
  TestCatalog test;
  const Catalog catalog = seven_cells(test);
  const RecordId sample = find_sample(catalog, "S1")->id;
  CHECK(labels(list_cells(catalog, {.sample = sample, .order = CellOrder::kVolume, .descending = true})) ==
        "6 5 4 3 2 1 ");
  CHECK(labels(list_cells(catalog, {.sample = sample, .order = CellOrder::kSurfaceArea, .limit = 2})) == "6 5 ");
  CHECK(labels(list_cells(catalog, {.sample = sample, .order = CellOrder::kSurfaceArea, .limit = 2, .offset = 4})) ==
        "2 1 ");
  CHECK(labels(list_cells(catalog, {.sample = sample, .limit = 0, .offset = 5})) == "6 ");
  // equal sphericity: in the order of import
  CHECK(labels(list_cells(catalog, {.sample = sample, .order = CellOrder::kSphericity})) == "1 2 3 4 5 6 ");
}

TEST_CASE("classes are counted as people left them") {
  TestCatalog test;
  const Catalog catalog = seven_cells(test);
  CHECK(count_classes(catalog, {.sample = find_sample(catalog, "S1")->id}) ==
        std::vector<ClassCount>{{"", 2, 0}, {"basophil", 1, 1}, {"monocyte", 2, 0}, {"t-lymphocyte", 1, 0}});
}

TEST_CASE("a thumbnail that is made later replaces the one before") {
  TestCatalog test;
  Catalog catalog = seven_cells(test);
  const RecordId cell = list_cells(catalog, {}).front().id;
  set_cell_thumbnail(catalog, cell, std::string("first\0png", 9));
  set_cell_thumbnail(catalog, cell, std::string("\0second", 7));
  CHECK(cell_thumbnail(test.open(), cell) == std::string("\0second", 7));
}
