#include "core/recorded_conditions.h"

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;
using Catch::Contains;
using Catch::Equals;

namespace {

RecordedConditions at(const std::string& time) {
  return {time,
          {{"exposure", "ms", 5.0, ValueSource::kSet},
           {"wavelength", "µm", 0.532, ValueSource::kTyped},
           {"pixel format", "", std::string("Mono8"), ValueSource::kSet}}};
}

}  // namespace

TEST_CASE("conditions survive their JSON, with where each value comes from") {
  const RecordedConditions conditions = at("2026-03-01T10:00:00Z");
  CHECK(conditions_from_json(conditions_to_json(conditions)) == conditions);
  CHECK_THAT(conditions_to_json(conditions), Contains("\"source\":\"typed\""));
  CHECK_THROWS_AS(conditions_from_json("{}"), InputError);
  CHECK_THROWS_AS(
      conditions_from_json(R"({"time_utc":"","conditions":[{"name":"a","unit":"","value":1,"source":"x"}]})"),
      InputError);
}

TEST_CASE("what was recorded under the same conditions within the day may be used") {
  CHECK(why_not_reusable(at("2026-03-01T10:00:00Z"), at("2026-03-02T09:59:00Z"), 24.0).empty());
  RecordedConditions rounded = at("2026-03-01T10:00:00Z");
  rounded.values[0].value = 5.0000001;  // single precision
  CHECK(why_not_reusable(rounded, at("2026-03-01T10:00:00Z"), 24.0).empty());
}

TEST_CASE("a difference is told with its field and both values") {
  RecordedConditions other = at("2026-03-01T10:00:00Z");
  other.values[0].value = 4.0;
  other.values[2].value = std::string("Mono12");
  CHECK_THAT(why_not_reusable(other, at("2026-03-01T10:00:00Z"), 24.0),
             Equals("exposure was 4 ms, now it is 5 ms; pixel format was \"Mono12\", now it is \"Mono8\""));
}

TEST_CASE("what only one side knows is not taken for the same") {
  RecordedConditions less = at("2026-03-01T10:00:00Z");
  less.values.erase(less.values.begin());
  CHECK_THAT(why_not_reusable(less, at("2026-03-01T10:00:00Z"), 24.0), Equals("exposure was unknown, now it is 5 ms"));
  CHECK_THAT(why_not_reusable(at("2026-03-01T10:00:00Z"), less, 24.0), Equals("exposure was 5 ms, now it is unknown"));
}

TEST_CASE("age, a clock that was set back and an unknown time are refused") {
  CHECK_THAT(why_not_reusable(at("2026-02-28T10:00:00Z"), at("2026-03-01T12:30:00Z"), 24.0),
             Contains("2026-02-28T10:00:00Z and is 26.5 h old, 24 h are allowed"));
  CHECK_THAT(why_not_reusable(at("2026-03-01T10:00:00Z"), at("2026-03-01T09:00:00Z"), 24.0),
             Contains("a clock was wrong"));
  CHECK_THAT(why_not_reusable(at("yesterday"), at("2026-03-01T09:00:00Z"), 24.0),
             Contains("is not known (\"yesterday\")"));
}
