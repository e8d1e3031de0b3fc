#include "core/report/report_time.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <chrono>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::array kMonths = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr const char* kPattern = "0000-00-00T00:00:00Z";

int number(const std::string& utc, std::size_t at, std::size_t length) { return std::stoi(utc.substr(at, length)); }

bool fits_pattern(const std::string& utc) {
  const std::string pattern = kPattern;
  if (utc.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < utc.size(); ++i) {
    const bool digit = std::isdigit(static_cast<unsigned char>(utc[i])) != 0;
    if (pattern[i] == '0' ? !digit : utc[i] != pattern[i]) return false;
  }
  return true;
}

}  // namespace

void check_report_time(const std::string& utc) {
  const auto refuse = [&] {
    throw InputError(fmt::format("\"{}\" is no time in UTC", utc), "Write it as 2026-11-21T17:16:18Z.");
  };
  if (!fits_pattern(utc)) refuse();
  const std::chrono::year_month_day date{std::chrono::year(number(utc, 0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(utc, 5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(utc, 8, 2)))};
  if (!date.ok() || number(utc, 11, 2) > 23 || number(utc, 14, 2) > 59 || number(utc, 17, 2) > 60) refuse();
}

std::string hl7_time(const std::string& utc) {
  std::string digits;
  for (const char c : utc)
    if (std::isdigit(static_cast<unsigned char>(c))) digits += c;
  return digits + "+0000";
}

std::string fcs_date(const std::string& utc) {
  return fmt::format("{}-{}-{}", utc.substr(8, 2), kMonths.at(static_cast<std::size_t>(number(utc, 5, 2) - 1)),
                     utc.substr(0, 4));
}

std::string clock_time(const std::string& utc) { return utc.substr(11, 8); }

std::string printed_time(const std::string& utc) {
  return utc.empty() ? "" : utc.substr(0, 10) + " " + clock_time(utc) + " UTC";
}

}  // namespace tomocyte
