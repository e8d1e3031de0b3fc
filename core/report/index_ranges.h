// Between which values the six indices of a class's cells are expected: data that the laboratory edits
// (resources/report/index_ranges.json is the one that ships, with its source).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/differential_table.h"

namespace tomocyte {

struct IndexRanges {
  std::string name;
  std::string version;
  std::string meaning;  // of low and high: "mean ± 2 SD of the cells"
  std::string source;
  std::map<std::string, std::map<std::string, ReferenceRange>> classes;  // by class and the index's key
};

// Throws InputError that says which entry is wrong: no JSON, an unknown or missing key, an index that is none of the
// six, a range upside down, no source.
[[nodiscard]] IndexRanges index_ranges_from_json(const std::string& json);

// The one that ships.
[[nodiscard]] IndexRanges default_index_ranges();

// Nothing when the table has none for that class and index.
[[nodiscard]] std::optional<ReferenceRange> find_range(const IndexRanges& ranges, const std::string& cell_class,
                                                       const std::string& index_key);

}  // namespace tomocyte
