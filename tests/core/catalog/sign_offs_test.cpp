#include "core/catalog/sign_offs.h"

#include "core/catalog/catalog_error.h"
#include "core/catalog/cells.h"
#include "core/catalog/comments.h"
#include "core/catalog/database.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "core/catalog/scans.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

struct Reviewed {
  TestCatalog test;
  Catalog lee = test.open_as("lee", Role::kReviewer);
  ImportResult imported = import_named(test, lee, classified_scan("S1", 3), "a.h5");
  RecordId sample = imported.sample;

  void review_all(const std::string& cell_class) {
    std::vector<ReviewRequest> requests;
    for (const CatalogCell& cell : list_cells(lee, {.sample = sample}))
      requests.push_back({cell.id, cell.version, {cell_class, {}}, ""});
    review_cells(lee, requests);
  }
  SignOffRequest request(const std::string& reason = {}) {
    return {sample, get_sample(lee, sample).revision, R"({"cells": 3})", kPassword, reason, ""};
  }
};

}  // namespace

TEST_CASE("a sign-off keeps the report, its checksum, the signer's name and the time") {
  Reviewed lab;
  lab.review_all("monocyte");
  const CatalogSignOff made = sign_sample(lab.lee, lab.request());
  CHECK(made.version == 1);
  CHECK(made.signer_full_name == "lee the reviewer");
  CHECK(made.signed_utc == "2026-01-02T00:00:00Z");
  // printf '{"cells": 3}' | sha256sum
  CHECK(made.snapshot_checksum == "sha256:29bca9e5e94147ba24fe3dd30c8db1dcd81770d9cc25af76603c2a27b902078f");
  const auto stored = latest_sign_off(lab.test.open(), lab.sample);
  REQUIRE(stored.has_value());
  CHECK(stored->snapshot_json == R"({"cells": 3})");
  CHECK(stored->snapshot_checksum == made.snapshot_checksum);
  CHECK_FALSE(stored->amends.has_value());
}

TEST_CASE("an amendment is a new version that names the old, with a reason") {
  Reviewed lab;
  lab.review_all("monocyte");
  const CatalogSignOff first = sign_sample(lab.lee, lab.request());
  CHECK(contains(refusal<ConflictError>([&] { sign_sample(lab.lee, lab.request("again")); }), "has not changed since"));
  lab.review_all("basophil");
  CHECK(contains(refusal<InputError>([&] { sign_sample(lab.lee, lab.request()); }), "reason of the amendment"));
  const CatalogSignOff second = sign_sample(lab.lee, lab.request("basophils were taken for monocytes"));
  CHECK(second.version == 2);
  CHECK(second.amends == first.id);
  CHECK(sign_offs_of(lab.lee, lab.sample).size() == 2);
  CHECK(get_sample(lab.lee, lab.sample).signed_version == 2);
}

TEST_CASE("only reviewers sign, and with their password") {
  Reviewed lab;
  lab.review_all("monocyte");
  Catalog kim = lab.test.open_as("kim", Role::kTechnician);
  CHECK(contains(refusal<PermissionError>([&] { sign_sample(kim, lab.request()); }),
                 "kim is technician and may not sign"));
  SignOffRequest careless = lab.request();
  careless.password = "wrong horse";
  CHECK_THROWS_AS(sign_sample(lab.lee, careless), PermissionError);
  CHECK(find_user(lab.lee, "lee")->failed_attempts == 1);
  CHECK(sign_offs_of(lab.lee, lab.sample).empty());
}

TEST_CASE("cells that are left are signed for only with a reason") {
  Reviewed lab;
  CHECK(contains(refusal<InputError>([&] { sign_sample(lab.lee, lab.request()); }),
                 "3 of 3 cells are not reviewed and 1 are unidentified"));
  lab.review_all("");
  CHECK(contains(refusal<InputError>([&] { sign_sample(lab.lee, lab.request()); }), "3 are unidentified"));
  SignOffRequest overridden = lab.request();
  overridden.override_reason = "blasts of unknown lineage";
  CHECK(sign_sample(lab.lee, overridden).override_reason == "blasts of unknown lineage");
}

TEST_CASE("a report of a sample that has changed since is not signed") {
  Reviewed lab;
  lab.review_all("monocyte");
  const SignOffRequest stale = lab.request();
  lab.review_all("basophil");
  CHECK(
      contains(refusal<ConflictError>([&] { sign_sample(lab.lee, stale); }), "has changed since the report was made"));
}

TEST_CASE("of two who sign the same report the second is told who was first") {
  Reviewed lab;
  lab.review_all("monocyte");
  Catalog park = lab.test.open_as("park", Role::kReviewer);
  const SignOffRequest same = lab.request();
  sign_sample(lab.lee, same);
  CHECK(contains(refusal<ConflictError>([&] { sign_sample(park, same); }), "was signed by lee"));
}

TEST_CASE("what was signed and said cannot be changed or deleted in the database") {
  Reviewed lab;
  lab.review_all("monocyte");
  add_comment(lab.lee, lab.sample, std::nullopt, "a remark");
  sign_sample(lab.lee, lab.request());
  for (const char* sql :
       {"UPDATE sign_offs SET snapshot = '{}'", "DELETE FROM sign_offs", "UPDATE reviews SET reviewer = 'eve'",
        "DELETE FROM reviews", "UPDATE audit SET user_name = 'eve'", "DELETE FROM audit", "DELETE FROM comments"})
    CHECK(contains(refusal<CatalogError>([&] { lab.lee.database().command(sql); }), "is append-only"));
  CHECK_THROWS_AS(remove_scan(lab.lee, lab.imported.scan, "tidy"), InputError);
}

TEST_CASE("comments keep author and time, and do not reopen a signed sample") {
  Reviewed lab;
  lab.review_all("monocyte");
  sign_sample(lab.lee, lab.request());
  const RecordId cell = list_cells(lab.lee, {.sample = lab.sample}).front().id;
  add_comment(lab.lee, lab.sample, cell, "Auer rod? 확인");
  const auto found = comments_of(lab.lee, lab.sample);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "Auer rod? 확인");
  CHECK(found[0].cell == cell);
  CHECK(found[0].author == "lee");
  CHECK(get_sample(lab.lee, lab.sample).state == SampleState::kDone);
  CHECK_THROWS_AS(add_comment(lab.lee, lab.sample, std::nullopt, ""), InputError);
}
