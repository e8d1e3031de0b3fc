// The laboratory's accounts, for its administrators: who may work here, as what, and new passwords.
#pragma once

#include <QDialog>
#include <functional>
#include <memory>
#include <vector>

#include "core/catalog/records.h"

class QLabel;
class QLineEdit;
class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace tomocyte {

class Catalog;
class CatalogThread;
class PasswordFields;

class UsersDialog : public QDialog {
  Q_OBJECT
 public:
  UsersDialog(CatalogThread* catalog, QWidget* parent);
  ~UsersDialog() override;

  // Reads the accounts anew; so does showing the dialog.
  void refresh();
  // As the catalog had them last.
  [[nodiscard]] const std::vector<User>& users() const { return users_; }
  void select(const std::string& name);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  [[nodiscard]] QWidget* buildButtons();
  [[nodiscard]] QWidget* buildNewAccount();
  [[nodiscard]] QWidget* buildNewPassword();
  [[nodiscard]] const User* chosen() const;  // null: none
  void showUsers(std::vector<User> users);
  void updateButtons();
  void showForm(int form);
  void addAccount();
  void resetPassword();
  // In the catalog's thread; then the accounts are read anew, and the form is closed.
  void change(std::function<void(Catalog&)> does, const QString& told, const std::string& select);

  CatalogThread* catalog_;
  std::vector<User> users_;
  std::string wanted_;  // account that is chosen when the accounts have been read
  QTableWidget* table_;
  QPushButton* add_ = nullptr;
  QPushButton* reset_ = nullptr;
  QPushButton* enable_ = nullptr;
  QToolButton* role_ = nullptr;
  QStackedWidget* forms_;
  QLineEdit* name_ = nullptr;
  QLineEdit* fullName_ = nullptr;
  QComboBox* newRole_ = nullptr;
  QLabel* whose_ = nullptr;
  std::string resetName_;  // account that the form of the new password is for
  std::unique_ptr<PasswordFields> newFields_;
  std::unique_ptr<PasswordFields> resetFields_;
  QLabel* said_;
};

// "reviewer: reviews cells and signs", for people.
[[nodiscard]] QString roleText(Role role);

}  // namespace tomocyte
