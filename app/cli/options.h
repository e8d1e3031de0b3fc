// Command-line flags made from the option tables, so that a flag, its unit, its default and its help stand in one
// place.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <string>

#include "core/error.h"
#include "core/options.h"

namespace tomocyte {

template <class S>
std::string describe(const S& defaults, const Option<S>& option) {
  std::string text = option.help;
  if (!option.choices.empty()) text += fmt::format(" ({})", fmt::join(option.choices, ", "));
  const std::string value = get_option(defaults, option);
  return text + fmt::format(" [{}{}{}]", value.empty() ? "none" : value, option.unit.empty() ? "" : " ", option.unit);
}

// Adds one flag per option of S under the heading `group`. `options` must live as long as `verb`.
template <class S>
void add_flags(CLI::App& verb, S& options, const std::string& group) {
  for (const Option<S>& option : option_table<S>()) {
    const std::string flag = "--" + option.name;
    const std::string help = describe(options, option);
    if (std::holds_alternative<bool S::*>(option.member)) {
      verb.add_flag_function(
              flag + ",!--no-" + option.name,
              [&options, &option](std::int64_t count) { options.*std::get<bool S::*>(option.member) = count > 0; },
              help)
          ->group(group);
      continue;
    }
    verb.add_option_function<std::string>(
            flag,
            [&options, &option](const std::string& text) {
              try {
                set_option(options, option, text);
              } catch (const InputError& error) {
                throw CLI::ValidationError(error.what());
              }
            },
            help)
        ->type_name(option.unit.empty() ? "" : option.unit)
        ->group(group);
  }
}

}  // namespace tomocyte
