#include "core/catalog/users.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/catalog/append_audit.h"
#include "core/catalog/catalog_error.h"
#include "core/catalog/change.h"

namespace tomocyte {
namespace {

constexpr const char* kUserColumns = "id, name, full_name, role, enabled, failed_attempts, locked_until_utc";

User read_user(Statement& row) {
  return {row.integer(), row.text(), row.text(), role_from(row.text()), row.flag(), row.small(), row.text()};
}

// One spelling per account, so that "Kim" and "kim" cannot be two people in the audit trail.
std::string account_name(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return name;
}

User existing_user(const Catalog& catalog, const std::string& name) {
  if (auto user = find_user(catalog, name)) return *user;
  throw InputError(fmt::format("there is no user \"{}\"", name), "`tomocyte catalog users list` shows them.");
}

void check_name(const NewUser& user) {
  const bool readable = !user.name.empty() && std::none_of(user.name.begin(), user.name.end(), [](char letter) {
    return static_cast<unsigned char>(letter) <= ' ' || letter == 127;
  });
  if (!readable)
    throw InputError(fmt::format("\"{}\" cannot be a user's name", user.name), "Give a name without spaces.");
}

User insert_user(const Catalog& catalog, const NewUser& user, const std::string& hash) {
  const std::string name = account_name(user.name);
  if (find_user(catalog, name))
    throw InputError(fmt::format("there is a user \"{}\" already", name), "Choose another name.");
  catalog.database().run(
      "INSERT INTO users (name, full_name, role, password, enabled, failed_attempts, locked_until_utc, created_utc) "
      "VALUES (?, ?, ?, ?, 1, 0, '', ?)",
      name, user.full_name.empty() ? user.name : user.full_name, to_string(user.role), hash, catalog.time_utc());
  return existing_user(catalog, name);
}

void refuse_last_administrator(const Catalog& catalog, const User& user) {
  Statement row = catalog.database().run(
      "SELECT count(*) FROM users WHERE role = 'administrator' AND enabled = 1 AND name <> ?", user.name);
  row.next();
  if (user.role == Role::kAdministrator && row.integer() == 0)
    throw InputError(fmt::format("{} is the last administrator", user.name), "Add another administrator first.");
}

std::string user_subject(const std::string& name) { return "user " + name; }

// Its own transaction, which stays when signing in is refused.
void count_failure(Catalog& catalog, const User& user) {
  Transaction transaction(catalog.database());
  const int failed = existing_user(catalog, user.name).failed_attempts + 1;
  const std::string locked_until = failed >= kFailedAttemptsAllowed ? catalog.time_utc(std::chrono::minutes(5)) : "";
  catalog.database().run("UPDATE users SET failed_attempts = ?, locked_until_utc = ? WHERE id = ?", failed,
                         locked_until, user.id);
  append_audit(catalog.database(), {catalog.time_utc(), user.name, "wrong password", user_subject(user.name),
                                    nlohmann::json({{"in_a_row", failed}}).dump()});
  transaction.commit();
}

std::string stored_password(const Catalog& catalog, const std::string& name) {
  Statement row = catalog.database().run("SELECT password FROM users WHERE name = ?", name);
  return row.next() ? row.text() : std::string();
}

// The user whose password this is, or a refusal.
User authenticate(Catalog& catalog, const std::string& name, const std::string& password) {
  const std::optional<User> user = find_user(catalog, name);
  if (user && user->locked_until_utc > catalog.time_utc())
    throw PermissionError(fmt::format("the account {} is locked until {} after {} wrong passwords", user->name,
                                      user->locked_until_utc, user->failed_attempts),
                          "Wait, or ask an administrator for a new password.");
  // A name that does not exist costs the same time, so that nobody can find out which do.
  const std::string stored =
      user ? stored_password(catalog, user->name) : hash_password("no such user", catalog.options().password);
  if (!password_fits(password, stored) || !user) {
    if (user) count_failure(catalog, *user);
    throw PermissionError("the name or the password is wrong", "Check both; passwords are case-sensitive.");
  }
  if (!user->enabled)
    throw PermissionError(fmt::format("the account {} is disabled", user->name), "Ask an administrator.");
  return *user;
}

}  // namespace

bool has_users(const Catalog& catalog) {
  Statement row = catalog.database().run("SELECT count(*) FROM users");
  row.next();
  return row.integer() > 0;
}

User create_first_administrator(Catalog& catalog, const NewUser& user) {
  check_name(user);
  const std::string hash = hash_password(user.password, catalog.options().password);
  Transaction transaction(catalog.database());
  if (has_users(catalog))
    throw PermissionError("the catalog has users already", "Sign in as an administrator to add another one.");
  NewUser administrator = user;
  administrator.role = Role::kAdministrator;
  const User created = insert_user(catalog, administrator, hash);
  append_audit(catalog.database(), {catalog.time_utc(), created.name, "create first administrator",
                                    user_subject(created.name), nlohmann::json::object().dump()});
  transaction.commit();
  catalog.set_user(created);
  return created;
}

User sign_in(Catalog& catalog, const std::string& name, const std::string& password) {
  const User user = authenticate(catalog, name, password);
  Transaction transaction(catalog.database());
  catalog.database().run("UPDATE users SET failed_attempts = 0, locked_until_utc = '' WHERE id = ?", user.id);
  append_audit(catalog.database(), {catalog.time_utc(), user.name, "sign in", user_subject(user.name), "{}"});
  transaction.commit();
  catalog.set_user(existing_user(catalog, user.name));
  return *catalog.user();
}

void sign_out(Catalog& catalog) { catalog.set_user(std::nullopt); }

void confirm_password(Catalog& catalog, const std::string& password) {
  if (!catalog.user()) throw PermissionError("nobody is signed in", "Sign in first.");
  static_cast<void>(authenticate(catalog, catalog.user()->name, password));
}

std::vector<User> list_users(const Catalog& catalog) {
  Statement rows = catalog.database().run(fmt::format("SELECT {} FROM users ORDER BY name", kUserColumns));
  std::vector<User> users;
  while (rows.next()) users.push_back(read_user(rows));
  return users;
}

std::optional<User> find_user(const Catalog& catalog, const std::string& name) {
  Statement row =
      catalog.database().run(fmt::format("SELECT {} FROM users WHERE name = ?", kUserColumns), account_name(name));
  return row.next() ? std::optional(read_user(row)) : std::nullopt;
}

User add_user(Catalog& catalog, const NewUser& user) {
  check_name(user);
  const std::string hash = hash_password(user.password, catalog.options().password);
  Change change(catalog, Permission::kManageUsers);
  User added = insert_user(catalog, user, hash);
  change.audit("add user", user_subject(added.name), {{"role", to_string(added.role)}, {"full_name", added.full_name}});
  change.commit();
  return added;
}

void set_role(Catalog& catalog, const std::string& name, Role role) {
  Change change(catalog, Permission::kManageUsers);
  const User user = existing_user(catalog, name);
  if (role != Role::kAdministrator) refuse_last_administrator(catalog, user);
  change.database().run("UPDATE users SET role = ? WHERE id = ?", to_string(role), user.id);
  change.audit("change role", user_subject(user.name), {{"from", to_string(user.role)}, {"to", to_string(role)}});
  change.commit();
}

void set_enabled(Catalog& catalog, const std::string& name, bool enabled) {
  Change change(catalog, Permission::kManageUsers);
  const User user = existing_user(catalog, name);
  if (!enabled) refuse_last_administrator(catalog, user);
  change.database().run("UPDATE users SET enabled = ? WHERE id = ?", enabled, user.id);
  change.audit(enabled ? "enable user" : "disable user", user_subject(user.name), nlohmann::json::object());
  change.commit();
}

void set_password(Catalog& catalog, const std::string& name, const std::string& password) {
  const bool own = catalog.user() && catalog.user()->name == account_name(name);
  const std::string hash = hash_password(password, catalog.options().password);
  Change change(catalog, own ? Permission::kManageSamples : Permission::kManageUsers);
  const User user = existing_user(catalog, name);
  change.database().run("UPDATE users SET password = ?, failed_attempts = 0, locked_until_utc = '' WHERE id = ?", hash,
                        user.id);
  change.audit("set password", user_subject(user.name), nlohmann::json::object());
  change.commit();
}

}  // namespace tomocyte
