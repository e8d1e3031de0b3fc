#include "ui/laboratory/users_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

#include "core/catalog/users.h"
#include "ui/laboratory/local_time.h"
#include "ui/laboratory/password_fields.h"
#include "ui/samples/catalog_thread.h"

namespace tomocyte {
namespace {

enum Columns { kAccount, kFullName, kRole, kState, kColumns };
enum Forms { kNone, kNewAccount, kNewPassword };
constexpr Role kRoles[] = {Role::kTechnician, Role::kReviewer, Role::kAdministrator};

QString stateText(const User& user) {
  if (!user.enabled) return UsersDialog::tr("disabled");
  if (user.failed_attempts >= kFailedAttemptsAllowed)
    return UsersDialog::tr("locked until %1").arg(localTime(user.locked_until_utc));
  return UsersDialog::tr("enabled");
}

QLineEdit* namedField(const char* name) {
  auto* field = new QLineEdit;
  field->setObjectName(QString::fromUtf8(name));
  return field;
}

}  // namespace

QString roleText(Role role) {
  switch (role) {
    case Role::kTechnician:
      return UsersDialog::tr("technician: imports and reviews cells");
    case Role::kReviewer:
      return UsersDialog::tr("reviewer: reviews cells and signs reports");
    case Role::kAdministrator:
      break;
  }
  return UsersDialog::tr("administrator: people and settings, reviews nothing");
}

UsersDialog::UsersDialog(CatalogThread* catalog, QWidget* parent) : QDialog(parent), catalog_(catalog) {
  setWindowTitle(tr("Users"));
  resize(760, 520);
  table_ = new QTableWidget(0, kColumns);
  table_->setObjectName(QStringLiteral("users"));
  table_->setHorizontalHeaderLabels({tr("Account"), tr("Full name"), tr("Role"), tr("State")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setAlternatingRowColors(true);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(kFullName, QHeaderView::Stretch);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &UsersDialog::updateButtons);
  forms_ = new QStackedWidget;
  forms_->addWidget(new QWidget);
  forms_->addWidget(buildNewAccount());
  forms_->addWidget(buildNewPassword());
  said_ = new QLabel;
  said_->setObjectName(QStringLiteral("users said"));
  said_->setWordWrap(true);
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close);
  close->button(QDialogButtonBox::Close)->setAutoDefault(false);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(table_, 1);
  column->addWidget(buildButtons());
  column->addWidget(forms_);
  column->addWidget(said_);
  column->addWidget(close);
  showForm(kNone);
  updateButtons();
}

UsersDialog::~UsersDialog() = default;

QWidget* UsersDialog::buildButtons() {
  const auto button = [](const QString& text) {
    auto* made = new QPushButton(text);
    made->setAutoDefault(false);
    return made;
  };
  add_ = button(tr("&New account…"));
  reset_ = button(tr("New &password…"));
  reset_->setToolTip(tr("For somebody who has forgotten it; also unlocks the account"));
  enable_ = button({});
  enable_->setObjectName(QStringLiteral("enable user"));
  role_ = new QToolButton;
  role_->setText(tr("Change the role"));
  role_->setPopupMode(QToolButton::InstantPopup);
  auto* roles = new QMenu(role_);
  for (const Role role : kRoles)
    roles->addAction(roleText(role), this, [this, role] {
      if (const User* user = chosen())
        change([name = user->name, role](Catalog& catalog) { set_role(catalog, name, role); },
               tr("%1 has a new role.").arg(QString::fromStdString(user->name)), user->name);
    });
  role_->setMenu(roles);
  connect(add_, &QPushButton::clicked, this, [this] { showForm(kNewAccount); });
  connect(reset_, &QPushButton::clicked, this, [this] { showForm(kNewPassword); });
  connect(enable_, &QPushButton::clicked, this, [this] {
    if (const User* user = chosen())
      change([name = user->name, on = !user->enabled](Catalog& catalog) { set_enabled(catalog, name, on); },
             (user->enabled ? tr("%1 can no longer sign in.") : tr("%1 can sign in again."))
                 .arg(QString::fromStdString(user->name)),
             user->name);
  });
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  for (QWidget* part : std::initializer_list<QWidget*>{add_, reset_, role_, enable_}) row->addWidget(part);
  row->addStretch();
  return bar;
}

QWidget* UsersDialog::buildNewAccount() {
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  form->addRow(tr("&Full name"), fullName_ = namedField("new account full name"));
  fullName_->setPlaceholderText(tr("as it stands under a report"));
  form->addRow(tr("&Account"), name_ = namedField("new account"));
  name_->setPlaceholderText(tr("without spaces; what one signs in with"));
  newRole_ = new QComboBox;
  for (const Role role : kRoles) newRole_->addItem(roleText(role));
  form->addRow(tr("R&ole"), newRole_);
  newFields_ = std::make_unique<PasswordFields>(*form, tr("new account"));
  auto* go = new QPushButton(tr("Add the account"));
  go->setObjectName(QStringLiteral("add account"));
  go->setAutoDefault(false);
  connect(go, &QPushButton::clicked, this, &UsersDialog::addAccount);
  connect(newFields_->second(), &QLineEdit::returnPressed, this, &UsersDialog::addAccount);
  form->addRow(QString(), go);
  return page;
}

QWidget* UsersDialog::buildNewPassword() {
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  form->addRow(tr("Account"), whose_ = new QLabel);
  resetFields_ = std::make_unique<PasswordFields>(*form, QStringLiteral("reset"));
  auto* go = new QPushButton(tr("Set the password"));
  go->setAutoDefault(false);
  connect(go, &QPushButton::clicked, this, &UsersDialog::resetPassword);
  connect(resetFields_->second(), &QLineEdit::returnPressed, this, &UsersDialog::resetPassword);
  form->addRow(QString(), go);
  return page;
}

void UsersDialog::showForm(int form) {
  said_->clear();
  newFields_->clear();
  resetFields_->clear();
  forms_->setCurrentIndex(form);
  forms_->setVisible(form != kNone);
  if (form == kNewAccount) {
    name_->clear();
    fullName_->clear();
    fullName_->setFocus();
  }
  if (const User* user = chosen(); user && form == kNewPassword) {
    resetName_ = user->name;
    whose_->setText(QString::fromStdString(user->name));
    resetFields_->first()->setFocus();
  }
}

void UsersDialog::addAccount() {
  said_->setText(newFields_->problem());
  if (!said_->text().isEmpty()) return;
  const NewUser user{name_->text().trimmed().toStdString(), fullName_->text().trimmed().toStdString(),
                     kRoles[newRole_->currentIndex()], newFields_->password()};
  change([user](Catalog& catalog) { add_user(catalog, user); },
         tr("%1 can sign in now.").arg(QString::fromStdString(user.name)), user.name);
}

void UsersDialog::resetPassword() {
  said_->setText(resetFields_->problem());
  if (!said_->text().isEmpty()) return;
  change([name = resetName_,
          password = resetFields_->password()](Catalog& catalog) { set_password(catalog, name, password); },
         tr("%1 has a new password.").arg(QString::fromStdString(resetName_)), resetName_);
}

void UsersDialog::change(std::function<void(Catalog&)> does, const QString& told, const std::string& select) {
  catalog_->post(
      [this, does = std::move(does), told, select](Catalog& catalog) -> CatalogThread::Finish {
        does(catalog);
        const auto users = std::make_shared<std::vector<User>>(list_users(catalog));
        return [this, users, told, select] {
          wanted_ = select;
          showUsers(std::move(*users));
          showForm(kNone);
          said_->setText(told);
        };
      },
      [this](const CatalogThread::Refusal& refusal) { said_->setText(refusal.text()); });
}

void UsersDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  showForm(kNone);
  refresh();
}

