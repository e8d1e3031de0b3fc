// The laboratory's settings as what they mean: the template of the report, the table of classes, LOINC codes and the
// delivery. What was not set in the catalog is what ships.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalog/settings.h"
#include "core/differential_table.h"
#include "core/report/delivery_settings.h"
#include "core/report/loinc_table.h"
#include "core/report/report_template.h"

namespace tomocyte {

inline constexpr const char* kTemplateSetting = "report-template";
inline constexpr const char* kClassesSetting = "classes";
inline constexpr const char* kLoincSetting = "loinc";
inline constexpr const char* kDeliverySetting = "delivery";
[[nodiscard]] const std::vector<std::string>& laboratory_setting_names();

struct LaboratorySettings {
  ReportTemplate layout = default_report_template();
  DifferentialTable classes = default_differential_table();
  LoincTable loinc = default_loinc_table();
  DeliverySettings delivery;
};

// Throws InputError that names the setting which this program cannot read; CatalogError.
[[nodiscard]] LaboratorySettings laboratory_settings(const Catalog& catalog);

// As JSON, however it came about. Throws InputError: no such name.
[[nodiscard]] std::string shipped_setting(const std::string& name);
[[nodiscard]] std::string setting_text(const Setting& setting);

// Throws InputError that says what is wrong in it, as the functions that read it do; a logo that is a file of one
// computer.
void check_laboratory_setting(const std::string& name, const std::string& json);

// The text of a file, checked. Of a template whose logo is a file, the picture itself is put in. Throws FileError,
// InputError.
[[nodiscard]] std::string setting_from_file(const std::string& name, const std::filesystem::path& file);

// Checked first. `revision`: see set_setting().
Setting set_laboratory_setting(Catalog& catalog, const std::string& name, const std::string& json,
                               std::int64_t revision);

}  // namespace tomocyte
