// Who works with the catalog: accounts, roles, passwords, signing in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tomocyte {

struct NewUser {
  std::string name;       // without spaces; upper and lower case are the same
  std::string full_name;  // as it stands under a report
  Role role = Role::kTechnician;
  std::string password;
};

// After this many wrong passwords in a row the account is locked for five minutes, and again after each further one.
inline constexpr int kFailedAttemptsAllowed = 5;

[[nodiscard]] bool has_users(const Catalog& catalog);
// Only while there are no users; signs the administrator in. Throws PermissionError, InputError.
User create_first_administrator(Catalog& catalog, const NewUser& user);

// Throws PermissionError: wrong name or password, locked, disabled. Failed attempts are counted and audited.
User sign_in(Catalog& catalog, const std::string& name, const std::string& password);
void sign_out(Catalog& catalog);
// The password of the user who is signed in, asked again before something weighty. Throws PermissionError like
// sign_in().
void confirm_password(Catalog& catalog, const std::string& password);

[[nodiscard]] std::vector<User> list_users(const Catalog& catalog);
[[nodiscard]] std::optional<User> find_user(const Catalog& catalog, const std::string& name);

// The rest is the administrators'. Throws PermissionError, InputError (unusable name or password, no such user, the
// last administrator).
User add_user(Catalog& catalog, const NewUser& user);
void set_role(Catalog& catalog, const std::string& name, Role role);
// Users are never deleted: their names stand in the audit trail.
void set_enabled(Catalog& catalog, const std::string& name, bool enabled);
// Also unlocks the account. One's own password needs no role.
void set_password(Catalog& catalog, const std::string& name, const std::string& password);

}  // namespace tomocyte
