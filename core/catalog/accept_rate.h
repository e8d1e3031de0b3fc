// How often the reviewers kept the model's class, class by class over time: where instrument, model or people
// drift, it falls.
#pragma once

#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/statistics.h"

namespace tomocyte {

enum class AcceptPeriod { kWeek, kMonth };

struct AcceptRate {
  std::string period;  // "2026-W03" (ISO 8601 week), "2026-01"
  std::string model_class;
  int reviewed = 0;  // cells the model was sure of and a person has reviewed
  int kept = 0;      // of these: its class is the model's, and no flag takes it out of it
  Interval rate;     // kept / reviewed with its exact 95 % interval (Clopper & Pearson 1934)
};

// Each reviewed cell counts once, in the period of its latest review, as it is called now; an undone review is none.
// Cells of which the model was unsure have no class to keep and are not counted; simulated samples only where
// `simulated`, and then only those. By period, then class.
[[nodiscard]] std::vector<AcceptRate> accept_rates(const Catalog& catalog, AcceptPeriod period, bool simulated);

// A row per period and class; a row of names, a row of units, point, comma, UTF-8.
[[nodiscard]] std::string accept_csv(const std::vector<AcceptRate>& rates, bool simulated);

// "2026-W03" of "2026-01-15T…": the ISO 8601 week, of the year its Thursday is in. Throws InputError: no date.
[[nodiscard]] std::string iso_week(const std::string& time_utc);

}  // namespace tomocyte
