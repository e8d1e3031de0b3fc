#include "app/workflow/sample_statistics.h"

#include <algorithm>

#include "core/catalog/cells.h"
#include "core/catalog/reviews.h"
#include "core/catalog/samples.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

StatisticsRequest request_for(RecordId sample) {
  return {sample, default_differential_table(), default_index_ranges(), {}, 3};
}

}  // namespace

TEST_CASE("a sample is compared with earlier ones of the same donor, latest first, as people have called the cells") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kReviewer);
  import_named(test, kim, classified_scan("first", 12), "1.h5");
  test.now += std::chrono::days(1);
  import_named(test, kim, classified_scan("second", 12), "2.h5");
  Scan other = classified_scan("other donor", 12);
  other.donor_id = "donor 77";  // the worklist's search finds it too
  import_named(test, kim, other, "3.h5");
  test.now += std::chrono::days(1);
  const RecordId now = import_named(test, kim, classified_scan("now", 12), "4.h5").sample;
  test.now += std::chrono::days(1);
  import_named(test, kim, classified_scan("later", 12), "5.h5");

  // Of 12 cells every third is unidentified; of the rest 4 are monocytes and 4 t-lymphocytes.
  std::vector<ReviewRequest> all;
  for (const CatalogCell& cell : list_cells(kim, {.sample = now}))
    if (cell.call.cell_class == "t-lymphocyte") all.push_back({cell.id, 0, {"monocyte", {}}, ""});
  REQUIRE(all.size() == 4);
  review_cells(kim, all);

  const SampleStatistics found = sample_statistics(kim, request_for(now));
  CHECK(found.sample.indices.unidentified == 4);
  REQUIRE(found.earlier.size() == 2);
  CHECK(found.earlier[0].before.sample_id == "second");
  CHECK(found.earlier[1].before.sample_id == "first");
  const auto monocytes = std::ranges::find(found.earlier[0].shares, "monocyte", &ShareDelta::cell_class);
  REQUIRE(monocytes != found.earlier[0].shares.end());
  CHECK(monocytes->now == 8);
  CHECK(monocytes->before == 4);
  // scipy.stats.norm: Newcombe's interval of 8/8 - 4/8 is 6.83 to 78.48 percent points.
  CHECK(monocytes->percent_points.low == Approx(6.83263277));
  CHECK(monocytes->marked);
}

TEST_CASE("a sample without donor has nothing to be compared with") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kReviewer);
  Scan scan = classified_scan("a", 6);
  scan.donor_id.clear();
  import_named(test, kim, scan, "1.h5");
  test.now += std::chrono::days(1);
  scan.sample_id = "b";
  const RecordId sample = import_named(test, kim, scan, "2.h5").sample;
  CHECK(sample_statistics(kim, request_for(sample)).earlier.empty());
}
