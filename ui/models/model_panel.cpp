#include "ui/models/model_panel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/workflow/installed_models.h"
#include "app/workflow/model_cards.h"
#include "core/error.h"

namespace tomocyte {
namespace {

const QString kSetting = QStringLiteral("classification/model");
const QString kNone = QStringLiteral("none");

}  // namespace

ModelPanel::ModelPanel(QWidget* parent) : QWidget(parent) {
  models_ = new QComboBox;
  models_->setAccessibleName(tr("Model"));
  models_->setToolTip(tr("The model that says which class each measured cell is"));
  card_ = new QTextBrowser;
  card_->setAccessibleName(tr("Model card"));
  auto* choose = new QPushButton(tr("Open…"));
  choose->setToolTip(tr("Choose another model folder"));
  auto* train = new QPushButton(tr("Train…"));
  train->setToolTip(tr("Make a model from your own annotated scans"));
  auto* row = new QHBoxLayout;
  row->addWidget(models_, 1);
  row->addWidget(choose);
  row->addWidget(train);
  auto* column = new QVBoxLayout(this);
  column->addLayout(row);
  column->addWidget(card_, 1);
  fill();
  connect(choose, &QPushButton::clicked, this, &ModelPanel::browse);
  connect(train, &QPushButton::clicked, this, &ModelPanel::trainWanted);
  connect(models_, &QComboBox::currentIndexChanged, this, [this] {
    QSettings().setValue(kSetting, models_->currentData());
    showCard();
    Q_EMIT changed();
  });
  showCard();
}

void ModelPanel::fill() {
  models_->addItem(tr("No classification"), kNone);
  for (const auto& folder : installed_models()) choose(folder);
  const QString last = QSettings().value(kSetting, QString::fromStdString(default_model().string())).toString();
  if (last == kNone || last.isEmpty())
    models_->setCurrentIndex(0);
  else
    choose(last.toStdString());
}

std::filesystem::path ModelPanel::model() const {
  const QString folder = models_->currentData().toString();
  return folder == kNone ? std::filesystem::path() : std::filesystem::path(folder.toStdString());
}

void ModelPanel::choose(const std::filesystem::path& folder) {
  const QString path = QString::fromStdString(folder.string());
  int index = models_->findData(path);
  if (index < 0) {
    models_->addItem(QString::fromStdString(folder.filename().string()), path);
    index = models_->count() - 1;
  }
  models_->setCurrentIndex(index);
}

void ModelPanel::browse() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Model folder"));
  if (!folder.isEmpty()) choose(folder.toStdString());
}

void ModelPanel::showCard() {
  const std::filesystem::path folder = model();
  if (folder.empty())
    return card_->setPlainText(QCoreApplication::translate(
        "model_panel", "Cells are measured but not classified. Choose a model, or train one."));
  try {
    card_->setPlainText(QString::fromStdString(model_card_text(folder)));
  } catch (const Error& error) {
    card_->setPlainText(QString::fromStdString(std::string(error.what()) + "\n\n" + error.remedy()));
  }
}

}  // namespace tomocyte
