// A new password, typed twice, as two rows of a form.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

class QFormLayout;
class QLineEdit;

namespace tomocyte {

class PasswordFields {
  Q_DECLARE_TR_FUNCTIONS(PasswordFields)
 public:
  // `prefix` begins the object names of the two fields: "new account password", "new account repeated".
  PasswordFields(QFormLayout& form, const QString& prefix);

  // What is wrong; empty: nothing that can be seen here (the catalog has rules of its own).
  [[nodiscard]] QString problem() const;
  [[nodiscard]] std::string password() const;
  void clear();
  [[nodiscard]] QLineEdit* first() const { return password_; }
  [[nodiscard]] QLineEdit* second() const { return repeated_; }

 private:
  QLineEdit* password_;
  QLineEdit* repeated_;
};

}  // namespace tomocyte
