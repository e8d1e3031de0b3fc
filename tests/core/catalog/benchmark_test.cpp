#include "core/catalog/benchmark.h"

#include <map>

#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("what the benchmark asks is answered in full") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kReviewer);
  const CatalogBenchmark result = benchmark_catalog(catalog, test.file(""), {.cells = 300, .repeats = 1});
  std::map<std::string, std::int64_t> rows;
  for (const auto& answer : result.answers) rows[answer.question] = answer.rows;
  CHECK(result.cells == 300);
  CHECK(rows["worklist"] == result.samples);
  CHECK(rows["all samples, first page"] == 300);
  CHECK(rows["the large sample, first page, counted"] == 300);
  CHECK(rows["classes of all samples"] > 1);
  CHECK_THROWS_AS(benchmark_catalog(catalog, test.file(""), {}), InputError);
}
