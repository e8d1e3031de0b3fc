// tomocyte catalog users: accounts of the sample database.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/ask_password.h"
#include "app/verbs/catalog_choice.h"
#include "app/verbs/verbs.h"
#include "core/catalog/users.h"
#include "core/error.h"

namespace tomocyte {
namespace {

struct CatalogUsersArguments {
  CatalogChoice catalog;
  std::string name;
  std::string full_name;
  std::string role = "technician";
};

nlohmann::ordered_json user_json(const User& user) {
  return {{"name", user.name},
          {"full_name", user.full_name},
          {"role", to_string(user.role)},
          {"enabled", user.enabled},
          {"failed_attempts", user.failed_attempts},
          {"locked_until_utc", user.locked_until_utc}};
}

std::string user_text(const User& user) {
  return fmt::format("{:<16} {:<14} {}{}{}", user.name, to_string(user.role), user.full_name,
                     user.enabled ? "" : "  DISABLED",
                     user.locked_until_utc.empty() ? "" : "  locked until " + user.locked_until_utc);
}

int list(const Context& context, const CatalogUsersArguments& arguments) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text;
  for (const User& user : list_users(open_catalog(arguments.catalog))) {
    json.push_back(user_json(user));
    text += user_text(user) + "\n";
  }
  print_result(context, json.dump(2),
               text.empty() ? "No users yet; the first that is added is the administrator." : text);
  return kSuccess;
}

// Twice, because nobody sees what is typed.
std::string ask_new_password(const std::string& name) {
  const std::string password = ask_password("New password of " + name);
  if (ask_password("The same again") != password) throw InputError("the two passwords differ", "Try again.");
  return password;
}

void sign_in_administrator(Catalog& catalog, const CatalogChoice& choice) {
  if (choice.user.empty())
    throw InputError("the catalog has users already", "Name the administrator who does this (--user).");
  sign_in(catalog, choice.user, ask_password("Password of " + choice.user));
}

int add(const Context& context, const CatalogUsersArguments& arguments) {
  Catalog catalog(chosen_location(arguments.catalog));
  const bool first = !has_users(catalog);
  if (!first) sign_in_administrator(catalog, arguments.catalog);
  const NewUser wanted = {arguments.name, arguments.full_name, role_from(arguments.role),
                          ask_new_password(arguments.name)};
  const User user = first ? create_first_administrator(catalog, wanted) : add_user(catalog, wanted);
  print_result(context, user_json(user).dump(2), user_text(user));
  return kSuccess;
}

// What changes one account, with the administrator signed in.
int change(const Context& context, const CatalogUsersArguments& arguments,
           const std::function<void(Catalog&)>& action) {
  Catalog catalog = open_signed_in(arguments.catalog);
  action(catalog);
  const auto user = find_user(catalog, arguments.name);
  print_result(context, user_json(*user).dump(2), user_text(*user));
  return kSuccess;
}

void add_change(CLI::App& users, Context& context, const char* verb, const char* help,
                const std::function<void(Catalog&, const CatalogUsersArguments&)>& action) {
  const auto arguments = std::make_shared<CatalogUsersArguments>();
  CLI::App& changing = add_verb(users, context, verb, help, false, [&context, arguments, action] {
    return change(context, *arguments, [&](Catalog& catalog) { action(catalog, *arguments); });
  });
  changing.add_option("name", arguments->name, "Whose account")->required();
  if (std::string(verb) == "role")
    changing.add_option("role", arguments->role, "technician, reviewer or administrator")->required();
  add_catalog_flags(changing, arguments->catalog, true);
}

}  // namespace

void add_catalog_users(CLI::App& catalog, Context& context) {
  CLI::App& users = *catalog.add_subcommand("users", "Accounts and roles");
  users.require_subcommand(1);
  const auto listed = std::make_shared<CatalogUsersArguments>();
  CLI::App& listing =
      add_verb(users, context, "list", "Every account", false, [&context, listed] { return list(context, *listed); });
  add_catalog_flags(listing, listed->catalog, false);

  const auto added = std::make_shared<CatalogUsersArguments>();
  CLI::App& addition =
      add_verb(users, context, "add", "Add a user; the first one of a new catalog is its administrator", false,
               [&context, added] { return add(context, *added); });
  addition.add_option("name", added->name, "What the user signs in with")->required();
  addition.add_option("--full-name", added->full_name, "As it stands under a report");
  addition.add_option("--role", added->role, "technician, reviewer or administrator [technician]");
  addition.add_option("--user", added->catalog.user, "The administrator who adds; not for the first user");
  add_catalog_flags(addition, added->catalog, false);

  add_change(users, context, "role", "Change a user's role",
             [](Catalog& open, const CatalogUsersArguments& a) { set_role(open, a.name, role_from(a.role)); });
  add_change(users, context, "disable", "Close an account; its name stays in the audit trail",
             [](Catalog& open, const CatalogUsersArguments& a) { set_enabled(open, a.name, false); });
  add_change(users, context, "enable", "Open a closed account again",
             [](Catalog& open, const CatalogUsersArguments& a) { set_enabled(open, a.name, true); });
  add_change(
      users, context, "password", "Set a new password, one's own or as administrator; unlocks the account",
      [](Catalog& open, const CatalogUsersArguments& a) { set_password(open, a.name, ask_new_password(a.name)); });
}

}  // namespace tomocyte
