#include "ui/laboratory/password_fields.h"

#include <QFormLayout>
#include <QLineEdit>

namespace tomocyte {
namespace {

QLineEdit* secretField(const QString& name) {
  auto* field = new QLineEdit;
  field->setObjectName(name);
  field->setEchoMode(QLineEdit::Password);
  return field;
}

}  // namespace

PasswordFields::PasswordFields(QFormLayout& form, const QString& prefix)
    : password_(secretField(prefix + " password")), repeated_(secretField(prefix + " repeated")) {
  form.addRow(tr("New &password"), password_);
  form.addRow(tr("&Repeat the password"), repeated_);
}

QString PasswordFields::problem() const {
  if (password_->text().isEmpty()) return tr("Type a password.");
  return password_->text() == repeated_->text() ? QString() : tr("The two passwords differ. Type them again.");
}

std::string PasswordFields::password() const { return password_->text().toStdString(); }

void PasswordFields::clear() {
  password_->clear();
  repeated_->clear();
}

}  // namespace tomocyte
