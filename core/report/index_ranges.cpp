#include "core/report/index_ranges.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/report/reported_index.h"

namespace tomocyte {

const char* index_ranges_resource();  // generated: cmake/Embed.cmake

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw InputError("table of index ranges: " + why, "Compare the table with resources/report/index_ranges.json.");
}

ReferenceRange range_of(const std::string& cell_class, const std::string& key, const nlohmann::json& pair) {
  if (std::ranges::find(reported_indices(), key, &ReportedIndex::key) == reported_indices().end())
    refuse(fmt::format("\"{}\" of {} is none of the six indices", key, cell_class));
  if (!pair.is_array() || pair.size() != 2) refuse(fmt::format("\"{}\" of {} is not [low, high]", key, cell_class));
  const ReferenceRange range{pair[0].get<double>(), pair[1].get<double>()};
  if (!(range.high > range.low)) refuse(fmt::format("\"{}\" of {} is upside down", key, cell_class));
  return range;
}

IndexRanges parsed(const nlohmann::json& table) {
  IndexRanges ranges;
  for (const auto& [key, value] : table.items()) {
    if (key == "name")
      ranges.name = value;
    else if (key == "version")
      ranges.version = value;
    else if (key == "meaning")
      ranges.meaning = value;
    else if (key == "source")
      ranges.source = value;
    else if (key != "classes")
      refuse(fmt::format("unknown key \"{}\"", key));
  }
  for (const auto& [cell_class, indices] : table.at("classes").items())
    for (const auto& [key, pair] : indices.items()) ranges.classes[cell_class][key] = range_of(cell_class, key, pair);
  if (ranges.source.empty() || ranges.meaning.empty()) refuse("it does not say its source or what its ranges mean");
  return ranges;
}

}  // namespace

IndexRanges index_ranges_from_json(const std::string& json) {
  try {
    return parsed(nlohmann::json::parse(json));
  } catch (const nlohmann::json::exception& error) {
    refuse(error.what());
  }
}

IndexRanges default_index_ranges() { return index_ranges_from_json(index_ranges_resource()); }

std::optional<ReferenceRange> find_range(const IndexRanges& ranges, const std::string& cell_class,
                                         const std::string& index_key) {
  const auto found = ranges.classes.find(cell_class);
  if (found == ranges.classes.end()) return std::nullopt;
  const auto range = found->second.find(index_key);
  return range == found->second.end() ? std::nullopt : std::optional(range->second);
}

}  // namespace tomocyte
