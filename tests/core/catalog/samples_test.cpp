#include "core/catalog/samples.h"

#include "core/catalog/catalog_error.h"
#include "core/catalog/cells.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "core/catalog/sign_offs.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

void confirm_all(Catalog& catalog, RecordId sample) {
  std::vector<ReviewRequest> requests;
  for (const CatalogCell& cell : list_cells(catalog, {.sample = sample}))
    requests.push_back({cell.id, cell.version, {"monocyte", {}}, ""});
  review_cells(catalog, requests);
}

}  // namespace

TEST_CASE("a sample is kept as it was entered") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const Sample added =
      add_sample(catalog, {"Probe-0042 µ", "환자 7", "2026-01-01T08:00:00Z", 6.25, "it's \"urgent\"; 50 %", true});
  const Sample found = get_sample(test.open(), added.id);
  CHECK(found.sample_id == "Probe-0042 µ");
  CHECK(found.donor_id == "환자 7");
  CHECK(found.received_utc == "2026-01-01T08:00:00Z");
  CHECK(found.white_cells_1e9_per_l == 6.25);
  CHECK(found.comment == "it's \"urgent\"; 50 %");
  CHECK(found.simulated);
  CHECK(found.state == SampleState::kToAcquire);
  CHECK_FALSE(find_sample(catalog, "Probe-0043").has_value());
}

TEST_CASE("a sample id is taken once") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  add_sample(catalog, {.sample_id = "S1"});
  CHECK(contains(refusal<InputError>([&] { add_sample(catalog, {.sample_id = "S1"}); }), "\"S1\" already"));
  CHECK_THROWS_AS(add_sample(catalog, {}), InputError);
  CHECK_THROWS_AS(add_sample(catalog, {.sample_id = "S2", .white_cells_1e9_per_l = -1.0}), InputError);
  CHECK_THROWS_AS(add_sample(catalog, {.sample_id = "S2", .white_cells_1e9_per_l = 6200.0}), InputError);
}

TEST_CASE("a sample goes from acquire to done, and back to sign when something changes") {
  TestCatalog test;
  Catalog catalog = test.open_as("lee", Role::kReviewer);
  const RecordId id = add_sample(catalog, {.sample_id = "S1"}).id;
  CHECK(get_sample(catalog, id).state == SampleState::kToAcquire);
  import_named(test, catalog, classified_scan("S1", 6), "a.h5");
  const Sample imported = get_sample(catalog, id);
  CHECK(imported.state == SampleState::kToReview);
  CHECK(imported.counts == SampleCounts{1, 6, 0, 2});
  confirm_all(catalog, id);
  const Sample reviewed = get_sample(catalog, id);
  CHECK(reviewed.counts == SampleCounts{1, 6, 6, 0});
  CHECK(reviewed.state == SampleState::kToSign);
  sign_sample(catalog, {id, reviewed.revision, "{}", kPassword, "", ""});
  CHECK(get_sample(catalog, id).state == SampleState::kDone);
  correct_sample(catalog, id, reviewed.revision, {.white_cells_1e9_per_l = 7.5});
  CHECK(get_sample(catalog, id).state == SampleState::kToSign);
}

TEST_CASE("the worklist is searched by id, donor and state, newest first") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  add_sample(catalog, {"A_1", "donor 7", "2026-01-01T08:00:00Z"});
  add_sample(catalog, {"AB1", "Donor 70", "2026-01-01T09:00:00Z"});
  add_sample(catalog, {"C%3", "donor 9", "2026-01-01T07:00:00Z"});
  const auto ids = [&](const SampleFilter& filter) {
    std::string text;
    for (const Sample& sample : list_samples(catalog, filter)) text += sample.sample_id + " ";
    return text;
  };
  CHECK(ids({}) == "AB1 A_1 C%3 ");
  CHECK(ids({.text = "a_1"}) == "A_1 ");
  CHECK(ids({.text = "%"}) == "C%3 ");
  CHECK(ids({.text = "DONOR 7"}) == "AB1 A_1 ");
  CHECK(ids({.text = "", .state = SampleState::kDone}).empty());
  CHECK(ids({.text = "", .state = SampleState::kToAcquire, .limit = 2}) == "AB1 A_1 ");
}

TEST_CASE("a correction of a sample that has changed meanwhile is refused") {
  TestCatalog test;
  Catalog first = test.open_as("kim", Role::kTechnician);
  Catalog second = test.open_as("lee", Role::kTechnician);
  const Sample seen = add_sample(first, {.sample_id = "S1"});
  correct_sample(second, seen.id, seen.revision, {.donor_id = "donor 8"});
  CHECK_THROWS_AS(correct_sample(first, seen.id, seen.revision, {.donor_id = "donor 9"}), ConflictError);
  CHECK(get_sample(first, seen.id).donor_id == "donor 8");
}
