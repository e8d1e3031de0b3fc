#include "app/workflow/reading_agreement.h"

#include "core/catalog/cells.h"
#include "core/catalog/readings.h"
#include "core/catalog/reviews.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// The review calls each cell as `first` says, a blind second reader as `second`.
ReadingAgreement agreement_of(const std::vector<CellCall>& first, const std::vector<CellCall>& second) {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kReviewer);
  const auto imported = import_named(test, kim, classified_scan("S-1", static_cast<int>(first.size())), "a.h5");
  const auto cells = list_cells(kim, {.sample = imported.sample});
  std::vector<ReviewRequest> reviews;
  std::vector<CellReading> calls;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    reviews.push_back({cells[i].id, cells[i].version, first[i], ""});
    calls.push_back({cells[i].id, second[i]});
  }
  review_cells(kim, reviews);
  Catalog lee = test.open_as("lee", Role::kReviewer);
  const Reading reading = start_reading(lee, imported.sample);
  call_cells(lee, reading.id, calls);
  close_reading(lee, reading.id);
  return reading_agreement(lee, reading.id);
}

std::vector<CellCall> calls(const char* letters) {
  std::vector<CellCall> result;
  for (const char* letter = letters; *letter; ++letter)
    result.push_back({*letter == 'm' ? "monocyte" : "t-lymphocyte", {.artefact = *letter == 'a'}});
  return result;
}

}  // namespace

TEST_CASE("a second reading's agreement with the review is Cohen's kappa over the cells that both called") {
  // By hand: 20 of 30 agree; expected by chance (15 x 15 + 15 x 15) / 30^2 = 0.5; kappa = (2/3 - 1/2) / (1/2) = 1/3.
  const auto agreement = agreement_of(calls("mmmmmmmmmmmmmmmttttttttttttttt"), calls("mmmmmmmmmmtttttmmmmmtttttttttt"));
  CHECK(agreement.cells == 30);
  CHECK(agreement.same == 20);
  REQUIRE(agreement.kappa);
  CHECK(agreement.kappa->value == Approx(1.0 / 3.0));
}

TEST_CASE("an artefact is a class of its own, and one class only has no kappa") {
  CHECK(agreement_of(calls("aam"), calls("aat")).same == 2);
  const auto same = agreement_of(calls("mmm"), calls("mmm"));
  CHECK(same.same == 3);
  CHECK_FALSE(same.kappa);
}
