// What a station has acknowledged is there after it was killed.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/catalog/audit.h"
#include "core/catalog/cells.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// Reviews one cell after the other for ever and writes the id of every review that was acknowledged.
[[noreturn]] void review_for_ever(TestCatalog& test, int acknowledged) {
  try {
    Catalog catalog = test.open_as("kim", Role::kTechnician);
    for (int round = 0;; ++round)
      for (const CatalogCell& cell : list_cells(catalog, {})) {
        const std::vector<ReviewRequest> one = {{cell.id, cell.version, {"round " + std::to_string(round), {}}, ""}};
        const RecordId id = review_cells(catalog, one).front();
        if (write(acknowledged, &id, sizeof id) != sizeof id) _exit(1);
      }
  } catch (...) {
    _exit(2);
  }
}

}  // namespace

TEST_CASE("a program that is killed while it reviews loses no review that was acknowledged") {
  TestCatalog test;
  {
    Catalog catalog = test.open_as("kim", Role::kTechnician);
    import_named(test, catalog, classified_scan("S1", 5), "a.h5");
  }
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) review_for_ever(test, ends[1]);
  close(ends[1]);
  RecordId id = 0;
  std::vector<RecordId> acknowledged;
  while (read(ends[0], &id, sizeof id) == sizeof id) {
    acknowledged.push_back(id);
    if (acknowledged.size() == 40) kill(child, SIGKILL);  // what it wrote until then is still read
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(acknowledged.size() >= 40);
  const Catalog after = test.open();
  std::vector<RecordId> stored;
  for (const Review& review : reviews_of_sample(after, find_sample(after, "S1")->id)) stored.push_back(review.id);
  // At most one more was stored than the child could say.
  REQUIRE(stored.size() >= acknowledged.size());
  CHECK(stored.size() <= acknowledged.size() + 1);
  CHECK(std::equal(acknowledged.begin(), acknowledged.end(), stored.begin()));
  CHECK(verify_audit(after).intact());
}
