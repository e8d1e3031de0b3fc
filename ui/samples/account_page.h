// Who works: signing in, and at the very first start the two accounts that a laboratory begins with.
#pragma once

#include <QWidget>

#include "core/catalog/users.h"

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tomocyte {

class AccountPage : public QWidget {
  Q_OBJECT
 public:
  explicit AccountPage(QWidget* parent = nullptr);

  // `where` is the catalog, for the user.
  void askFirstAccounts(const QString& where);
  // `why`: "Locked after 10 minutes without a key"; may be empty. The last user's name stays.
  void askSignIn(const QString& why);
  // Nothing can be typed: "Opening the catalog…".
  void showWaiting(const QString& text);
  // What was refused; the fields stay as they are, but for the password.
  void showRefusal(const QString& text);

 Q_SIGNALS:
  void signInWanted(const QString& name, const QString& password);
  void firstAccountsWanted(const tomocyte::NewUser& administrator, const tomocyte::NewUser& reviewer);

 private:
  QLineEdit* addField(QFormLayout& form, const QString& label, const char* name, bool secret);
  void buildSignIn(QFormLayout& form);
  void buildFirst(QFormLayout& form);
  void submit();
  void submitFirst();

  bool first_ = false;
  QLabel* title_;
  QLabel* text_;
  QLabel* refusal_;
  QWidget* signIn_;
  QWidget* accounts_;
  QPushButton* go_;
  QLineEdit* name_ = nullptr;
  QLineEdit* password_ = nullptr;
  struct Fields {
    QLineEdit* fullName = nullptr;
    QLineEdit* name = nullptr;
    QLineEdit* password = nullptr;
    QLineEdit* repeated = nullptr;
  };
  Fields addAccount(QFormLayout& form, const char* prefix, const QString& what);
  Fields reviewer_;
  Fields administrator_;
};

}  // namespace tomocyte
