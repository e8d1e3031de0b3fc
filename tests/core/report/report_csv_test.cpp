#include "core/report/report_csv.h"

#include "tests/core/report/german_locale.h"
#include "tests/core/report/report_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// RFC 4180, written for this test.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      rows.back().back() += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\n')
      rows.push_back({""});
    else
      rows.back().back() += c;
  }
  rows.pop_back();  // after the last line's end
  return rows;
}

std::string value(const std::vector<std::vector<std::string>>& rows, const std::string& row_name,
                  const std::string& column) {
  const auto at = std::find(rows[0].begin(), rows[0].end(), column) - rows[0].begin();
  const auto name_at = std::find(rows[0].begin(), rows[0].end(), "name") - rows[0].begin();
  for (const auto& row : rows)
    if (row.at(static_cast<std::size_t>(name_at)) == row_name) return row.at(static_cast<std::size_t>(at));
  return "no such row";
}

}  // namespace

TEST_CASE("the table has names, units, and one row per class with its limits") {
  const auto rows = parse_csv(report_csv(signed_report()));
  for (const auto& row : rows) {
    CHECK(row.size() == rows[0].size());
    if (&row - rows.data() > 1) CHECK(row.back() == "For Research Use Only. Not for use in diagnostic procedures.");
  }
  CHECK(value(rows, "Monocytes", "cells") == "2");
  CHECK(value(rows, "Monocytes", "rate") == "50");
  CHECK(value(rows, "Monocytes", "rate_low_95") == "6.7586");  // scipy: beta.ppf(.025, 2, 3), beta.ppf(.975, 3, 2)
  CHECK(value(rows, "Monocytes", "rate_high_95") == "93.2414");
  CHECK(value(rows, "Monocytes", "rate_flag") == "H");
  CHECK(value(rows, "Monocytes", "absolute") == "4");
  CHECK(value(rows, "Monocytes", "volume_fl_mean") == "410.5");
  CHECK(value(rows, "White cells", "absolute") == "8");
  CHECK(value(rows, "White cells", "absolute_range_high") == "11");
  CHECK(value(rows, "Dead cells", "rate") == "25");
  CHECK(value(rows, "too small", "group") == "rejected");
  CHECK(value(rows, "Monocytes", "sample_id") == "Probe-0042 µ");
  CHECK(value(rows, "Monocytes", "simulated") == "SIMULATED");
  CHECK(value(rows, "Monocytes", "status") == "final");
  CHECK(value(rows, "Monocytes", "measured") == "2026-03-09T07:05:01Z");
  CHECK(rows[1][14] == "cells");
  CHECK(parse_csv(report_csv(small_report()))[2][4] == "preliminary");
}

TEST_CASE("a German desktop gets the same table of the report") {
  const std::string plain = report_csv(signed_report());
  const GermanLocale german;
  if (!german.made()) {
    WARN("skipped: the package locales is not installed");
    return;
  }
  REQUIRE(std::string(std::localeconv()->decimal_point) == ",");
  CHECK(report_csv(signed_report()) == plain);
}
