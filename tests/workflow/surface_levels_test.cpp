#include "app/workflow/surface_levels.h"

#include "core/error.h"
#include "inference/measure.h"
#include "tests/catch.h"
#include "tests/ui/body.h"

using namespace tomocyte;

TEST_CASE("the interior's surface lies between cytoplasm and nucleus, the membrane's where the cells were bounded") {
  const auto scan = scanOfBody();  // cytoplasm 1.365, nucleus 1.375, medium 1.337
  SurfaceLevels levels = surface_levels(*scan);
  CHECK(levels.membrane_ri == Approx(1.350));
  CHECK(levels.interior_ri > 1.367);
  CHECK(levels.interior_ri < 1.373);
  CHECK(levels.interior_found);
  double counted = 0.0;
  for (const double count : levels.ri.counts) counted += count;
  CHECK(counted == 64.0 * 64.0 * 64.0);

  MeasurementOptions options;
  options.threshold_ri = 1.352;
  scan->provenance.push_back({"measurement", "", "", "", options_to_json(options), "", "", ""});
  CHECK(surface_levels(*scan).membrane_ri == Approx(1.352));
  scan->provenance.push_back({"measurement", "", "", "", "{\"no_such_option\": 1}", "", "", ""});
  CHECK(surface_levels(*scan).membrane_ri == Approx(1.350));
}

TEST_CASE("an even cell, an empty volume and a scan without tomogram have no interior to find") {
  const auto scan = scanOfBody();
  for (float& n : scan->tomogram->ri.values()) n = n > 1.36f ? 1.365f : n;
  CHECK_FALSE(surface_levels(*scan).interior_found);
  for (float& n : scan->tomogram->ri.values()) n = 1.337f;
  scan->labels = {};
  const SurfaceLevels levels = surface_levels(*scan);
  CHECK_FALSE(levels.interior_found);
  CHECK(levels.interior_ri >= levels.membrane_ri);
  CHECK_THROWS_AS(surface_levels(Scan{}), InputError);
}
