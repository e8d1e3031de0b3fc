#include "core/differential_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {

const char* differential_table_resource();  // generated: cmake/Embed.cmake

namespace {

constexpr const char* kRemedy = "Compare the table with resources/report/differential.json.";
constexpr std::array kKeys = {"class", "name", "role", "part_of", "optional", "percent", "absolute_1e9_l"};

[[noreturn]] void refuse(const std::string& why) { throw InputError("table of the differential: " + why, kRemedy); }

CellRole role_of(const std::string& text) {
  if (text == "white") return CellRole::kWhite;
  if (text == "per_100_white") return CellRole::kPer100White;
  if (text == "excluded") return CellRole::kExcluded;
  refuse(fmt::format("\"{}\" is no role (white, per_100_white, excluded)", text));
}

std::optional<ReferenceRange> range_of(const nlohmann::json& entry, const char* key) {
  if (!entry.contains(key)) return std::nullopt;
  const auto& pair = entry.at(key);
  if (!pair.is_array() || pair.size() != 2) refuse(fmt::format("\"{}\" is not [low, high]", key));
  const ReferenceRange range{pair[0].get<double>(), pair[1].get<double>()};
  if (range.low < 0.0 || range.high <= range.low)
    refuse(fmt::format("\"{}\": {} to {} is no range", key, range.low, range.high));
  return range;
}

DifferentialClass class_of(const nlohmann::json& entry) {
  for (const auto& [key, value] : entry.items())
    if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end()) refuse(fmt::format("unknown key \"{}\"", key));
  DifferentialClass c;
  c.cell_class = entry.at("class").get<std::string>();
  c.name = entry.at("name").get<std::string>();
  c.role = role_of(entry.at("role").get<std::string>());
  c.part_of = entry.value("part_of", "");
  c.optional = entry.value("optional", false);
  c.percent = range_of(entry, "percent");
  c.absolute_1e9_l = range_of(entry, "absolute_1e9_l");
  return c;
}

void check(const DifferentialTable& table) {
  for (const DifferentialClass& c : table.classes) {
    if (c.cell_class.empty() || c.name.empty()) refuse("a class without a name");
    if (find_class(table, c.cell_class) != &c) refuse(fmt::format("\"{}\" stands there twice", c.cell_class));
    if (c.part_of.empty()) continue;
    const DifferentialClass* whole = find_class(table, c.part_of);
    if (!whole || whole->role != CellRole::kWhite || c.role != CellRole::kWhite || !whole->part_of.empty())
      refuse(fmt::format("\"{}\" is part of \"{}\", which is no white class that stands for itself", c.cell_class,
                         c.part_of));
  }
  if (table.classes.empty()) refuse("no class");
}

}  // namespace

std::string to_string(CellRole role) {
  if (role == CellRole::kWhite) return "white";
  return role == CellRole::kPer100White ? "per_100_white" : "excluded";
}

DifferentialTable differential_table_from_json(const std::string& json) {
  DifferentialTable table;
  try {
    const auto object = nlohmann::json::parse(json);
    table.name = object.at("name").get<std::string>();
    table.version = object.at("version").get<std::string>();
    table.source = object.at("source").get<std::string>();
    table.total_white_1e9_l = range_of(object, "total_white_1e9_l");
    for (const auto& entry : object.at("classes")) table.classes.push_back(class_of(entry));
  } catch (const nlohmann::json::exception& error) {
    refuse(error.what());
  }
  check(table);
  return table;
}

std::string differential_table_to_json(const DifferentialTable& table) {
  const auto add_range = [](nlohmann::ordered_json& to, const char* key, const std::optional<ReferenceRange>& range) {
    if (range) to[key] = {range->low, range->high};
  };
  nlohmann::ordered_json json = {{"name", table.name}, {"version", table.version}, {"source", table.source}};
  add_range(json, "total_white_1e9_l", table.total_white_1e9_l);
  json["classes"] = nlohmann::ordered_json::array();
  for (const DifferentialClass& c : table.classes) {
    nlohmann::ordered_json entry = {{"class", c.cell_class}, {"name", c.name}, {"role", to_string(c.role)}};
    if (!c.part_of.empty()) entry["part_of"] = c.part_of;
    if (c.optional) entry["optional"] = true;
    add_range(entry, "percent", c.percent);
    add_range(entry, "absolute_1e9_l", c.absolute_1e9_l);
    json["classes"].push_back(entry);
  }
  return json.dump(2) + "\n";
}

DifferentialTable default_differential_table() { return differential_table_from_json(differential_table_resource()); }

const DifferentialClass* find_class(const DifferentialTable& table, const std::string& cell_class) {
  const auto found = std::find_if(table.classes.begin(), table.classes.end(),
                                  [&](const DifferentialClass& c) { return c.cell_class == cell_class; });
  return found == table.classes.end() ? nullptr : &*found;
}

}  // namespace tomocyte
