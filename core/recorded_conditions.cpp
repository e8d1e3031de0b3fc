#include "core/recorded_conditions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kSameNumber = 1e-6;       // of its size: a camera reports what was set in single precision
constexpr double kClockToleranceH = 0.05;  // computers' clocks differ by minutes
constexpr const char* kSources[] = {"measured", "set", "typed"};

const Condition* find(const RecordedConditions& conditions, const std::string& name) {
  const auto found = std::ranges::find(conditions.values, name, &Condition::name);
  return found == conditions.values.end() ? nullptr : &*found;
}

std::string text_of(const Condition* condition) {
  if (!condition) return "unknown";
  if (const auto* text = std::get_if<std::string>(&condition->value)) return fmt::format("\"{}\"", *text);
  return fmt::format("{:.10g}{}{}", std::get<double>(condition->value), condition->unit.empty() ? "" : " ",
                     condition->unit);
}

bool same(const Condition* a, const Condition* b) {
  if (!a || !b) return false;
  const auto* x = std::get_if<double>(&a->value);
  const auto* y = std::get_if<double>(&b->value);
  if (!x || !y) return a->value == b->value;
  return a->unit == b->unit && std::abs(*x - *y) <= kSameNumber * std::max(std::abs(*x), std::abs(*y));
}

// Hours since 1970; NaN when it is no time.
double hours_of(const std::string& utc) {
  std::tm time{};
  const char* end = ::strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &time);
  if (!end || *end != '\0') return std::nan("");
  return static_cast<double>(::timegm(&time)) / 3600.0;
}

std::string age_fault(const std::string& recorded, const std::string& present, double max_age_h) {
  const double age_h = hours_of(present) - hours_of(recorded);
  if (std::isnan(age_h)) return fmt::format("when it was recorded is not known (\"{}\")", recorded);
  if (age_h > max_age_h)
    return fmt::format("it was recorded at {} and is {:.1f} h old, {} h are allowed", recorded, age_h, max_age_h);
  if (age_h < -kClockToleranceH)
    return fmt::format("it was recorded at {}, now it is {}: a clock was wrong", recorded, present);
  return {};
}

ValueSource source_from(const std::string& text) {
  const auto* found = std::ranges::find(kSources, text);
  if (found == std::end(kSources)) throw InputError(fmt::format("a recorded condition has the source \"{}\"", text));
  return static_cast<ValueSource>(found - std::begin(kSources));
}

}  // namespace

std::string conditions_to_json(const RecordedConditions& conditions) {
  Json json = {{"time_utc", conditions.time_utc}, {"conditions", Json::array()}};
  for (const Condition& condition : conditions.values) {
    Json entry = {{"name", condition.name}, {"unit", condition.unit}};
    std::visit([&](const auto& value) { entry["value"] = value; }, condition.value);
    entry["source"] = kSources[static_cast<std::size_t>(condition.source)];
    json["conditions"].push_back(std::move(entry));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RecordedConditions conditions_from_json(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    RecordedConditions conditions{json.at("time_utc"), {}};
    for (const Json& entry : json.at("conditions")) {
      Condition condition{entry.at("name"), entry.at("unit"), 0.0, source_from(entry.at("source"))};
      if (entry.at("value").is_string())
        condition.value = entry.at("value").get<std::string>();
      else
        condition.value = entry.at("value").get<double>();
      conditions.values.push_back(std::move(condition));
    }
    return conditions;
  } catch (const nlohmann::json::exception& error) {
    throw InputError(fmt::format("the recorded conditions cannot be understood: {}", error.what()));
  }
}

std::string why_not_reusable(const RecordedConditions& recorded, const RecordedConditions& present, double max_age_h) {
  std::vector<std::string> faults;
  const auto compare = [&](const std::string& name) {
    const Condition* then = find(recorded, name);
    const Condition* now = find(present, name);
    if (!same(then, now)) faults.push_back(fmt::format("{} was {}, now it is {}", name, text_of(then), text_of(now)));
  };
  for (const Condition& condition : recorded.values) compare(condition.name);
  for (const Condition& condition : present.values)
    if (!find(recorded, condition.name)) compare(condition.name);
  if (std::string fault = age_fault(recorded.time_utc, present.time_utc, max_age_h); !fault.empty())
    faults.push_back(std::move(fault));
  return fmt::format("{}", fmt::join(faults, "; "));
}

}  // namespace tomocyte
