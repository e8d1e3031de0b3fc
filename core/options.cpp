#include "core/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte::detail {
namespace {

// std::from_chars, because std::stod follows the locale (a German desktop would read 0.5 as 0).
template <class T>
T parse(const std::string& name, const std::string& text, const char* kind) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    throw InputError(fmt::format("--{}: \"{}\" is not {}", name, text, kind));
  return value;
}

}  // namespace

std::string json_key(const std::string& option_name) {
  std::string key = option_name;
  std::replace(key.begin(), key.end(), '-', '_');
  return key;
}

double parse_number(const std::string& name, const std::string& text) { return parse<double>(name, text, "a number"); }
int parse_integer(const std::string& name, const std::string& text) { return parse<int>(name, text, "a whole number"); }

bool parse_bool(const std::string& name, const std::string& text) {
  if (text == "true" || text == "yes" || text == "on" || text == "1") return true;
  if (text == "false" || text == "no" || text == "off" || text == "0") return false;
  throw InputError(fmt::format("--{}: \"{}\" is neither true nor false", name, text));
}

std::string number_text(double value) { return fmt::format("{}", value); }

void check_range(const std::string& name, const std::string& unit, double value, double minimum, double maximum) {
  if (value >= minimum && value <= maximum) return;
  const std::string space_unit = unit.empty() ? "" : " " + unit;
  throw InputError(
      fmt::format("--{}: {}{} is outside {} to {}{}", name, value, space_unit, minimum, maximum, space_unit));
}

void check_choice(const std::string& name, const std::string& value, const std::vector<std::string>& choices) {
  if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  throw InputError(fmt::format("--{}: \"{}\" is not one of {}", name, value, fmt::join(choices, ", ")));
}

std::string object_json(const std::vector<NamedText>& members) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const auto& [name, text, quoted] : members)
    object[name] = quoted ? nlohmann::ordered_json(text) : nlohmann::ordered_json::parse(text);
  return object.dump();
}

std::vector<NamedText> parse_object(const std::string& json) {
  const auto object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object()) throw InputError("the options are not a JSON object");
  std::vector<NamedText> members;
  for (const auto& [name, value] : object.items())
    members.push_back({name, value.is_string() ? value.get<std::string>() : value.dump(), value.is_string()});
  return members;
}

void unknown_option(const std::string& name) {
  throw InputError(fmt::format("there is no option \"{}\"", name), "Run the verb with --help to see its options.");
}

}  // namespace tomocyte::detail
