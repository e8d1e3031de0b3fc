// What the laboratory has set for all its stations: named texts (JSON), of which the catalog knows no more than the
// name. A name that was never set, or was reset, has an empty value: what ships with the program counts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tomocyte {

struct Setting {
  std::string name;
  std::string value;          // JSON; empty: what ships
  std::int64_t revision = 0;  // grows with every change; 0: never set
  std::string changed_by;
  std::string changed_utc;
};

// Those that were ever set, by name.
[[nodiscard]] std::vector<Setting> list_settings(const Catalog& catalog);
// One that was never set has revision 0.
[[nodiscard]] Setting get_setting(const Catalog& catalog, const std::string& name);

// `revision` is that of the setting one saw. Throws ConflictError that says who has changed it since; InputError (no
// JSON), PermissionError (administrators only).
Setting set_setting(Catalog& catalog, const std::string& name, const std::string& json, std::int64_t revision);
// Back to what ships. Throws likewise.
Setting reset_setting(Catalog& catalog, const std::string& name, std::int64_t revision);

}  // namespace tomocyte
