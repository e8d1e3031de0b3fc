#include "core/catalog/settings.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <span>

#include "core/catalog/catalog_error.h"
#include "core/catalog/change.h"
#include "core/files/checksum.h"

namespace tomocyte {
namespace {

constexpr const char* kSelectSettings = "SELECT name, value, revision, changed_by, changed_utc FROM settings";

Setting read_setting(Statement& row) { return {row.text(), row.text(), row.integer(), row.text(), row.text()}; }

std::string checksum_of(const std::string& text) {
  return text.empty() ? "" : checksum(std::as_bytes(std::span(text)));
}

// Whole values may be long (a logo is in one): the trail has their checksums, by which every state can be recognised.
Setting change_setting(Catalog& catalog, const std::string& name, const std::string& value, std::int64_t revision) {
  Change change(catalog, Permission::kManageLaboratory);
  const Setting before = get_setting(catalog, name);
  if (before.revision != revision)
    throw ConflictError(fmt::format("{} has changed the laboratory's setting \"{}\" at {}", before.changed_by, name,
                                    before.changed_utc),
                        "Look at it as it is now and repeat your change.");
  change.database().run(
      "INSERT INTO settings (name, value, revision, changed_by, changed_utc) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT (name) DO UPDATE SET value = excluded.value, revision = excluded.revision, "
      "changed_by = excluded.changed_by, changed_utc = excluded.changed_utc",
      name, value, revision + 1, change.user().name, change.time_utc());
  change.audit(value.empty() ? "reset setting" : "set setting", "setting " + name,
               {{"revision", revision + 1}, {"from", checksum_of(before.value)}, {"to", checksum_of(value)}});
  change.commit();
  return get_setting(catalog, name);
}

}  // namespace

std::vector<Setting> list_settings(const Catalog& catalog) {
  Statement rows = catalog.database().run(fmt::format("{} ORDER BY name", kSelectSettings));
  std::vector<Setting> settings;
  while (rows.next()) settings.push_back(read_setting(rows));
  return settings;
}

Setting get_setting(const Catalog& catalog, const std::string& name) {
  Statement row = catalog.database().run(fmt::format("{} WHERE name = ?", kSelectSettings), name);
  if (row.next()) return read_setting(row);
  Setting unset;
  unset.name = name;
  return unset;
}

Setting set_setting(Catalog& catalog, const std::string& name, const std::string& json, std::int64_t revision) {
  if (!nlohmann::json::accept(json))
    throw InputError(fmt::format("the laboratory's setting \"{}\" is not JSON", name), "Check the file.");
  return change_setting(catalog, name, json, revision);
}

Setting reset_setting(Catalog& catalog, const std::string& name, std::int64_t revision) {
  return change_setting(catalog, name, {}, revision);
}

}  // namespace tomocyte
