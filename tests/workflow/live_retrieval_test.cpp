#include "app/workflow/live_retrieval.h"

#include <algorithm>

#include "app/workflow/workflow.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

Scan small_scan() {
  SimulationOptions options;
  options.sample = "sphere";
  options.sphere_radius_um = 1.0;
  options.camera_pixels = 128;
  options.angles = 9;
  return simulate_scan(options);
}

bool same(const FieldStack& a, const FieldStack& b) {
  return std::ranges::equal(a.field.values(), b.field.values()) &&
         std::ranges::equal(a.phase.values(), b.phase.values());
}

}  // namespace

TEST_CASE("fields retrieved while frames arrive are those of the finished scan, also when it was repeated") {
  const Scan scan = small_scan();
  const FieldStack expected = retrieve_fields(*scan.holograms, {});
  LiveRetrieval retrieval({});
  for (Index angle = 0; angle < 4; ++angle) retrieval.add(angle, *scan.holograms);  // an attempt that was cut short
  for (Index angle = 0; angle < 9; ++angle) retrieval.add(angle, *scan.holograms);
  CHECK(same(retrieval.finish(), expected));
}

TEST_CASE("a frame that did not come is told at the end, and the acquisition is not disturbed") {
  const Scan scan = small_scan();
  LiveRetrieval retrieval({});
  for (Index angle = 0; angle < 8; ++angle) retrieval.add(angle, *scan.holograms);
  CHECK_THROWS_WITH(retrieval.finish(), Catch::Contains("1 of 9 frames did not arrive"));
}

TEST_CASE("holograms without fringes are told at the end, not while they are acquired") {
  Scan scan = small_scan();
  scan.holograms->carrier.reset();
  std::ranges::fill(scan.holograms->holograms.values(), std::uint16_t{100});
  std::ranges::fill(scan.holograms->background.values(), std::uint16_t{100});
  LiveRetrieval retrieval({});
  for (Index angle = 0; angle < 9; ++angle) CHECK_NOTHROW(retrieval.add(angle, *scan.holograms));
  CHECK_THROWS_AS(retrieval.finish(), InputError);
}
