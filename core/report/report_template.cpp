#include "core/report/report_template.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {

const char* report_template_resource();  // generated: cmake/Embed.cmake
const char* report_texts_resource();

namespace {

constexpr const char* kCompareTemplate = "Compare the template with resources/report/template.json.";
constexpr std::array kSections = {"differential", "figure", "indices",  "cells",    "quality",
                                  "review",       "method", "comments", "signature"};
constexpr const char* kDataPrefix = "data:image/";
constexpr std::array kTemplateKeys = {"language", "logo", "laboratory", "sections"};

template <class List>
void check_one_of(const List& list, const std::string& value, const char* what) {
  if (std::find(list.begin(), list.end(), value) == list.end())
    throw InputError(
        fmt::format("template of the report: there is no {} \"{}\" ({})", what, value, fmt::join(list, ", ")),
        kCompareTemplate);
}

}  // namespace

ReportTemplate report_template_from_json(const std::string& json) {
  ReportTemplate result;
  try {
    const auto object = nlohmann::json::parse(json);
    for (const auto& [key, value] : object.items()) check_one_of(kTemplateKeys, key, "key");
    result.language = object.value("language", "en");
    const std::string logo = object.value("logo", "");
    if (logo.starts_with(kDataPrefix))
      result.logo_data = logo;
    else
      result.logo = logo;
    if (object.contains("laboratory")) {
      result.laboratory.name = object.at("laboratory").value("name", "");
      result.laboratory.address = object.at("laboratory").value("address", "");
    }
    result.sections = object.at("sections").get<std::vector<std::string>>();
  } catch (const nlohmann::json::exception& error) {
    throw InputError(fmt::format("template of the report: {}", error.what()), kCompareTemplate);
  }
  check_one_of(ReportTexts::languages(), result.language, "language");
  for (const std::string& section : result.sections) check_one_of(kSections, section, "section");
  return result;
}

std::string report_template_to_json(const ReportTemplate& layout) {
  const nlohmann::ordered_json json = {
      {"language", layout.language},
      {"logo", layout.logo_data.empty() ? layout.logo.string() : layout.logo_data},
      {"laboratory", {{"name", layout.laboratory.name}, {"address", layout.laboratory.address}}},
      {"sections", layout.sections}};
  return json.dump(2) + "\n";
}

std::vector<std::string> report_sections() { return {kSections.begin(), kSections.end()}; }

ReportTemplate default_report_template() { return report_template_from_json(report_template_resource()); }

ReportTexts::ReportTexts(const std::string& language) {
  check_one_of(languages(), language, "language");
  texts_ = nlohmann::json::parse(report_texts_resource()).at(language).get<std::map<std::string, std::string>>();
}

const std::string& ReportTexts::operator[](const std::string& key) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) throw InputError(fmt::format("the report's texts lack \"{}\"", key));
  return found->second;
}

std::string ReportTexts::name(const std::string& english) const {
  const auto found = texts_.find(english);
  return found == texts_.end() ? english : found->second;
}

std::vector<std::string> ReportTexts::languages() {
  const auto object = nlohmann::json::parse(report_texts_resource());
  std::vector<std::string> names;
  for (const auto& [language, texts] : object.items()) names.push_back(language);
  return names;
}

}  // namespace tomocyte
