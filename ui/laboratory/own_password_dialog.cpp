#include "ui/laboratory/own_password_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/catalog/users.h"
#include "ui/laboratory/password_fields.h"
#include "ui/samples/catalog_thread.h"

namespace tomocyte {

OwnPasswordDialog::OwnPasswordDialog(CatalogThread* catalog, QWidget* parent) : QDialog(parent), catalog_(catalog) {
  setWindowTitle(tr("Change my password"));
  present_ = new QLineEdit;
  present_->setObjectName(QStringLiteral("present password"));
  present_->setEchoMode(QLineEdit::Password);
  present_->setMinimumWidth(260);
  auto* form = new QFormLayout;
  form->addRow(tr("Password &until now"), present_);
  fields_ = std::make_unique<PasswordFields>(*form, QStringLiteral("own"));
  refusal_ = new QLabel;
  refusal_->setObjectName(QStringLiteral("own password refusal"));
  refusal_->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  change_ = buttons->addButton(tr("Change the password"), QDialogButtonBox::AcceptRole);
  change_->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &OwnPasswordDialog::submit);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(refusal_);
  column->addWidget(buttons);
}

OwnPasswordDialog::~OwnPasswordDialog() = default;

void OwnPasswordDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  present_->clear();
  fields_->clear();
  refusal_->clear();
  present_->setFocus();
}

void OwnPasswordDialog::submit() {
  refusal_->setText(fields_->problem());
  if (!refusal_->text().isEmpty()) return;
  change_->setEnabled(false);
  catalog_->post(
      [this, old = present_->text().toStdString(),
       wanted = fields_->password()](Catalog& catalog) -> CatalogThread::Finish {
        confirm_password(catalog, old);
        set_password(catalog, catalog.user()->name, wanted);
        return [this] {
          change_->setEnabled(true);
          Q_EMIT message(tr("Your password was changed."));
          accept();
        };
      },
      [this](const CatalogThread::Refusal& refusal) {
        change_->setEnabled(true);
        refusal_->setText(refusal.text());
      });
}

}  // namespace tomocyte
