#include "core/catalog/reviews.h"

#include "core/catalog/catalog_error.h"
#include "core/catalog/cells.h"
#include "core/catalog/import_scan.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

struct TwoStations {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kTechnician);
  Catalog lee = test.open_as("lee", Role::kReviewer);
  RecordId sample = import_named(test, kim, classified_scan("S1", 4), "a.h5").sample;
  std::vector<CatalogCell> cells = list_cells(kim, {.sample = sample});
  CatalogCell first = cells[0];
};

RecordId review_one(Catalog& catalog, const CatalogCell& seen, const CellCall& to, const std::string& reason = {}) {
  return review_cells(catalog, std::vector<ReviewRequest>{{seen.id, seen.version, to, reason}}).front();
}

}  // namespace

TEST_CASE("a review says who, when, from what, to what and why") {
  TwoStations lab;
  lab.test.now += std::chrono::hours(1);
  review_one(lab.lee, lab.first, {"basophil", {.doublet = true}}, "granules");
  const auto history = reviews_of_cell(lab.kim, lab.first.id);
  REQUIRE(history.size() == 1);
  CHECK(history[0].reviewer == "lee");
  CHECK(history[0].time_utc == "2026-01-02T01:00:00Z");
  CHECK(history[0].from == CellCall{"monocyte", {}});
  CHECK(history[0].to == CellCall{"basophil", {.doublet = true}});
  CHECK(history[0].reason == "granules");
  CHECK_FALSE(history[0].undoes.has_value());
  const CatalogCell now = get_cell(lab.kim, lab.first.id);
  CHECK(now.call == history[0].to);
  CHECK(now.reviewed);
  CHECK(now.version == 1);
  CHECK(now.cell == lab.first.cell);  // the model's word stays
}

TEST_CASE("a review of a cell that another station has changed is refused with who changed it to what") {
  TwoStations lab;
  review_one(lab.lee, lab.first, {"basophil", {}});
  const std::string words = refusal<ConflictError>([&] { review_one(lab.kim, lab.first, {"eosinophil", {}}); });
  CHECK(contains(words, "was changed by lee from monocyte to basophil at 2026-01-02T00:00:00Z"));
  CHECK(get_cell(lab.kim, lab.first.id).call.cell_class == "basophil");
  CHECK(reviews_of_cell(lab.kim, lab.first.id).size() == 1);
}

TEST_CASE("of a group of reviews all are stored or none") {
  TwoStations lab;
  review_one(lab.lee, lab.cells[2], {"basophil", {}});
  std::vector<ReviewRequest> all;
  for (const CatalogCell& cell : lab.cells) all.push_back({cell.id, cell.version, {"eosinophil", {}}, ""});
  CHECK_THROWS_AS(review_cells(lab.kim, all), ConflictError);
  CHECK(count_cells(lab.kim, {.cell_class = "eosinophil"}) == 0);
  all[2].version = 1;
  CHECK(review_cells(lab.kim, all).size() == 4);
  CHECK(count_cells(lab.kim, {.cell_class = "eosinophil"}) == 4);
}

TEST_CASE("an undo is a review that brings back what was, and undoing it is redo") {
  TwoStations lab;
  const RecordId review = review_one(lab.kim, lab.first, {"basophil", {.unclear = true}});
  const RecordId undo = undo_reviews(lab.kim, std::vector{review}).front();
  CatalogCell now = get_cell(lab.kim, lab.first.id);
  CHECK(now.call == lab.first.call);
  CHECK_FALSE(now.reviewed);
  CHECK(now.version == 2);
  CHECK(reviews_of_cell(lab.kim, lab.first.id).back().undoes == review);
  undo_reviews(lab.kim, std::vector{undo});
  now = get_cell(lab.kim, lab.first.id);
  CHECK(now.call == CellCall{"basophil", {.unclear = true}});
  CHECK(now.reviewed);
  CHECK(reviews_of_sample(lab.kim, lab.sample).size() == 3);
}

TEST_CASE("a review that others have built on is not undone") {
  TwoStations lab;
  const RecordId review = review_one(lab.kim, lab.first, {"basophil", {}});
  review_one(lab.lee, get_cell(lab.lee, lab.first.id), {"eosinophil", {}});
  CHECK(contains(refusal<ConflictError>([&] { undo_reviews(lab.kim, std::vector{review}); }), "by lee"));
  CHECK(get_cell(lab.kim, lab.first.id).call.cell_class == "eosinophil");
}

TEST_CASE("an artefact, a doublet and a dead cell need no class, an unclear one does") {
  TwoStations lab;
  const auto unidentified = [&] { return get_sample(lab.kim, lab.sample).counts.unidentified; };
  CHECK(unidentified() == 1);
  review_one(lab.kim, lab.cells[0], {"", {.artefact = true}});
  review_one(lab.kim, lab.cells[1], {"", {.dead = true}});
  CHECK(unidentified() == 1);
  review_one(lab.kim, lab.cells[2], {"", {.doublet = true}});
  CHECK(unidentified() == 0);
  review_one(lab.kim, lab.cells[3], {"", {.unclear = true}});
  CHECK(unidentified() == 1);
}

TEST_CASE("administrators do not review") {
  TwoStations lab;
  Catalog admin = lab.test.open_as("admin", Role::kAdministrator);
  CHECK_THROWS_AS(review_one(admin, lab.first, {"basophil", {}}), PermissionError);
}
