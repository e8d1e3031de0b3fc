// tomocyte catalog settings: what all stations of the laboratory share.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/verbs/catalog_choice.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/laboratory_settings.h"

namespace tomocyte {
namespace {

struct CatalogSettingsArguments {
  CatalogChoice catalog;
  std::string name;
  std::filesystem::path file;
};

nlohmann::ordered_json setting_json(const Setting& setting) {
  return {{"name", setting.name},
          {"revision", setting.revision},
          {"shipped", setting.value.empty()},
          {"changed_by", setting.changed_by},
          {"changed_utc", setting.changed_utc}};
}

std::string setting_line(const Setting& setting) {
  if (setting.revision == 0) return fmt::format("{:<18} as it ships\n", setting.name);
  return fmt::format("{:<18} {}, revision {}, {} at {}\n", setting.name,
                     setting.value.empty() ? "as it ships" : "the laboratory's own", setting.revision,
                     setting.changed_by, setting.changed_utc);
}

int list(const Context& context, const CatalogSettingsArguments& arguments) {
  const Catalog catalog = open_catalog(arguments.catalog);
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text;
  for (const std::string& name : laboratory_setting_names()) {
    const Setting setting = get_setting(catalog, name);
    json.push_back(setting_json(setting));
    text += setting_line(setting);
  }
  print_result(context, json.dump(2), text);
  return kSuccess;
}

int show(const Context& context, const CatalogSettingsArguments& arguments) {
  static_cast<void>(shipped_setting(arguments.name));  // refuses a name that does not exist
  const std::string text = setting_text(get_setting(open_catalog(arguments.catalog), arguments.name));
  print_result(context, text, text);
  return kSuccess;
}

int set(const Context& context, const CatalogSettingsArguments& arguments) {
  Setting changed;
  naming_the_file(arguments.file, [&] {
    const std::string text = setting_from_file(arguments.name, arguments.file);
    Catalog catalog = open_signed_in(arguments.catalog);
    changed = set_laboratory_setting(catalog, arguments.name, text, get_setting(catalog, arguments.name).revision);
  });
  print_result(context, setting_json(changed).dump(2), setting_line(changed));
  return kSuccess;
}

int reset(const Context& context, const CatalogSettingsArguments& arguments) {
  static_cast<void>(shipped_setting(arguments.name));
  Catalog catalog = open_signed_in(arguments.catalog);
  const Setting changed = reset_setting(catalog, arguments.name, get_setting(catalog, arguments.name).revision);
  print_result(context, setting_json(changed).dump(2), setting_line(changed));
  return kSuccess;
}

using Action = int (*)(const Context&, const CatalogSettingsArguments&);

void add(CLI::App& settings, Context& context, const char* name, const char* help, Action action, bool names) {
  const auto arguments = std::make_shared<CatalogSettingsArguments>();
  CLI::App& verb = add_verb(settings, context, name, help, false,
                            [&context, arguments, action] { return action(context, *arguments); });
  if (names)
    verb.add_option("name", arguments->name, fmt::format("{}", fmt::join(laboratory_setting_names(), ", ")))
        ->required();
  if (action == set) verb.add_option("file", arguments->file, "JSON file")->required()->check(CLI::ExistingFile);
  add_catalog_flags(verb, arguments->catalog, action == set || action == reset);
}

}  // namespace

void add_catalog_settings(CLI::App& catalog, Context& context) {
  CLI::App& settings =
      *catalog.add_subcommand("settings", "What all stations share: pages of the report, classes, codes, delivery");
  settings.require_subcommand(1);
  add(settings, context, "list", "Which of them the laboratory has changed", list, false);
  add(settings, context, "show", "One of them, as JSON", show, true);
  add(settings, context, "set", "Take one from a file (administrators)", set, true);
  add(settings, context, "reset", "Back to the one that ships (administrators)", reset, true);
}

}  // namespace tomocyte
