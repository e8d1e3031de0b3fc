// People of the laboratory, in the window.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "core/catalog/audit.h"
#include "desk_fixture.h"
#include "test_application.h"
#include "ui/laboratory/own_password_dialog.h"
#include "ui/laboratory/users_dialog.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("an administrator adds, disables and changes people in the window, and gives new passwords", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  desk.signIn("lee");
  CHECK_FALSE(desk.action("Users…")->isEnabled());
  desk.signIn("admin");
  desk.action("Users…")->trigger();
  auto& users = *desk.view.findChild<UsersDialog*>();
  waitFor([&] { return users.users().size() == 3; });
  auto* said = desk.find<QLabel>("users said");

  press(users, "&New account…");
  desk.type("new account", "Choi");
  desk.type("new account full name", "Choi Yu-na");
  desk.find<QLineEdit>("new account password")->setText("first password");
  desk.find<QLineEdit>("new account repeated")->setText("another one");
  desk.click("add account");
  CHECK(said->text().contains("differ"));
  desk.find<QLineEdit>("new account repeated")->setText("first password");
  keepPicture(users, "users-new-account");
  desk.click("add account");
  waitFor([&] { return users.users().size() == 4; });
  CHECK(said->text().contains("can sign in"));
  CHECK(find_user(desk.other(), "choi")->full_name == "Choi Yu-na");
  CHECK(find_user(desk.other(), "choi")->role == Role::kTechnician);

  users.select("lee");
  desk.click("enable user");
  waitFor([&] { return !find_user(desk.other(), "lee")->enabled; });
  waitFor([&] { return said->text().contains("can no longer sign in"); });
  keepPicture(users, "users");
  desk.click("enable user");
  waitFor([&] { return find_user(desk.other(), "lee")->enabled; });

  users.select("lee");
  desk.action("reviewer: reviews cells and signs reports")->trigger();
  waitFor([&] { return find_user(desk.other(), "lee")->role == Role::kReviewer; });

  users.select("choi");
  press(users, "New &password…");
  for (const char* field : {"reset password", "reset repeated"})
    users.findChild<QLineEdit*>(field)->setText("second password");
  press(users, "Set the password");
  waitFor([&] { return said->text().contains("new password"); });
  Catalog station = desk.catalog.open();
  CHECK_NOTHROW(sign_in(station, "choi", "second password"));

  // The catalog's own refusal is shown, and nothing has changed.
  users.select("admin");
  desk.click("enable user");
  waitFor([&] { return said->text().contains("last administrator"); });
  CHECK(find_user(station, "admin")->enabled);
  CHECK(verify_audit(station).intact());

  desk.view.lock("Locked.");
  CHECK_FALSE(users.isVisible());
}

TEST_CASE("people change their own password in the window, who know the old one", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  desk.signIn("lee");
  desk.action("Change my password…")->trigger();
  auto& dialog = *desk.view.findChild<OwnPasswordDialog*>();
  const auto submit = [&](const char* old) {
    desk.type("present password", old);
    for (const char* field : {"own password", "own repeated"}) desk.type(field, "battery staple");
    press(dialog, "Change the password");
  };
  submit("not mine");
  waitFor([&] { return desk.find<QLabel>("own password refusal")->text().contains("wrong"); });
  keepPicture(dialog, "own-password");
  Catalog station = desk.catalog.open();
  CHECK_NOTHROW(sign_in(station, "lee", kPassword));
  submit(kPassword);
  waitFor([&] { return !dialog.isVisible(); });
  CHECK_NOTHROW(sign_in(station, "lee", "battery staple"));
}
