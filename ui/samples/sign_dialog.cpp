#include "ui/samples/sign_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme.h"

namespace tomocyte {
namespace {

QString whatIsSigned(const SampleReport& report, const QString& signer) {
  const Report& r = report.collected.report;
  const QString what =
      r.amends.empty()
          ? QCoreApplication::translate("sign_dialog", "<b>Sample %1</b>%2, report %3, version %4")
          : QCoreApplication::translate("sign_dialog", "<b>Sample %1</b>%2, report %3, version %4, amends version %5");
  const QString cells = QCoreApplication::translate("sign_dialog", "%1 white cells of %2 cells");
  const QString of = what.arg(QString::fromStdString(r.sample_id).toHtmlEscaped(), r.simulated ? " (SIMULATED)" : "",
                              QString::fromStdString(r.report_id).toHtmlEscaped())
                         .arg(r.version);
  return (r.amends.empty() ? of : of.arg(r.version - 1)) + "<br>" +
         cells.arg(r.differential.white_cells).arg(report.sample.counts.cells) + "<br>" +
         QCoreApplication::translate("sign_dialog", "Signed by %1").arg(signer.toHtmlEscaped());
}

QLineEdit* reasonField(const char* name) {
  auto* field = new QLineEdit;
  field->setObjectName(QString::fromUtf8(name));
  field->setPlaceholderText(QCoreApplication::translate("sign_dialog", "stands in the report"));
  field->setMinimumWidth(320);
  return field;
}

}  // namespace

SignDialog::SignDialog(const SampleReport& report, const QString& signer, QWidget* parent) : QDialog(parent) {
  const bool amends = report.collected.report.version > 1;
  const SampleCounts& counts = report.sample.counts;
  const int left = counts.cells - counts.reviewed;
  setWindowTitle(amends ? tr("Sign the amendment") : tr("Sign the report"));
  auto* form = new QFormLayout;
  if (amends) form->addRow(tr("Why it is &amended"), amendment_ = reasonField("amendment reason"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(new QLabel(whatIsSigned(report, signer)));
  if (left > 0 || counts.unidentified > 0) {
    auto* warning =
        new QLabel(QCoreApplication::translate(
                       "sign_dialog",
                       "%1 of %2 cells are not reviewed, %3 are unidentified. Review them first, or say why the "
                       "report is signed all the same.")
                       .arg(left)
                       .arg(counts.cells)
                       .arg(counts.unidentified));
    warning->setWordWrap(true);
    setTone(*warning, Tone::kWarning);
    column->addWidget(warning);
    form->addRow(tr("&Reason"), override_ = reasonField("override reason"));
  }
  password_ = new QLineEdit;
  password_->setObjectName(QStringLiteral("password"));
  password_->setEchoMode(QLineEdit::Password);
  form->addRow(tr("Your &password"), password_);
  column->addLayout(form);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  sign_ = buttons->addButton(tr("Sign"), QDialogButtonBox::AcceptRole);
  sign_->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  for (QLineEdit* field : {password_, amendment_, override_})
    if (field) connect(field, &QLineEdit::textChanged, this, &SignDialog::update);
  update();
}

void SignDialog::update() {
  bool complete = !password_->text().isEmpty();
  for (const QLineEdit* field : {amendment_, override_})
    complete = complete && (!field || !field->text().trimmed().isEmpty());
  sign_->setEnabled(complete);
}

SampleSignature SignDialog::signature() const {
  return {password_->text().toStdString(), override_ ? override_->text().trimmed().toStdString() : std::string()};
}

std::string SignDialog::amendmentReason() const {
  return amendment_ ? amendment_->text().trimmed().toStdString() : std::string();
}

}  // namespace tomocyte
