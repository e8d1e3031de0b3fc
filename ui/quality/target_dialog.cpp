#include "ui/quality/target_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace tomocyte {

TargetDialog::TargetDialog(const ControlQuantityName& quantity, const std::optional<ControlTarget>& present,
                           QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Target of the control"));
  auto* baseline = new QRadioButton(tr("Mean and SD of the first %1 measurements").arg(kBaselineMeasurements));
  entered_ = new QRadioButton(tr("An entered target, of the control's certificate for instance"));
  (present ? entered_ : baseline)->setChecked(true);
  mean_ = new QLineEdit;
  sd_ = new QLineEdit;
  source_ = new QLineEdit;
  mean_->setObjectName(QStringLiteral("target mean"));
  sd_->setObjectName(QStringLiteral("target sd"));
  source_->setObjectName(QStringLiteral("target source"));
  if (present) {
    mean_->setText(QString::number(present->mean, 'f', quantity.decimals));
    sd_->setText(QString::number(present->standard_deviation, 'f', quantity.decimals + 1));
  }
  source_->setPlaceholderText(tr("Certificate, lot, or why"));
  buttons_ = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  const QString unit = QString::fromUtf8(quantity.unit);
  auto* form = new QFormLayout(this);
  form->addRow(baseline);
  form->addRow(entered_);
  form->addRow(unit.isEmpty() ? tr("Mean") : tr("Mean (%1)").arg(unit), mean_);
  form->addRow(unit.isEmpty() ? tr("SD") : tr("SD (%1)").arg(unit), sd_);
  form->addRow(tr("Source"), source_);
  form->addRow(buttons_);
  connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
  for (QLineEdit* edit : {mean_, sd_, source_}) connect(edit, &QLineEdit::textChanged, this, &TargetDialog::check);
  connect(entered_, &QRadioButton::toggled, this, &TargetDialog::check);
  check();
}

void TargetDialog::check() {
  bool meanIsNumber = false;
  bool sdIsNumber = false;
  mean_->text().toDouble(&meanIsNumber);
  const double sd = sd_->text().toDouble(&sdIsNumber);
  const bool complete = !entered_->isChecked() || (meanIsNumber && sdIsNumber && sd > 0.0);
  for (QLineEdit* edit : {mean_, sd_}) edit->setEnabled(entered_->isChecked());
  buttons_->button(QDialogButtonBox::Ok)->setEnabled(complete && !source_->text().trimmed().isEmpty());
}

std::optional<ControlTarget> TargetDialog::target() const {
  if (!entered_->isChecked()) return std::nullopt;
  return ControlTarget{mean_->text().toDouble(), sd_->text().toDouble()};
}

std::string TargetDialog::source() const { return source_->text().trimmed().toStdString(); }

}  // namespace tomocyte
