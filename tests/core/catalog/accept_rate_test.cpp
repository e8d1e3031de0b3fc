#include "core/catalog/accept_rate.h"

#include "core/catalog/cells.h"
#include "core/catalog/reviews.h"
#include "core/error.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

void review(Catalog& catalog, const CatalogCell& cell, const CellCall& to) {
  const ReviewRequest request{cell.id, get_cell(catalog, cell.id).version, to, ""};
  review_cells(catalog, {&request, 1});
}

}  // namespace

TEST_CASE("ISO weeks begin on Monday and belong to the year of their Thursday") {
  // From the calendar of ISO 8601 (date +%G-W%V).
  CHECK(iso_week("2026-01-01T00:00:00Z") == "2026-W01");
  CHECK(iso_week("2026-01-04T23:59:59Z") == "2026-W01");
  CHECK(iso_week("2026-01-05") == "2026-W02");
  CHECK(iso_week("2027-01-03") == "2026-W53");
  CHECK(iso_week("2024-12-30") == "2025-W01");
  CHECK_THROWS_AS(iso_week("yesterday"), InputError);
  CHECK_THROWS_AS(iso_week("2026-02-30"), InputError);
}

TEST_CASE("the accept rate counts each reviewed cell once, in the period of its latest review, against the model") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kReviewer);
  const RecordId sample = import_named(test, kim, classified_scan("S1", 9), "a.h5").sample;
  // 0 monocyte, 1 t-lymphocyte, 2 unsure, 3 t-lymphocyte, 4 monocyte, 5 unsure, 6 monocyte, 7 t-lymphocyte, 8 unsure
  const auto cells = list_cells(kim, {.sample = sample});
  review(kim, cells[0], {"monocyte", {}});
  review(kim, cells[4], {"basophil", {}});
  review(kim, cells[6], {"monocyte", {.dead = true}});
  review(kim, cells[1], {"monocyte", {}});
  review(kim, cells[2], {"monocyte", {}});  // the model was unsure: nothing to keep
  test.now += std::chrono::days(31);
  review(kim, cells[1], {"t-lymphocyte", {.unclear = true}});  // changed her mind in February
  const auto rates = accept_rates(kim, AcceptPeriod::kMonth, true);
  REQUIRE(rates.size() == 2);
  CHECK(rates[0].period == "2026-01");
  CHECK(rates[0].model_class == "monocyte");
  CHECK(rates[0].reviewed == 3);
  CHECK(rates[0].kept == 1);
  // Clopper-Pearson of 1/3, scipy.stats.beta.
  CHECK(rates[0].rate.low == Approx(0.00840376));
  CHECK(rates[0].rate.high == Approx(0.90570068));
  CHECK(rates[1].period == "2026-02");
  CHECK(rates[1].model_class == "t-lymphocyte");
  CHECK(rates[1].kept == 1);
  CHECK(accept_rates(kim, AcceptPeriod::kWeek, true).at(0).period == "2026-W01");
  CHECK(accept_rates(kim, AcceptPeriod::kMonth, false).empty());

  const auto reviews = reviews_of_cell(kim, cells[0].id);
  undo_reviews(kim, std::vector<RecordId>{reviews.back().id});
  CHECK(accept_rates(kim, AcceptPeriod::kMonth, true).at(0).reviewed == 2);
}
