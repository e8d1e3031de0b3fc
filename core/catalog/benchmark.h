// How long the catalog takes to answer when it is full.
#pragma once

#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/progress.h"

namespace tomocyte {

struct CatalogBenchmarkOptions {
  int cells = 100000;
  int cells_per_sample = 200;
  int repeats = 7;
};

struct CatalogBenchmark {
  struct Answer {
    std::string question;
    std::int64_t rows = 0;
    double median_ms = 0.0;
    double worst_ms = 0.0;
  };
  int samples = 0;
  int cells = 0;
  double import_s = 0.0;
  double largest_import_s = 0.0;  // of 10,000 cells in one scan
  double review_ms = 0.0;         // median of one acknowledged review
  std::vector<Answer> answers;
};

// Fills `catalog`, which must have no samples, with simulated cells and asks it. Writes its scan "files" into `folder`.
// Throws InputError when it has samples, PermissionError, Cancelled.
[[nodiscard]] CatalogBenchmark benchmark_catalog(Catalog& catalog, const std::filesystem::path& folder,
                                                 const CatalogBenchmarkOptions& options, const Progress& progress = {});

}  // namespace tomocyte
