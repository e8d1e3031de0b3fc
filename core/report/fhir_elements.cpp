#include "core/report/fhir_elements.h"

#include <fmt/format.h>

#include <span>

#include "core/files/checksum.h"

namespace tomocyte::fhir {
namespace {

std::string xml_escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '&')
      result += "&amp;";
    else if (c == '\n')
      result += "<br/>";
    else if (static_cast<unsigned char>(c) >= 0x20)
      result += c;
  }
  return result;
}

}  // namespace

std::string urn_of(const std::string& key) {
  std::string hex = checksum(std::as_bytes(std::span(key))).substr(std::string("sha256:").size(), 32);
  hex[12] = '8';  // version 8: made from data by a rule of our own
  hex[16] = 'a';  // variant of RFC 9562
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                     hex.substr(16, 4), hex.substr(20));
}

Json coded(const std::string& system, const std::string& code, const std::string& display) {
  return {{"system", system}, {"code", code}, {"display", display}};
}

Json concept_of(const std::optional<LoincCode>& code, const std::string& version, const std::string& text) {
  Json result = Json::object();
  if (code)
    result["coding"] =
        Json::array({Json{{"system", kLoinc}, {"version", version}, {"code", code->code}, {"display", code->display}}});
  result["text"] = text;
  return result;
}

Json text_concept(const std::string& text) { return {{"text", text}}; }

Json quantity(double value, const std::string& unit, const std::string& ucum) {
  return {{"value", value}, {"unit", unit}, {"system", kUcum}, {"code", ucum}};
}

Json reference(const std::string& urn) { return {{"reference", urn}}; }

Json narrative(const std::vector<std::string>& lines) {
  std::string div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";
  for (const std::string& line : lines) div += "<p>" + xml_escaped(line) + "</p>";
  return {{"status", "generated"}, {"div", div + "</div>"}};
}

}  // namespace tomocyte::fhir
