// The menu of what the laboratory sets up: people, passwords.
#include <QMenu>
#include <QToolButton>

#include "core/catalog/permission.h"
#include "ui/laboratory/own_password_dialog.h"
#include "ui/laboratory/users_dialog.h"
#include "ui/samples/samples_view.h"

namespace tomocyte {
namespace {

// Beside the work, never before it: no dialog of this menu stops the window.
void bringUp(QDialog* dialog) {
  dialog->show();
  dialog->raise();
  dialog->activateWindow();
}

}  // namespace

QWidget* SamplesView::buildLaboratoryMenu() {
  users_ = new UsersDialog(catalog_, this);
  ownPassword_ = new OwnPasswordDialog(catalog_, this);
  connect(ownPassword_, &OwnPasswordDialog::message, this, &SamplesView::message);
  laboratory_ = new QToolButton;
  laboratory_->setObjectName(QStringLiteral("laboratory"));
  laboratory_->setText(tr("Laboratory"));
  laboratory_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(laboratory_);
  showUsers_ = menu->addAction(tr("Users…"), this, [this] { bringUp(users_); });
  menu->addAction(tr("Change my password…"), this, [this] { bringUp(ownPassword_); });
  menu->setToolTipsVisible(true);
  laboratory_->setMenu(menu);
  return laboratory_;
}

void SamplesView::updateLaboratoryMenu() {
  const bool manages = user_ && may(user_->role, Permission::kManageUsers);
  showUsers_->setEnabled(manages);
  showUsers_->setToolTip(manages ? QString() : tr("Only an administrator adds and changes people"));
}

// What the next person must not see.
void SamplesView::closeLaboratory() {
  for (QDialog* dialog : {static_cast<QDialog*>(users_), static_cast<QDialog*>(ownPassword_)}) dialog->hide();
}

}  // namespace tomocyte
