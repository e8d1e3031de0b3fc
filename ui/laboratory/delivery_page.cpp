#include "ui/laboratory/delivery_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include "ui/option_form.h"

namespace tomocyte {
namespace {

// A path with a button that chooses it.
QWidget* folderField(QLineEdit* field, const QString& title) {
  auto* choose = new QPushButton(DeliveryPage::tr("Choose…"));
  choose->setAutoDefault(false);
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(field, 1);
  layout->addWidget(choose);
  QObject::connect(choose, &QPushButton::clicked, field, [field, title] {
    const QString folder = QFileDialog::getExistingDirectory(field, title, field->text());
    if (!folder.isEmpty()) field->setText(folder);
  });
  return row;
}

QWidget* boxed(const QString& title, QWidget* content) {
  auto* box = new QGroupBox(title);
  auto* column = new QVBoxLayout(box);
  column->addWidget(content);
  return box;
}

}  // namespace

DeliveryPage::DeliveryPage(QWidget* parent) : SettingPage(parent) {
  way_ = new QComboBox;
  way_->setObjectName(QStringLiteral("delivery way"));
  way_->addItem(tr("not at all: they stay in the catalog"), "none");
  way_->addItem(tr("as HL7 messages to a listener (MLLP)"), "mllp");
  way_->addItem(tr("as HL7 files into a folder"), "folder");
  queue_ = new QLineEdit;
  queue_->setObjectName(QStringLiteral("queue folder"));
  queue_->setPlaceholderText(tr("the same folder on every station"));
  folder_ = new QLineEdit;
  folder_->setObjectName(QStringLiteral("drop folder"));
  queueRow_ = folderField(queue_, tr("Folder of the queue"));
  folderRow_ = folderField(folder_, tr("Folder to write the messages to"));
  auto* form = new QFormLayout;
  form->addRow(tr("Signed reports go"), way_);
  form->addRow(tr("Folder of the queue"), queueRow_);
  form->addRow(tr("Write them into"), folderRow_);
  listener_ = new OptionForm(fieldsOf(settings_.mllp));
  retry_ = new OptionForm(fieldsOf(settings_.retry));
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(boxed(tr("Listener"), listener_));
  column->addWidget(boxed(tr("When it fails"), retry_));
  column->addStretch();
  connect(way_, &QComboBox::currentIndexChanged, this, &DeliveryPage::change);
  for (QLineEdit* field : {queue_, folder_}) connect(field, &QLineEdit::textChanged, this, &DeliveryPage::change);
  for (OptionForm* options : {listener_, retry_}) connect(options, &OptionForm::edited, this, &DeliveryPage::change);
  updateWay();
}

void DeliveryPage::setJson(const std::string& json) {
  const QScopedValueRollback quiet(quiet_, true);
  settings_ = delivery_settings_from_json(json);
  way_->setCurrentIndex(way_->findData(QString::fromStdString(settings_.way)));
  queue_->setText(QString::fromStdString(settings_.queue.string()));
  folder_->setText(QString::fromStdString(settings_.drop_folder.string()));
  listener_->refresh();
  retry_->refresh();
  updateWay();
}

std::string DeliveryPage::json() const {
  DeliverySettings read = settings_;
  read.way = way_->currentData().toString().toStdString();
  read.queue = queue_->text().trimmed().toStdString();
  read.drop_folder = folder_->text().trimmed().toStdString();
  return delivery_settings_to_json(read);
}

// What does not count cannot be filled in.
void DeliveryPage::updateWay() {
  const QString way = way_->currentData().toString();
  queueRow_->setEnabled(way != "none");
  folderRow_->setEnabled(way == "folder");
  listener_->setEnabled(way == "mllp");
  retry_->setEnabled(way != "none");
}

void DeliveryPage::change() {
  updateWay();
  if (!quiet_) Q_EMIT edited();
}

}  // namespace tomocyte
