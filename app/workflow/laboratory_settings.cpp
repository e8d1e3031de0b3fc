#include "app/workflow/laboratory_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.h"
#include "core/files/text_file.h"

namespace tomocyte {
namespace {

void read_into(LaboratorySettings& settings, const std::string& name, const std::string& json) {
  if (name == kTemplateSetting) settings.layout = report_template_from_json(json);
  if (name == kClassesSetting) settings.classes = differential_table_from_json(json);
  if (name == kLoincSetting) settings.loinc = loinc_table_from_json(json);
  if (name == kDeliverySetting) settings.delivery = delivery_settings_from_json(json);
}

void check_name(const std::string& name) {
  const auto& names = laboratory_setting_names();
  if (std::find(names.begin(), names.end(), name) == names.end())
    throw InputError(fmt::format("the laboratory has no setting \"{}\"", name),
                     fmt::format("There are: {}.", fmt::join(names, ", ")));
}

}  // namespace

const std::vector<std::string>& laboratory_setting_names() {
  static const std::vector<std::string> names = {kTemplateSetting, kClassesSetting, kLoincSetting, kDeliverySetting};
  return names;
}

LaboratorySettings laboratory_settings(const Catalog& catalog) {
  LaboratorySettings settings;
  for (const Setting& setting : list_settings(catalog)) {
    if (setting.value.empty()) continue;
    try {
      read_into(settings, setting.name, setting.value);
    } catch (const InputError& error) {
      throw InputError(fmt::format("the laboratory's setting \"{}\": {}", setting.name, error.what()),
                       "An administrator corrects or resets it (Laboratory, or `tomocyte catalog settings`).");
    }
  }
  return settings;
}

std::string shipped_setting(const std::string& name) {
  check_name(name);
  const LaboratorySettings shipped;
  if (name == kTemplateSetting) return report_template_to_json(shipped.layout);
  if (name == kClassesSetting) return differential_table_to_json(shipped.classes);
  if (name == kLoincSetting) return loinc_table_to_json(shipped.loinc);
  return delivery_settings_to_json(shipped.delivery);
}

std::string setting_text(const Setting& setting) {
  return setting.value.empty() ? shipped_setting(setting.name) : setting.value;
}

void check_laboratory_setting(const std::string& name, const std::string& json) {
  check_name(name);
  LaboratorySettings read;
  read_into(read, name, json);
  if (name == kTemplateSetting && !read.layout.logo.empty())
    throw InputError(
        fmt::format("the logo is the file {}, which other computers do not have", read.layout.logo.string()),
        "Put the picture itself into the setting: data:image/png;base64,…");
}

std::string setting_from_file(const std::string& name, const std::filesystem::path& file) {
  std::string text = read_text_file(file);
  if (name == kTemplateSetting) {
    ReportTemplate layout = report_template_from_json(text);
    if (!layout.logo.empty()) {
      layout.logo_data = logo_data_of(layout.logo.is_absolute() ? layout.logo : file.parent_path() / layout.logo);
      layout.logo.clear();
      text = report_template_to_json(layout);
    }
  }
  check_laboratory_setting(name, text);
  return text;
}

Setting set_laboratory_setting(Catalog& catalog, const std::string& name, const std::string& json,
                               std::int64_t revision) {
  check_laboratory_setting(name, json);
  return set_setting(catalog, name, json, revision);
}

}  // namespace tomocyte
