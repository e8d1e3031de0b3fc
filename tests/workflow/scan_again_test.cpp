#include "app/workflow/scan_again.h"

#include "core/repeated_scan.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

Scan first_scan(const std::string& options_json) {
  Scan scan;
  scan.sample_id = "S-7";
  scan.donor_id = "donor 3";
  scan.provenance.push_back({"import", "", "", "2026-01-01T00:00:00Z", "no json", "", "", ""});
  scan.provenance.push_back({"acquisition", "", "", "2026-01-02T03:04:05Z", options_json, "", "", "scope 1"});
  return scan;
}

std::string acquired(const std::string& source, const std::string& medium_index) {
  return R"({"options": {"operator": "M. Curie", "medium_index_source": ")" + source +
         R"("}, "position": {"stage_um": [1, 2, 3], "conditions": {"time_utc": "2026-01-02T03:04:05Z", "conditions": [
         {"name": "medium index", "unit": "", "value": )" +
         medium_index + R"(, "source": "typed"}]}}})";
}

}  // namespace

TEST_CASE("a cell is scanned again for the first scan's sample and donor, by who scans now") {
  const SampleInformation sample = information_to_scan_again(first_scan("{}"), "/scans/s.tomocyte.h5");
  CHECK(sample.sample_id == "S-7");
  CHECK(sample.donor_id == "donor 3");
  CHECK(sample.scans_again == "/scans/s.tomocyte.h5");
  CHECK(sample.operator_name.empty());
  CHECK(sample.notes.empty());
  CHECK(information_to_scan_again(first_scan("{}"), "s.tomocyte.h5").scans_again ==
        std::filesystem::current_path() / "s.tomocyte.h5");
}

TEST_CASE("the medium's index is the first scan's only where it was typed for that sample") {
  const auto index_of = [](const std::string& json) {
    return information_to_scan_again(first_scan(json), "s.tomocyte.h5").medium_index;
  };
  CHECK(index_of(acquired("typed", "1.34")) == 1.34);
  CHECK_FALSE(index_of(acquired("configuration", "1.337")));
  for (const std::string& other :
       {acquired("typed", "\"1.34\""), std::string(R"({"options": {"medium_index_source": "typed"}, "position": 3})"),
        std::string(R"({"options": [], "position": {}})"),
        std::string(R"({"options": {"medium_index_source": "typed"}, "position": {"conditions": "none"}})")})
    CHECK_FALSE(index_of(other));
}

TEST_CASE("a scan says which scan it repeats") {
  CHECK(repeated_scan(first_scan("{}")).empty());
  CHECK(repeated_scan(first_scan(R"({"options": {"scans_again": "/scans/s.tomocyte.h5"}})")) == "/scans/s.tomocyte.h5");
  for (const char* other : {R"({"options": {"scans_again": 3}})", R"({"options": "scans_again"})", "[]"})
    CHECK(repeated_scan(first_scan(other)).empty());
}
