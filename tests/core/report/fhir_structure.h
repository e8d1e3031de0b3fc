// The elements and cardinalities that FHIR R4 (4.0.1, hl7.org/fhir/R4) names for the resources and datatypes of a
// report, written down from the specification's pages, and a check of a JSON resource against them.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

namespace tomocyte::test {

struct FhirElement {
  std::string name;
  std::string type;
  int least = 0;
  bool many = false;  // max *: a JSON array
};

inline const std::map<std::string, std::vector<FhirElement>>& fhir_structures() {
  static const std::map<std::string, std::vector<FhirElement>> structures = {
      {"Bundle",
       {{"meta", "Meta"},
        {"identifier", "Identifier"},
        {"type", "code:collection", 1},
        {"timestamp", "instant"},
        {"entry", "BundleEntry", 0, true}}},
      {"BundleEntry", {{"fullUrl", "uri"}, {"resource", "Resource"}}},
      {"DiagnosticReport",
       {{"meta", "Meta"},
        {"text", "Narrative"},
        {"extension", "Extension", 0, true},
        {"identifier", "Identifier", 0, true},
        {"status",
         "code:registered partial preliminary final amended corrected appended cancelled entered-in-error unknown", 1},
        {"category", "CodeableConcept", 0, true},
        {"code", "CodeableConcept", 1},
        {"subject", "Reference"},
        {"effectiveDateTime", "dateTime"},
        {"issued", "instant"},
        {"performer", "Reference", 0, true},
        {"resultsInterpreter", "Reference", 0, true},
        {"specimen", "Reference", 0, true},
        {"result", "Reference", 0, true},
        {"conclusion", "string"}}},
      {"Observation",
       {{"meta", "Meta"},
        {"status", "code:registered preliminary final amended corrected cancelled entered-in-error unknown", 1},
        {"category", "CodeableConcept", 0, true},
        {"code", "CodeableConcept", 1},
        {"subject", "Reference"},
        {"effectiveDateTime", "dateTime"},
        {"issued", "instant"},
        {"performer", "Reference", 0, true},
        {"valueQuantity", "Quantity"},
        {"dataAbsentReason", "CodeableConcept"},
        {"interpretation", "CodeableConcept", 0, true},
        {"method", "CodeableConcept"},
        {"specimen", "Reference"},
        {"device", "Reference"},
        {"referenceRange", "ReferenceRange", 0, true},
        {"component", "ObservationComponent", 0, true}}},
      {"ObservationComponent", {{"code", "CodeableConcept", 1}, {"valueQuantity", "Quantity"}}},
      {"ReferenceRange", {{"low", "Quantity"}, {"high", "Quantity"}}},
      {"Patient", {{"meta", "Meta"}, {"identifier", "Identifier", 0, true}}},
      {"Organization", {{"meta", "Meta"}, {"name", "string"}}},
      {"Specimen",
       {{"meta", "Meta"},
        {"identifier", "Identifier", 0, true},
        {"type", "CodeableConcept"},
        {"subject", "Reference"}}},
      {"Device", {{"meta", "Meta"}, {"deviceName", "DeviceName", 0, true}, {"version", "DeviceVersion", 0, true}}},
      {"DeviceName",
       {{"name", "string", 1},
        {"type", "code:udi-label-name user-friendly-name patient-reported-name manufacturer-name model-name other",
         1}}},
      {"DeviceVersion", {{"type", "CodeableConcept"}, {"value", "string", 1}}},
      {"Meta", {{"security", "Coding", 0, true}, {"tag", "Coding", 0, true}}},
      {"Narrative", {{"status", "code:generated extensions additional empty", 1}, {"div", "xhtml", 1}}},
      {"Extension", {{"url", "uri", 1}, {"valueReference", "Reference"}}},
      {"Identifier", {{"system", "uri"}, {"value", "string"}}},
      {"CodeableConcept", {{"coding", "Coding", 0, true}, {"text", "string"}}},
      {"Coding", {{"system", "uri"}, {"version", "string"}, {"code", "code"}, {"display", "string"}}},
      {"Reference", {{"reference", "string"}, {"type", "uri"}, {"identifier", "Identifier"}, {"display", "string"}}},
      {"Quantity", {{"value", "decimal"}, {"unit", "string"}, {"system", "uri"}, {"code", "code"}}},
  };
  return structures;
}

inline void check_fhir(const nlohmann::json& value, const std::string& type, const std::string& path,
                       std::vector<std::string>& problems);

inline void check_fhir_primitive(const nlohmann::json& value, const std::string& type, const std::string& path,
                                 std::vector<std::string>& problems) {
  static const std::map<std::string, std::regex> kPatterns = {
      {"string", std::regex("[ \\r\\n\\t\\S]+")},
      {"uri", std::regex("\\S*")},
      {"code", std::regex("[^\\s]+(\\s[^\\s]+)*")},
      {"instant", std::regex("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})")},
      {"dateTime", std::regex("\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2}))?)?)?")},
      {"xhtml", std::regex("<div xmlns=\"http://www.w3.org/1999/xhtml\">[\\s\\S]+</div>")}};
  if (type == "decimal") {
    if (!value.is_number()) problems.push_back(path + " is no number");
  } else if (!value.is_string() || value.get<std::string>().empty()) {
    problems.push_back(path + " is no string, or empty");
  } else if (type.starts_with("code:")) {
    if ((" " + type.substr(5) + " ").find(" " + value.get<std::string>() + " ") == std::string::npos)
      problems.push_back(path + ": " + value.get<std::string>() + " is not in the value set");
  } else if (!std::regex_match(value.get<std::string>(), kPatterns.at(type))) {
    problems.push_back(path + " is no " + type);
  }
}

inline void check_fhir_elements(const nlohmann::json& object, const std::vector<FhirElement>& elements,
                                const std::string& path, std::vector<std::string>& problems) {
  if (!object.is_object() || object.empty()) return problems.push_back(path + " is no object, or empty");
  for (const auto& [key, value] : object.items()) {
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const auto& e) { return e.name == key; });
    if (found == elements.end() && key != "resourceType") problems.push_back(path + "." + key + " does not exist");
  }
  for (const FhirElement& element : elements) {
    const std::string at = path + "." + element.name;
    if (!object.contains(element.name)) {
      if (element.least > 0) problems.push_back(at + " is missing");
      continue;
    }
    const auto& value = object.at(element.name);
    if (element.many != value.is_array() || (element.many && value.empty())) {
      problems.push_back(at + " has the wrong cardinality");
    } else if (!element.many) {
      check_fhir(value, element.type, at, problems);
    } else {
      for (std::size_t i = 0; i < value.size(); ++i)
        check_fhir(value[i], element.type, at + "[" + std::to_string(i) + "]", problems);
    }
  }
}

inline void check_fhir(const nlohmann::json& value, const std::string& type, const std::string& path,
                       std::vector<std::string>& problems) {
  const std::string name = type == "Resource" ? value.value("resourceType", "none") : type;
  const auto found = fhir_structures().find(name);
  if (found != fhir_structures().end()) return check_fhir_elements(value, found->second, path, problems);
  if (type == "Resource") return problems.push_back(path + " is no known resource");
  check_fhir_primitive(value, type, path, problems);
}

}  // namespace tomocyte::test