void UsersDialog::refresh() {
  catalog_->post([this](Catalog& catalog) -> CatalogThread::Finish {
    const auto users = std::make_shared<std::vector<User>>(list_users(catalog));
    return [this, users] { showUsers(std::move(*users)); };
  });
}

void UsersDialog::select(const std::string& name) {
  // The catalog keeps names in lower case.
  const auto found = std::ranges::find_if(users_, [wanted = QString::fromStdString(name)](const User& user) {
    return wanted.compare(QString::fromStdString(user.name), Qt::CaseInsensitive) == 0;
  });
  if (found != users_.end()) table_->selectRow(static_cast<int>(found - users_.begin()));
}

const User* UsersDialog::chosen() const {
  const QModelIndexList rows = table_->selectionModel()->selectedRows();
  return rows.isEmpty() ? nullptr : &users_[static_cast<std::size_t>(rows.front().row())];
}

void UsersDialog::showUsers(std::vector<User> users) {
  const User* before = chosen();
  const std::string wanted = !wanted_.empty() ? std::exchange(wanted_, {}) : before ? before->name : std::string();
  table_->clearSelection();
  users_ = std::move(users);
  table_->setRowCount(static_cast<int>(users_.size()));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const User& user = users_[static_cast<std::size_t>(row)];
    const QString texts[kColumns] = {QString::fromStdString(user.name), QString::fromStdString(user.full_name),
                                     roleText(user.role), stateText(user)};
    for (int column = 0; column < kColumns; ++column) {
      auto* item = new QTableWidgetItem(texts[column]);
      if (!user.enabled) item->setForeground(palette().brush(QPalette::Disabled, QPalette::Text));
      table_->setItem(row, column, item);
    }
  }
  select(wanted);
  updateButtons();
}

void UsersDialog::updateButtons() {
  const User* user = chosen();
  for (QWidget* button : std::initializer_list<QWidget*>{reset_, role_, enable_}) button->setEnabled(user);
  enable_->setText(user && !user->enabled ? tr("&Enable") : tr("&Disable"));
  enable_->setToolTip(tr("Accounts are never deleted: their names stand in the audit trail"));
  if (forms_->currentIndex() == kNewPassword) showForm(kNone);
}

}  // namespace tomocyte
