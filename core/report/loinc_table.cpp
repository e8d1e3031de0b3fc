#include "core/report/loinc_table.h"

#include <fmt/format.h>

#include <cctype>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {

const char* loinc_table_resource();  // generated: cmake/Embed.cmake

namespace {

constexpr const char* kCompareTable = "Compare the table with resources/report/loinc.json.";

LoincCode code_from(const nlohmann::json& entry) {
  LoincCode code{entry.at("code").get<std::string>(), entry.at("display").get<std::string>()};
  if (!is_loinc_code(code.code))
    throw InputError(fmt::format("table of LOINC codes: \"{}\" is no LOINC code (its check digit is wrong)", code.code),
                     kCompareTable);
  return code;
}

}  // namespace

bool is_loinc_code(const std::string& code) {
  const std::size_t dash = code.find('-');
  if (dash == std::string::npos || dash == 0 || dash + 2 != code.size()) return false;
  int sum = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i == dash) continue;
    if (!std::isdigit(static_cast<unsigned char>(code[i]))) return false;
    const int digit = code[i] - '0';
    const bool doubled = i < dash && (dash - 1 - i) % 2 == 0;
    sum += !doubled ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
  }
  return sum % 10 == 0;
}

LoincTable loinc_table_from_json(const std::string& json) {
  try {
    const auto object = nlohmann::json::parse(json);
    LoincTable table;
    table.loinc_version = object.at("loinc_version").get<std::string>();
    table.panel = code_from(object.at("panel"));
    if (object.contains("total_white")) table.total_white = code_from(object.at("total_white"));
    for (const auto& [cell_class, entry] : object.at("classes").items()) {
      if (entry.contains("percent")) table.percent[cell_class] = code_from(entry.at("percent"));
      if (entry.contains("absolute")) table.absolute[cell_class] = code_from(entry.at("absolute"));
    }
    return table;
  } catch (const nlohmann::json::exception& error) {
    throw InputError(fmt::format("table of LOINC codes: {}", error.what()), kCompareTable);
  }
}

std::string loinc_table_to_json(const LoincTable& table) {
  const auto entry = [](const LoincCode& code) {
    return nlohmann::ordered_json({{"code", code.code}, {"display", code.display}});
  };
  nlohmann::ordered_json json = {{"loinc_version", table.loinc_version}, {"panel", entry(table.panel)}};
  if (table.total_white) json["total_white"] = entry(*table.total_white);
  json["classes"] = nlohmann::ordered_json::object();
  for (const auto& [cell_class, code] : table.percent) json["classes"][cell_class]["percent"] = entry(code);
  for (const auto& [cell_class, code] : table.absolute) json["classes"][cell_class]["absolute"] = entry(code);
  return json.dump(2) + "\n";
}

LoincTable default_loinc_table() { return loinc_table_from_json(loinc_table_resource()); }

std::optional<LoincCode> code_of(const std::map<std::string, LoincCode>& codes, const std::string& cell_class) {
  const auto found = codes.find(cell_class);
  return found == codes.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace tomocyte
