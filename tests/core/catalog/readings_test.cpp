#include "core/catalog/readings.h"

#include "core/catalog/catalog_error.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

struct TwoReaders {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kReviewer);
  Catalog lee = test.open_as("lee", Role::kReviewer);
  RecordId sample = import_named(test, kim, classified_scan("S1", 4), "a.h5").sample;
  std::vector<CatalogCell> cells = list_cells(kim, {.sample = sample});
};

}  // namespace

TEST_CASE("a second reader sees the cells as the model left them, not what others made of them") {
  TwoReaders lab;
  std::vector<ReviewRequest> all;
  for (const CatalogCell& cell : lab.cells) all.push_back({cell.id, 0, {"basophil", {.dead = true}}, ""});
  review_cells(lab.kim, all);
  const Reading reading = start_reading(lab.lee, lab.sample);
  call_cells(lab.lee, reading.id, std::vector<CellReading>{{lab.cells[1].id, {"eosinophil", {}}}});
  const auto seen = list_blinded_cells(lab.lee, reading.id, {.cell_class = "basophil", .reviewed = true});
  REQUIRE(seen.size() == 4);
  CHECK(seen[0].call == CellCall{"monocyte", {}});
  CHECK(seen[1].call == CellCall{"eosinophil", {}});
  CHECK(seen[2].call == CellCall{"", {}});
  CHECK_FALSE(seen[0].reviewed);
  CHECK(seen[1].reviewed);
  CHECK(seen[0].version == 0);
  CHECK(get_cell(lab.kim, lab.cells[1].id).call.cell_class == "basophil");  // the reading changed nothing
}

TEST_CASE("nobody sees an open reading but its reader") {
  TwoReaders lab;
  const Reading reading = start_reading(lab.lee, lab.sample);
  call_cells(lab.lee, reading.id, std::vector<CellReading>{{lab.cells[0].id, {"eosinophil", {}}}});
  CHECK(contains(refusal<PermissionError>([&] { static_cast<void>(reading_calls(lab.kim, reading.id)); }), "lee"));
  CHECK_THROWS_AS(static_cast<void>(list_blinded_cells(lab.kim, reading.id, {})), PermissionError);
  CHECK_THROWS_AS(call_cells(lab.kim, reading.id, std::vector<CellReading>{{lab.cells[0].id, {"x", {}}}}),
                  PermissionError);
  close_reading(lab.lee, reading.id);
  CHECK(reading_calls(lab.kim, reading.id).size() == 1);
}

TEST_CASE("a closed reading takes no more calls, an open one is gone on with") {
  TwoReaders lab;
  const Reading reading = start_reading(lab.lee, lab.sample);
  CHECK(start_reading(lab.lee, lab.sample).id == reading.id);
  close_reading(lab.lee, reading.id);
  const std::vector<CellReading> late = {{lab.cells[0].id, {"eosinophil", {}}}};
  CHECK_THROWS_AS(call_cells(lab.lee, reading.id, late), InputError);
  CHECK_THROWS_AS(close_reading(lab.lee, reading.id), InputError);
  CHECK(start_reading(lab.lee, lab.sample).id != reading.id);
  CHECK(list_readings(lab.kim, lab.sample).size() == 2);
}

TEST_CASE("two readings are compared cell by cell with each reader's last word") {
  TwoReaders lab;
  const Reading first = start_reading(lab.kim, lab.sample);
  const Reading second = start_reading(lab.lee, lab.sample);
  call_cells(lab.kim, first.id,
             std::vector<CellReading>{{lab.cells[0].id, {"monocyte", {}}}, {lab.cells[1].id, {"monocyte", {}}}});
  call_cells(lab.kim, first.id, std::vector<CellReading>{{lab.cells[0].id, {"basophil", {}}}});
  call_cells(lab.lee, second.id,
             std::vector<CellReading>{{lab.cells[0].id, {"basophil", {}}}, {lab.cells[3].id, {"", {.dead = true}}}});
  close_reading(lab.kim, first.id);
  close_reading(lab.lee, second.id);
  const auto both = compare_readings(lab.kim, first.id, second.id);
  REQUIRE(both.size() == 1);
  CHECK(both[0].cell == lab.cells[0].id);
  CHECK(both[0].first.cell_class == "basophil");
  CHECK(both[0].second.cell_class == "basophil");
  review_cells(lab.kim, std::vector<ReviewRequest>{{lab.cells[3].id, 0, {"t-lymphocyte", {}}, ""}});
  const auto with_review = compare_with_review(lab.kim, second.id);
  REQUIRE(with_review.size() == 1);
  CHECK(with_review[0].first.cell_class == "t-lymphocyte");
  CHECK(with_review[0].second == CellCall{"", {.dead = true}});
}

TEST_CASE("a cell of another sample is not read") {
  TwoReaders lab;
  import_named(lab.test, lab.kim, classified_scan("S2", 1), "b.h5");
  const RecordId other = list_cells(lab.kim, {}).back().id;
  const Reading reading = start_reading(lab.lee, lab.sample);
  CHECK_THROWS_AS(call_cells(lab.lee, reading.id, std::vector<CellReading>{{other, {"x", {}}}}), InputError);
}
