// The FHIR datatypes that a report's resources are made of.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/report/loinc_table.h"

namespace tomocyte::fhir {

using Json = nlohmann::ordered_json;

inline constexpr const char* kLoinc = "http://loinc.org";
inline constexpr const char* kUcum = "http://unitsofmeasure.org";

// "urn:uuid:…" (RFC 9562 version 8) that follows from `key`.
[[nodiscard]] std::string urn_of(const std::string& key);
[[nodiscard]] Json coded(const std::string& system, const std::string& code, const std::string& display);
// CodeableConcept: the LOINC code where there is one, the text always.
[[nodiscard]] Json concept_of(const std::optional<LoincCode>& code, const std::string& version,
                              const std::string& text);
[[nodiscard]] Json text_concept(const std::string& text);
[[nodiscard]] Json quantity(double value, const std::string& unit, const std::string& ucum);
[[nodiscard]] Json reference(const std::string& urn);
// A div of the narrative's XHTML, one paragraph per line.
[[nodiscard]] Json narrative(const std::vector<std::string>& lines);

}  // namespace tomocyte::fhir
