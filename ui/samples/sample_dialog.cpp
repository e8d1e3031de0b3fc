#include "ui/samples/sample_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/catalog/samples.h"
#include "ui/laboratory/setting_fields.h"
#include "ui/samples/catalog_thread.h"

namespace tomocyte {
namespace {

QLineEdit* namedField(const char* name) {
  auto* field = new QLineEdit;
  field->setObjectName(QString::fromUtf8(name));
  field->setMinimumWidth(300);
  return field;
}

}  // namespace

SampleDialog::SampleDialog(CatalogThread* catalog, QWidget* parent) : QDialog(parent), catalog_(catalog) {
  id_ = namedField("new sample id");
  id_->setPlaceholderText(tr("scan the tube's barcode, or type its label"));
  donor_ = namedField("new sample donor");
  donor_->setPlaceholderText(tr("not known"));
  total_ = namedField("new sample total");
  total_->setPlaceholderText(tr("10⁹/L, where known: for counts per volume"));
  comment_ = namedField("new sample comment");
  comment_->setPlaceholderText(tr("stands in the report"));
  auto* form = new QFormLayout;
  form->addRow(tr("&Sample"), id_);
  form->addRow(tr("&Donor or patient"), donor_);
  form->addRow(tr("&Total white cells"), total_);
  form->addRow(tr("&Comment"), comment_);
  said_ = new QLabel;
  said_->setObjectName(QStringLiteral("sample said"));
  said_->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  go_ = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
  go_->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &SampleDialog::submit);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(said_);
  column->addWidget(buttons);
}

void SampleDialog::enterNew(const QString& sampleId) {
  Sample sample;
  sample.sample_id = sampleId.toStdString();
  go_->setText(tr("Enter the sample"));
  open(tr("New sample"), sample);
}

void SampleDialog::correct(const Sample& sample) {
  go_->setText(tr("Correct it"));
  open(tr("Correct sample %1").arg(QString::fromStdString(sample.sample_id)), sample);
}

void SampleDialog::open(const QString& title, const Sample& sample) {
  before_ = sample;
  setWindowTitle(title);
  id_->setText(QString::fromStdString(sample.sample_id));
  id_->setReadOnly(sample.id != 0);
  donor_->setText(QString::fromStdString(sample.donor_id));
  total_->setText(sample.white_cells_1e9_per_l ? numberText(*sample.white_cells_1e9_per_l) : QString());
  comment_->setText(QString::fromStdString(sample.comment));
  said_->clear();
  go_->setEnabled(true);
  show();
  raise();
  activateWindow();
  (id_->text().isEmpty() ? id_ : donor_)->setFocus();
}

void SampleDialog::submit() {
  const QString text = total_->text().trimmed();
  bool good = text.isEmpty();
  const double total = QLocale::c().toDouble(text, &good);
  if (!text.isEmpty() && (!good || text.contains(',')))
    return said_->setText(tr("\"%1\" is no count. Write it with a point: 7.2").arg(text));
  if (text.isEmpty() && before_.white_cells_1e9_per_l)
    return said_->setText(tr("The total count was given; it can be corrected, not taken back."));
  store(text.isEmpty() ? std::nullopt : std::optional(total));
}

void SampleDialog::store(std::optional<double> total) {
  go_->setEnabled(false);
  Sample wanted = before_;
  wanted.sample_id = id_->text().trimmed().toStdString();
  wanted.donor_id = donor_->text().trimmed().toStdString();
  wanted.comment = comment_->text().trimmed().toStdString();
  catalog_->post(
      [this, wanted, total](Catalog& catalog) -> CatalogThread::Finish {
        const Sample sample =
            wanted.id == 0
                ? add_sample(catalog, {wanted.sample_id, wanted.donor_id, {}, total, wanted.comment})
                : correct_sample(catalog, wanted.id, wanted.revision, {wanted.donor_id, {}, total, wanted.comment});
        return [this, sample] {
          hide();
          Q_EMIT kept(sample);
        };
      },
      [this](const CatalogThread::Refusal& refusal) {
        go_->setEnabled(true);
        said_->setText(refusal.text());
      });
}

}  // namespace tomocyte
