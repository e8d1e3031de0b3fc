// The report as JSON: the form in which a signed report is kept, and from which every other one can be made again.
#pragma once

#include <string>

#include "core/report/report.h"

namespace tomocyte {

inline constexpr int kReportFormatVersion = 1;

// Every field, in the struct's order; "format_version" and the research-use words first. An absent value is null.
[[nodiscard]] std::string report_to_json(const Report& report);

// Throws InputError: no JSON, another format version, a missing or unknown key, a value of the wrong kind, or what
// check_report() refuses.
[[nodiscard]] Report report_from_json(const std::string& json);

}  // namespace tomocyte
