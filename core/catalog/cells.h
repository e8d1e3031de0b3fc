// Cells as lists: filtered, sorted, in pages; counts per class; thumbnails.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tomocyte {

enum class CellOrder {
  kImported,
  kModelProbability,
  kVolume,
  kSurfaceArea,
  kSphericity,
  kDryMass,
  kProteinDensity,
  kMeanRi,
};

struct CellRange {
  CellOrder index = CellOrder::kVolume;
  double least = 0.0;
  double most = 0.0;
};

// What is not given does not filter.
struct CellFilter {
  std::optional<RecordId> sample;
  std::optional<RecordId> scan;
  std::optional<std::string> cell_class;  // now; "" is unidentified
  std::optional<std::string> model_class;
  std::optional<bool> reviewed;
  std::optional<bool> uncertain;          // to the model
  std::optional<bool> changed_by_people;  // the class now is not the model's
  CellFlags any_flag;                     // cells with one of these
  std::vector<CellRange> ranges;
  bool too_small = false;  // also debris
  CellOrder order = CellOrder::kImported;
  bool descending = false;
  int limit = 500;  // 0: all
  int offset = 0;
};

// Equal ones in the order they were imported.
[[nodiscard]] std::vector<CatalogCell> list_cells(const Catalog& catalog, const CellFilter& filter);
// Without limit and offset.
[[nodiscard]] std::int64_t count_cells(const Catalog& catalog, const CellFilter& filter);
// Throws InputError when there is none.
[[nodiscard]] CatalogCell get_cell(const Catalog& catalog, RecordId id);

struct ClassCount {
  std::string cell_class;
  std::int64_t cells = 0;
  std::int64_t reviewed = 0;
  bool operator==(const ClassCount&) const = default;
};
// By the class now, in alphabetical order; artefacts, doublets and dead cells among them.
[[nodiscard]] std::vector<ClassCount> count_classes(const Catalog& catalog, const CellFilter& filter);

// PNG bytes; empty: there is none.
[[nodiscard]] std::string cell_thumbnail(const Catalog& catalog, RecordId id);
// For a view that makes them later. Not a change of the sample: a picture of what is there. Throws PermissionError.
void set_cell_thumbnail(Catalog& catalog, RecordId id, const std::string& png);

}  // namespace tomocyte
