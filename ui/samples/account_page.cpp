#include "ui/samples/account_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr int kWidth = 460;

NewUser userOf(const QLineEdit* fullName, const QLineEdit* name, const QLineEdit* password, Role role) {
  return {name->text().trimmed().toStdString(), fullName->text().trimmed().toStdString(), role,
          password->text().toStdString()};
}

}  // namespace

AccountPage::AccountPage(QWidget* parent) : QWidget(parent) {
  title_ = new QLabel;
  title_->setStyleSheet(QStringLiteral("font-size: 15pt; font-weight: bold"));
  text_ = new QLabel;
  text_->setWordWrap(true);
  refusal_ = new QLabel;
  refusal_->setObjectName(QStringLiteral("refusal"));
  refusal_->setWordWrap(true);
  setTone(*refusal_, Tone::kWarning);
  signIn_ = new QWidget;
  buildSignIn(*new QFormLayout(signIn_));
  accounts_ = new QWidget;
  buildFirst(*new QFormLayout(accounts_));
  go_ = new QPushButton;
  go_->setObjectName(QStringLiteral("account go"));
  connect(go_, &QPushButton::clicked, this, &AccountPage::submit);
  auto* box = new QWidget;
  box->setFixedWidth(kWidth);
  auto* column = new QVBoxLayout(box);
  column->setSpacing(10);
  for (QWidget* part : {static_cast<QWidget*>(title_), static_cast<QWidget*>(text_), signIn_, accounts_,
                        static_cast<QWidget*>(refusal_)})
    column->addWidget(part);
  column->addWidget(go_, 0, Qt::AlignRight);
  auto* whole = new QVBoxLayout(this);
  whole->addStretch(1);
  whole->addWidget(box, 0, Qt::AlignHCenter);
  whole->addStretch(2);
}

QLineEdit* AccountPage::addField(QFormLayout& form, const QString& label, const char* name, bool secret) {
  auto* field = new QLineEdit;
  field->setObjectName(QString::fromUtf8(name));
  if (secret) field->setEchoMode(QLineEdit::Password);
  connect(field, &QLineEdit::returnPressed, this, &AccountPage::submit);
  form.addRow(label, field);
  return field;
}

void AccountPage::buildSignIn(QFormLayout& form) {
  name_ = addField(form, tr("Account"), "user", false);
  password_ = addField(form, tr("Password"), "user password", true);
}

AccountPage::Fields AccountPage::addAccount(QFormLayout& form, const char* prefix, const QString& what) {
  auto* heading = new QLabel(what);
  heading->setContentsMargins(0, 10, 0, 2);
  form.addRow(heading);
  const auto named = [prefix](const char* field) { return QByteArray(prefix) + ' ' + field; };
  return {addField(form, tr("Full name"), named("full name"), false),
          addField(form, tr("Account"), named("account"), false),
          addField(form, tr("Password"), named("password"), true),
          addField(form, tr("Repeat the password"), named("repeated"), true)};
}

void AccountPage::buildFirst(QFormLayout& form) {
  reviewer_ = addAccount(form, "reviewer", tr("<b>You</b>, the reviewer who reviews cells and signs reports"));
  administrator_ = addAccount(form, "administrator", tr("<b>The administrator</b>, who adds people and signs nothing"));
  reviewer_.fullName->setPlaceholderText(tr("as it stands under a report"));
  administrator_.name->setText(QStringLiteral("admin"));
}

void AccountPage::askFirstAccounts(const QString& where) {
  first_ = true;
  title_->setText(tr("Welcome: the first accounts"));
  text_->setText(tr("A new sample catalog was made at %1.").arg(where));
  refusal_->clear();
  signIn_->hide();
  accounts_->show();
  go_->setText(tr("Create the accounts"));
  go_->show();
  reviewer_.fullName->setFocus();
}

void AccountPage::askSignIn(const QString& why) {
  first_ = false;
  title_->setText(tr("Sign in"));
  text_->setText(why);
  refusal_->clear();
  accounts_->hide();
  signIn_->show();
  password_->clear();
  go_->setText(tr("Sign in"));
  go_->show();
  (name_->text().isEmpty() ? name_ : password_)->setFocus();
}

void AccountPage::showWaiting(const QString& text) {
  title_->setText(tr("Samples"));
  text_->setText(text);
  refusal_->clear();
  for (QWidget* part : {signIn_, accounts_, static_cast<QWidget*>(go_)}) part->hide();
}

void AccountPage::showRefusal(const QString& text) {
  refusal_->setText(text);
  password_->clear();
}

void AccountPage::submit() {
  if (first_) return submitFirst();
  refusal_->clear();
  Q_EMIT signInWanted(name_->text().trimmed(), password_->text());
}

void AccountPage::submitFirst() {
  for (const Fields& account : {reviewer_, administrator_})
    if (account.password->text() != account.repeated->text())
      return showRefusal(tr("The two passwords of %1 differ. Type them again.").arg(account.name->text()));
  for (const Fields& account : {reviewer_, administrator_})
    if (const QString name = account.name->text().trimmed(); name.isEmpty() || name.contains(' '))
      return showRefusal(tr("Give both accounts a name without spaces."));
  if (reviewer_.name->text().trimmed() == administrator_.name->text().trimmed())
    return showRefusal(tr("Give the two accounts different names."));
  refusal_->clear();
  name_->setText(reviewer_.name->text().trimmed());
  Q_EMIT firstAccountsWanted(
      userOf(administrator_.fullName, administrator_.name, administrator_.password, Role::kAdministrator),
      userOf(reviewer_.fullName, reviewer_.name, reviewer_.password, Role::kReviewer));
}

}  // namespace tomocyte
