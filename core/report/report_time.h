// Times of a report, "2026-11-21T17:16:18Z" in UTC, as other formats write them.
#pragma once

#include <string>

namespace tomocyte {

// Throws InputError unless the time is written so and names a date that exists.
void check_report_time(const std::string& utc);

// Each expects a time that check_report_time() accepts.
[[nodiscard]] std::string hl7_time(const std::string& utc);      // "20261121171618+0000"
[[nodiscard]] std::string fcs_date(const std::string& utc);      // "21-NOV-2026"
[[nodiscard]] std::string clock_time(const std::string& utc);    // "17:16:18"
[[nodiscard]] std::string printed_time(const std::string& utc);  // "2026-11-21 17:16:18 UTC"

}  // namespace tomocyte
