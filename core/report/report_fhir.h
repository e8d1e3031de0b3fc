// The report as HL7 FHIR R4 (4.0.1).
#pragma once

#include <string>

#include "core/report/loinc_table.h"
#include "core/report/report.h"

namespace tomocyte {

// A Bundle of type "collection" as JSON: one DiagnosticReport, its Observations (one per result, with the exact limits
// and the cells counted as components; one per class for the indices), Specimen, Device, and Patient and Organization
// where they are known. Status: preliminary, final or amended. A class without LOINC code goes out as text. Simulated
// reports carry the security label HTEST (test health data). The ids follow from the report's id and version: the same
// report gives the same bundle. Throws InputError like check_report().
[[nodiscard]] std::string report_fhir(const Report& report, const LoincTable& codes);

}  // namespace tomocyte
