#include "core/catalog/change.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/catalog/append_audit.h"
#include "core/catalog/catalog_error.h"
#include "core/catalog/users.h"

namespace tomocyte {
namespace {

// As the database knows the user now: an administrator may have changed the account since the sign-in.
User present_user(const Catalog& catalog, Permission permission) {
  if (!catalog.user())
    throw PermissionError(fmt::format("nobody is signed in; one must be to {}", describe(permission)),
                          "Sign in first.");
  const std::optional<User> user = find_user(catalog, catalog.user()->name);
  if (!user || !user->enabled)
    throw PermissionError(fmt::format("the account {} is disabled", catalog.user()->name), "Ask an administrator.");
  if (!may(user->role, permission))
    throw PermissionError(
        fmt::format("{} is {} and may not {}", user->name, to_string(user->role), describe(permission)),
        "Sign in as somebody who may, or ask an administrator for another role.");
  return *user;
}

}  // namespace

Change::Change(Catalog& catalog, Permission permission)
    : database_(catalog.database()),
      transaction_(database_),
      user_(present_user(catalog, permission)),
      time_utc_(catalog.time_utc()) {}

void Change::touch_sample(RecordId sample) const {
  database_.run("UPDATE samples SET revision = revision + 1 WHERE id = ?", sample);
}

void Change::audit(const std::string& action, const std::string& subject, const nlohmann::json& detail) const {
  append_audit(database_, {time_utc_, user_.name, action, subject,
                           detail.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)});
}

}  // namespace tomocyte
