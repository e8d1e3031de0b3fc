#include "app/workflow/recorded_place.h"

#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("a scan says where the stage stood, with the height that the autofocus found") {
  Scan scan;
  CHECK_FALSE(recorded_place(scan));
  scan.provenance.push_back({"import", "", "", "2026-01-01T00:00:00Z", "no json", "", "", ""});
  scan.provenance.push_back({"acquisition", "", "", "2026-01-02T03:04:05Z",
                             R"({"position": {"stage_um": [1.5, -2.0, 30.0], "attempts": 1}})", "", "", "scope 1"});
  REQUIRE(recorded_place(scan));
  CHECK(recorded_place(scan)->position == StagePosition{1.5, -2.0, 30.0});
  CHECK(recorded_place(scan)->time_utc == "2026-01-02T03:04:05Z");
  CHECK(recorded_place(scan)->device == "scope 1");
  scan.provenance.back().options_json = R"({"position": {"stage_um": [1.5, -2.0, 30.0], "focus_z_um": 31.25}})";
  CHECK(recorded_place(scan)->position.z_um == 31.25);
  for (const char* broken : {R"({"position": {"stage_um": [1.5, -2.0]}})", R"({"position": {"stage_um": [1, 2, "3"]}})",
                             R"({"position": null})", "[]"}) {
    scan.provenance.back().options_json = broken;
    CHECK_FALSE(recorded_place(scan));
  }
}

TEST_CASE("a simulated scan sends no real stage anywhere, nor a measured one a simulated stage") {
  Scan scan;
  CHECK_THROWS_WITH(place_to_return_to(scan, false), Catch::Contains("does not hold the stage's position"));
  scan.provenance.push_back(
      {"acquisition", "", "", "2026-01-02T03:04:05Z", R"({"position": {"stage_um": [1, 2, 3]}})", "", "", "scope 1"});
  CHECK(place_to_return_to(scan, false).position == StagePosition{1.0, 2.0, 3.0});
  CHECK_THROWS_WITH(place_to_return_to(scan, true), Catch::Contains("instrument is simulated"));
  scan.simulated = true;
  CHECK(place_to_return_to(scan, true).position == StagePosition{1.0, 2.0, 3.0});
  CHECK_THROWS_WITH(place_to_return_to(scan, false), Catch::Contains("instrument is not"));
}
