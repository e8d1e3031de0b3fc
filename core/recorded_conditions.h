// Under which conditions a background or a calibration was recorded, and whether it may be used under other ones.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tomocyte {

// measured: from light; set: what a device reports of its setting; typed: somebody entered it.
enum class ValueSource { kMeasured, kSet, kTyped };

struct Condition {
  std::string name;  // "exposure"
  std::string unit;  // "ms", "" when it has none
  std::variant<double, std::string> value;
  ValueSource source = ValueSource::kSet;
  bool operator==(const Condition&) const = default;
};

// What is not known is not in the list.
struct RecordedConditions {
  std::string time_utc;  // ISO 8601; of the recording
  std::vector<Condition> values;
  bool operator==(const RecordedConditions&) const = default;
};

// {"time_utc": "…", "conditions": [{"name": "exposure", "unit": "ms", "value": 5.0, "source": "set"}, …]}
// from_json throws InputError.
[[nodiscard]] std::string conditions_to_json(const RecordedConditions& conditions);
[[nodiscard]] RecordedConditions conditions_from_json(const std::string& json);

// Why what was recorded under `recorded` may not be used under `present`: every field that differs, with both values, a
// field that only one of them knows, and an age above `max_age_h` (or below zero: a clock was set). Empty: it may.
// Numbers are the same within 1e-6 of their size.
[[nodiscard]] std::string why_not_reusable(const RecordedConditions& recorded, const RecordedConditions& present,
                                           double max_age_h);

}  // namespace tomocyte
