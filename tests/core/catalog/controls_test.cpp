#include "core/catalog/controls.h"

#include "core/catalog/audit.h"
#include "core/catalog/catalog_error.h"
#include "core/catalog/database.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

NewControl bead(const std::string& day, double mean_ri) {
  return {"microscope 1",  "bead lot 12", day + "T08:00:00Z", mean_ri, 113.1, 20.5, 3, "/data/" + day + ".h5",
          "sha256:" + day, true};
}

}  // namespace

TEST_CASE("control measurements come back oldest first, with who entered them, and the audit knows them") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kTechnician);
  add_control(kim, bead("2026-01-02", 1.5005));
  add_control(kim, bead("2026-01-01", 1.5001));
  const auto found = list_controls(kim, "microscope 1", "bead lot 12");
  REQUIRE(found.size() == 2);
  CHECK(found[0].measured.measured_utc == "2026-01-01T08:00:00Z");
  CHECK(found[1].measured.mean_ri == 1.5005);
  CHECK(found[1].measured.objects == 3);
  CHECK(found[1].measured.simulated);
  CHECK(found[0].entered_by == "kim");
  CHECK(found[0].excluded.empty());
  CHECK(value_of(found[0].measured, ControlQuantity::kVolume) == 113.1);
  const auto series = list_control_series(kim);
  REQUIRE(series.size() == 1);
  CHECK(series[0].measurements == 2);
  CHECK(series[0].simulated);
  CHECK(list_controls(kim, "microscope 2", "bead lot 12").empty());
  CHECK(verify_audit(kim).intact());
}

TEST_CASE("a control file is entered once, and simulated ones are not mixed with real ones") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kTechnician);
  add_control(kim, bead("2026-01-01", 1.5));
  CHECK(contains(refusal<InputError>([&] { add_control(kim, bead("2026-01-01", 1.5)); }), "was entered on 2026-01-02T00:00:00Z by kim"));
  NewControl real = bead("2026-01-02", 1.5);
  real.simulated = false;
  CHECK(contains(refusal<InputError>([&] { add_control(kim, real); }), "holds simulated measurements"));
  real.control = "bead lot 13";
  CHECK_NOTHROW(add_control(kim, real));
  NewControl nameless = bead("2026-01-03", 1.5);
  nameless.control.clear();
  CHECK_THROWS_AS(add_control(kim, nameless), InputError);
  Catalog nobody = test.open();
  CHECK_THROWS_AS(add_control(nobody, bead("2026-01-04", 1.5)), PermissionError);
}

TEST_CASE("a measurement that does not count stays, with the reason; rows are never changed") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kTechnician);
  const RecordId id = add_control(kim, bead("2026-01-01", 1.7)).id;
  CHECK_THROWS_AS(exclude_control(kim, id, ""), InputError);
  exclude_control(kim, id, "an air bubble");
  CHECK(list_controls(kim, "microscope 1", "bead lot 12").at(0).excluded == "an air bubble");
  CHECK(contains(refusal<InputError>([&] { exclude_control(kim, id, "again"); }), "already"));
  CHECK_THROWS_AS(exclude_control(kim, 99, "x"), InputError);
  for (const char* table : {"controls", "control_exclusions"})
    CHECK(contains(refusal<CatalogError>([&] { kim.database().command(std::string("DELETE FROM ") + table); }),
                   "append-only"));
}

TEST_CASE("the target entered last holds, until nothing takes its place") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kTechnician);
  add_control(kim, bead("2026-01-01", 1.5));
  const ControlSeries series = list_control_series(kim).at(0);
  CHECK_FALSE(control_target(kim, series, ControlQuantity::kMeanRi));
  set_control_target(kim, series, ControlQuantity::kMeanRi, ControlTarget{1.5, 0.001}, "certificate");
  set_control_target(kim, series, ControlQuantity::kMeanRi, ControlTarget{1.501, 0.002}, "new certificate");
  CHECK(control_target(kim, series, ControlQuantity::kMeanRi) == ControlTarget{1.501, 0.002});
  CHECK_FALSE(control_target(kim, series, ControlQuantity::kVolume));
  set_control_target(kim, series, ControlQuantity::kMeanRi, std::nullopt, "back to the baseline");
  CHECK_FALSE(control_target(kim, series, ControlQuantity::kMeanRi));
  CHECK_THROWS_AS(set_control_target(kim, series, ControlQuantity::kMeanRi, ControlTarget{1.5, 0.0}, ""), InputError);
}
