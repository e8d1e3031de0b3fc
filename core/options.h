// One table per options struct, from which JSON, the command line and the form editor are derived.
//
//   struct RytovOptions { double taper_um = 2.0; };
//   template <> const OptionTable<RytovOptions>& option_table<RytovOptions>();   // in the .cpp
#pragma once

#include <algorithm>
#include <limits>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace tomocyte {

template <class S>
struct Option {
  using Member = std::variant<double S::*, int S::*, bool S::*, std::string S::*>;
  Member member;
  std::string name;  // "taper-um": the command line says --taper-um, JSON says taper_um
  std::string unit;  // "µm", "" when it has none
  std::string help;  // one sentence
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
  std::vector<std::string> choices;  // for text options; empty: anything goes
};

template <class S>
using OptionTable = std::vector<Option<S>>;

// Specialised beside each options struct.
template <class S>
const OptionTable<S>& option_table();

// Text form of the value of one option, and back. set_option throws InputError with the option's name, the
// range and the unit when the text does not fit.
template <class S>
[[nodiscard]] std::string get_option(const S& options, const Option<S>& option);
template <class S>
void set_option(S& options, const Option<S>& option, const std::string& text);

// Throws InputError when a value is out of range.
template <class S>
void validate_options(const S& options);

// A JSON object with every option; from_json starts at the defaults and refuses unknown keys.
template <class S>
[[nodiscard]] std::string options_to_json(const S& options);
template <class S>
[[nodiscard]] S options_from_json(const std::string& json);

namespace detail {
[[nodiscard]] std::string json_key(const std::string& option_name);
[[nodiscard]] double parse_number(const std::string& name, const std::string& text);
[[nodiscard]] int parse_integer(const std::string& name, const std::string& text);
[[nodiscard]] bool parse_bool(const std::string& name, const std::string& text);
[[nodiscard]] std::string number_text(double value);
void check_range(const std::string& name, const std::string& unit, double value, double minimum, double maximum);
void check_choice(const std::string& name, const std::string& value, const std::vector<std::string>& choices);

struct NamedText {
  std::string name;
  std::string text;
  bool quoted = false;
};
[[nodiscard]] std::string object_json(const std::vector<NamedText>& members);
[[nodiscard]] std::vector<NamedText> parse_object(const std::string& json);
[[noreturn]] void unknown_option(const std::string& name);
}  // namespace detail

template <class S>
std::string get_option(const S& options, const Option<S>& option) {
  return std::visit(
      [&](auto member) -> std::string {
        const auto& value = options.*member;
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::string>)
          return value;
        else if constexpr (std::is_same_v<T, bool>)
          return value ? "true" : "false";
        else if constexpr (std::is_same_v<T, int>)
          return std::to_string(value);
        else
          return detail::number_text(value);
      },
      option.member);
}

template <class S>
void set_option(S& options, const Option<S>& option, const std::string& text) {
  std::visit(
      [&](auto member) {
        auto& value = options.*member;
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::string>) {
          detail::check_choice(option.name, text, option.choices);
          value = text;
        } else if constexpr (std::is_same_v<T, bool>) {
          value = detail::parse_bool(option.name, text);
        } else {
          T number;
          if constexpr (std::is_same_v<T, int>)
            number = detail::parse_integer(option.name, text);
          else
            number = detail::parse_number(option.name, text);
          detail::check_range(option.name, option.unit, number, option.minimum, option.maximum);
          detail::check_choice(option.name, text, option.choices);
          value = number;
        }
      },
      option.member);
}

template <class S>
void validate_options(const S& options) {
  S copy = options;
  for (const auto& option : option_table<S>()) set_option(copy, option, get_option(options, option));
}

template <class S>
std::string options_to_json(const S& options) {
  std::vector<detail::NamedText> members;
  for (const auto& option : option_table<S>())
    members.push_back({detail::json_key(option.name), get_option(options, option),
                       std::holds_alternative<std::string S::*>(option.member)});
  return detail::object_json(members);
}

template <class S>
S options_from_json(const std::string& json) {
  S options;
  for (const detail::NamedText& member : detail::parse_object(json)) {
    const auto& table = option_table<S>();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto& option) { return detail::json_key(option.name) == member.name; });
    if (found == table.end()) detail::unknown_option(member.name);
    set_option(options, *found, member.text);
  }
  return options;
}

}  // namespace tomocyte
