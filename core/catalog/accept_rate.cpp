#include "core/catalog/accept_rate.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <map>

#include "core/catalog/database.h"
#include "core/catalog/flags.h"
#include "core/error.h"
#include "core/files/export.h"
#include "core/research_use.h"

namespace tomocyte {
namespace {

constexpr const char* kReviewedCells =
    "SELECT c.model_class, c.cell_class, c.flags, "
    "(SELECT MAX(r.time_utc) FROM reviews r WHERE r.cell = c.id) FROM cells c JOIN samples s ON s.id = c.sample "
    "WHERE c.reviewed = 1 AND c.too_small = 0 AND c.model_class <> '' AND c.uncertain = '' AND s.simulated = ?";

struct Count {
  int reviewed = 0;
  int kept = 0;
};

}  // namespace

std::string iso_week(const std::string& time_utc) {
  using namespace std::chrono;
  int y = 0;
  unsigned m = 0;
  unsigned d = 0;
  if (std::sscanf(time_utc.c_str(), "%d-%u-%u", &y, &m, &d) != 3) throw InputError("\"" + time_utc + "\" is no date");
  const year_month_day date{year{y}, month{m}, day{d}};
  if (!date.ok()) throw InputError("\"" + time_utc + "\" is no date");
  const sys_days today = date;
  const sys_days thursday = today - (weekday(today) - Monday) + days(3);
  const year_month_day of_thursday = thursday;
  const auto day_of_year = (thursday - sys_days(of_thursday.year() / January / 1)).count();
  return fmt::format("{:04}-W{:02}", static_cast<int>(of_thursday.year()), day_of_year / 7 + 1);
}

std::vector<AcceptRate> accept_rates(const Catalog& catalog, AcceptPeriod period, bool simulated) {
  std::map<std::pair<std::string, std::string>, Count> counts;
  Statement row = catalog.database().run(kReviewedCells, simulated);
  while (row.next()) {
    const std::string model_class = row.text();
    const std::string cell_class = row.text();
    const int flags = row.small();
    const std::string time_utc = row.text();
    if (time_utc.size() < 10) continue;
    Count& count = counts[{period == AcceptPeriod::kWeek ? iso_week(time_utc) : time_utc.substr(0, 7), model_class}];
    ++count.reviewed;
    count.kept += (flags & kClassNotNeeded) == 0 && cell_class == model_class ? 1 : 0;
  }
  std::vector<AcceptRate> rates;
  for (const auto& [key, count] : counts)
    rates.push_back({key.first, key.second, count.reviewed, count.kept, binomial_interval(count.kept, count.reviewed)});
  return rates;
}

std::string accept_csv(const std::vector<AcceptRate>& rates, bool simulated) {
  std::string csv =
      "period,simulated,model_class,reviewed,kept,rate,rate_low_95,rate_high_95,research_use\n,,,cells,cells,%,%,%,\n";
  for (const AcceptRate& rate : rates)
    csv += fmt::format("{},{},{},{},{},{:.6g},{:.6g},{:.6g},{}\n", rate.period, simulated ? "SIMULATED" : "no",
                       csv_quoted(rate.model_class), rate.reviewed, rate.kept, 100.0 * rate.rate.value,
                       100.0 * rate.rate.low, 100.0 * rate.rate.high, csv_quoted(kResearchUseOnly));
  return csv;
}

}  // namespace tomocyte
