#include "core/catalog/audit.h"

#include "core/catalog/append_audit.h"
#include "core/catalog/cells.h"
#include "core/catalog/database.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "core/catalog/sign_offs.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

struct Signed {
  TestCatalog test;
  Catalog lee = test.open_as("lee", Role::kReviewer);
  RecordId sample = import_named(test, lee, classified_scan("S1", 3), "a.h5").sample;

  Signed() {
    std::vector<ReviewRequest> requests;
    for (const CatalogCell& cell : list_cells(lee, {.sample = sample}))
      requests.push_back({cell.id, 0, {"basophil", {}}, "it's \"µ\""});
    undo_reviews(lee, std::vector{review_cells(lee, requests).front()});
    sign_sample(lee, {sample, get_sample(lee, sample).revision, "{}", kPassword, "", "for the test"});
  }
  // What somebody can do who owns the database: the triggers are taken away first.
  void tamper(const std::string& table, const std::string& sql) {
    const Database& database = lee.database();
    if (on_postgresql()) {
      database.command("ALTER TABLE " + table + " DISABLE TRIGGER USER");
    } else {
      database.command("DROP TRIGGER IF EXISTS " + table + "_no_UPDATE");
      database.command("DROP TRIGGER IF EXISTS " + table + "_no_DELETE");
    }
    database.command(sql);
  }
  std::string finding() {
    const AuditVerification result = verify_audit(lee);
    return result.intact() ? "intact" : result.findings.front();
  }
};

}  // namespace

TEST_CASE("what was done stands in the trail, and the trail is intact") {
  Signed lab;
  CHECK(lab.finding() == "intact");
  const auto entries = list_audit(lab.lee);
  CHECK(entries.front().action == "sign");
  CHECK(entries.front().user == "lee");
  CHECK(entries[1].action == "undo review");
  CHECK(entries[2].action == "review");
  CHECK(entries.back().action == "create catalog");
  CHECK(verify_audit(lab.lee).last_hash == entries.front().hash);
}

// printf '%s' 'sha256:00{"action":"review","detail":"{}","id":7,"subject":"sample 3","time_utc":"2026-01-02T03:04:05Z",
// "user":"kim"}' (one line) | sha256sum
TEST_CASE("an entry's hash can be computed without this program") {
  CHECK(audit_hash(7, {"2026-01-02T03:04:05Z", "kim", "review", "sample 3", "{}"}, "sha256:00") ==
        "sha256:3a9222600e5c0605ca67d093228c2591cfe13b23bb4130428c37ceda64031b6e");
}

TEST_CASE("a changed entry is named") {
  Signed lab;
  lab.tamper("audit", "UPDATE audit SET user_name = 'eve' WHERE id = 3");
  CHECK(contains(lab.finding(), "entry 3"));
  CHECK(verify_audit(lab.lee).first_broken == 3);
}

TEST_CASE("a deleted entry is named") {
  Signed lab;
  lab.tamper("audit", "DELETE FROM audit WHERE id = 4");
  CHECK(contains(lab.finding(), "entry 4 is missing"));
  CHECK(verify_audit(lab.lee).first_broken == 4);
}

TEST_CASE("an entry that was changed with its hash breaks the next one") {
  Signed lab;
  const auto entries = list_audit(lab.lee);
  const AuditEntry& third = entries[entries.size() - 3];
  const std::string hash =
      audit_hash(3, {third.time_utc, "eve", third.action, third.subject, third.detail_json}, third.previous_hash);
  lab.tamper("audit", "UPDATE audit SET user_name = 'eve', hash = '" + hash + "' WHERE id = 3");
  CHECK(verify_audit(lab.lee).first_broken == 4);
}

TEST_CASE("missing newest entries are found by a hash that was written down") {
  Signed lab;
  const std::string known = verify_audit(lab.lee).last_hash;
  CHECK(verify_audit(lab.lee, known).intact());
  sign_in(lab.lee, "lee", kPassword);
  CHECK(verify_audit(lab.lee, known).intact());
  const std::string newest = verify_audit(lab.lee).last_hash;
  lab.tamper("audit", "DELETE FROM audit WHERE hash = '" + newest + "'");
  CHECK(verify_audit(lab.lee).intact());
  CHECK_FALSE(verify_audit(lab.lee, newest).intact());
}

TEST_CASE("reviews, reports and cells that were changed behind the trail are found") {
  Signed lab;
  SECTION("a review") {
    lab.tamper("reviews", "UPDATE reviews SET to_class = 'monocyte' WHERE version = 1");
    CHECK(contains(lab.finding(), "differs from audit entry"));
  }
  SECTION("a deleted review") {
    lab.tamper("reviews", "DELETE FROM reviews WHERE undoes IS NOT NULL");
    CHECK(contains(lab.finding(), "reviews of the audit trail are gone"));
  }
  SECTION("a signed report") {
    lab.tamper("sign_offs", "UPDATE sign_offs SET snapshot = '{\"a\":1}'");
    CHECK(contains(lab.finding(), "the signed report of version 1"));
  }
  SECTION("a reviewed cell") {
    lab.tamper("cells", "UPDATE cells SET cell_class = 'monocyte' WHERE reviewed = 1");
    CHECK(contains(lab.finding(), "is not what its reviews made of it"));
  }
  SECTION("a cell that nobody has reviewed") {
    import_named(lab.test, lab.lee, classified_scan("S2", 1), "b.h5");
    CHECK(lab.finding() == "intact");
    lab.tamper("cells", "UPDATE cells SET cell_class = 'basophil' WHERE version = 0");
    CHECK(contains(lab.finding(), "is not what its reviews made of it"));
  }
}
