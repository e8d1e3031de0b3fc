#include "ui/laboratory/template_page.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "core/error.h"
#include "ui/laboratory/example_report.h"
#include "ui/report/report_preview.h"

namespace tomocyte {
namespace {

constexpr int kPreviewDotsPerInch = 62;
constexpr int kQuietMs = 200;
constexpr int kKey = Qt::UserRole;

QString sectionText(const std::string& key) {
  static const QMap<QString, QString> kTexts = {
      {"differential", TemplatePage::tr("Differential: counts, percent, limits, ranges")},
      {"figure", TemplatePage::tr("Figure of the differential")},
      {"indices", TemplatePage::tr("Cell indices by class")},
      {"cells", TemplatePage::tr("Pictures of typical cells")},
      {"quality", TemplatePage::tr("Quality: cells measured and rejected")},
      {"review", TemplatePage::tr("Review: changes against the model")},
      {"method", TemplatePage::tr("Method and models")},
      {"comments", TemplatePage::tr("Comments")},
      {"signature", TemplatePage::tr("Signature")}};
  return kTexts.value(QString::fromStdString(key), QString::fromStdString(key));
}

QString languageText(const std::string& key) {
  if (key == "en") return QCoreApplication::translate("template_page", "English");
  return key == "ko" ? QCoreApplication::translate("template_page", "한국어 (Korean)") : QString::fromStdString(key);
}

QListWidgetItem* sectionItem(const std::string& key, bool shown) {
  auto* item = new QListWidgetItem(sectionText(key));
  item->setData(kKey, QString::fromStdString(key));
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
  item->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
  return item;
}

}  // namespace

TemplatePage::TemplatePage(QWidget* parent) : SettingPage(parent) {
  preview_ = new QLabel;
  preview_->setObjectName(QStringLiteral("page preview"));
  preview_->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
  auto* scroll = new QScrollArea;
  scroll->setWidget(preview_);
  scroll->setWidgetResizable(true);
  scroll->setMinimumWidth(540);
  said_ = new QLabel;
  said_->setWordWrap(true);
  auto* left = new QVBoxLayout;
  left->addWidget(buildForm());
  left->addWidget(buildSections(), 1);
  left->addWidget(said_);
  auto* row = new QHBoxLayout(this);
  row->addLayout(left, 1);
  row->addWidget(scroll, 1);
  soon_.setSingleShot(true);
  soon_.setInterval(kQuietMs);
  connect(&soon_, &QTimer::timeout, this, &TemplatePage::showPreview);
  connect(name_, &QLineEdit::textChanged, this, &TemplatePage::change);
  connect(address_, &QPlainTextEdit::textChanged, this, &TemplatePage::change);
  connect(language_, &QComboBox::currentIndexChanged, this, &TemplatePage::change);
  connect(sections_, &QListWidget::itemChanged, this, &TemplatePage::change);
  connect(sections_->model(), &QAbstractItemModel::rowsMoved, this, &TemplatePage::change);
}

QWidget* TemplatePage::buildForm() {
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(tr("&Laboratory"), name_ = new QLineEdit);
  name_->setObjectName(QStringLiteral("laboratory name"));
  form->addRow(tr("A&ddress"), address_ = new QPlainTextEdit);
  address_->setObjectName(QStringLiteral("laboratory address"));
  address_->setMaximumHeight(64);
  address_->setTabChangesFocus(true);
  logoPicture_ = new QLabel;
  logoPicture_->setMinimumHeight(34);
  auto* choose = new QPushButton(tr("Choose a picture…"));
  choose->setToolTip(tr("PNG, JPEG or SVG, up to 1 MB; kept in the catalog, so that all stations have it"));
  removeLogo_ = new QPushButton(tr("Remove"));
  for (QPushButton* button : {choose, removeLogo_}) button->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, &TemplatePage::chooseLogo);
  connect(removeLogo_, &QPushButton::clicked, this, [this] {
    logo_.clear();
    showLogo();
    change();
  });
  auto* logo = new QHBoxLayout;
  logo->addWidget(logoPicture_, 1);
  logo->addWidget(choose);
  logo->addWidget(removeLogo_);
  form->addRow(tr("Logo"), logo);
  form->addRow(tr("Lan&guage"), language_ = new QComboBox);
  language_->setObjectName(QStringLiteral("report language"));
  for (const std::string& language : ReportTexts::languages())
    language_->addItem(languageText(language), QString::fromStdString(language));
  return page;
}

QWidget* TemplatePage::buildSections() {
  sections_ = new QListWidget;
  sections_->setObjectName(QStringLiteral("sections"));
  sections_->setDragDropMode(QAbstractItemView::InternalMove);
  sections_->setDefaultDropAction(Qt::MoveAction);
  sections_->setToolTip(tr("Ticked sections are printed, in this order: drag them, or use Up and Down"));
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new QLabel(tr("Sections, in their order")));
  column->addWidget(sections_, 1);
  auto* row = new QHBoxLayout;
  for (const int by : {-1, 1}) {
    auto* button = new QPushButton(by < 0 ? tr("&Up") : tr("Do&wn"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, by] { moveSection(by); });
    row->addWidget(button);
  }
  row->addStretch();
  column->addLayout(row);
  return page;
}

void TemplatePage::setJson(const std::string& json) {
  const ReportTemplate layout = report_template_from_json(json);
  const QScopedValueRollback quiet(quiet_, true);
  name_->setText(QString::fromStdString(layout.laboratory.name));
  address_->setPlainText(QString::fromStdString(layout.laboratory.address));
  logo_ = layout.logo_data;
  language_->setCurrentIndex(language_->findData(QString::fromStdString(layout.language)));
  sections_->clear();
  for (const std::string& section : layout.sections) sections_->addItem(sectionItem(section, true));
  for (const std::string& section : report_sections())
    if (std::ranges::find(layout.sections, section) == layout.sections.end())
      sections_->addItem(sectionItem(section, false));
  showLogo();
  soon_.start();
}

ReportTemplate TemplatePage::layoutNow() const {
  ReportTemplate layout;
  layout.language = language_->currentData().toString().toStdString();
  layout.logo_data = logo_;
  layout.laboratory = {name_->text().trimmed().toStdString(), address_->toPlainText().trimmed().toStdString()};
  for (int row = 0; row < sections_->count(); ++row)
    if (sections_->item(row)->checkState() == Qt::Checked)
      layout.sections.push_back(sections_->item(row)->data(kKey).toString().toStdString());
  return layout;
}

std::string TemplatePage::json() const {
  const ReportTemplate layout = layoutNow();
  if (std::ranges::find(layout.sections, "differential") == layout.sections.end())
    throw InputError(tr("the report would be printed without its differential").toStdString(),
                     tr("Tick that section.").toStdString());
  return report_template_to_json(layout);
}

void TemplatePage::setLogo(const std::filesystem::path& file) {
  logo_ = logo_data_of(file);
  showLogo();
  change();
}

void TemplatePage::chooseLogo() {
  const QString file =
      QFileDialog::getOpenFileName(this, tr("The laboratory's logo"), {}, tr("Pictures (*.png *.jpg *.jpeg *.svg)"));
  if (file.isEmpty()) return;
  try {
    setLogo(file.toStdString());
  } catch (const Error& error) {
    said_->setText(QString::fromStdString(std::string(error.what()) + ". " + error.remedy()));
  }
}

void TemplatePage::showLogo() {
  const QByteArray text = QByteArray::fromStdString(logo_);
  const QImage image = QImage::fromData(QByteArray::fromBase64(text.mid(text.indexOf(',') + 1)));
  if (image.isNull())
    logoPicture_->setText(logo_.empty() ? tr("none") : tr("This picture cannot be read."));
  else
    logoPicture_->setPixmap(QPixmap::fromImage(image.scaledToHeight(32, Qt::SmoothTransformation)));
  removeLogo_->setEnabled(!logo_.empty());
}

void TemplatePage::moveSection(int by) {
  const int row = sections_->currentRow();
  if (row < 0 || row + by < 0 || row + by >= sections_->count()) return;
  sections_->insertItem(row + by, sections_->takeItem(row));
  sections_->setCurrentRow(row + by);
  change();
}

void TemplatePage::change() {
  if (quiet_) return;
  soon_.start();
  Q_EMIT edited();
}

void TemplatePage::showPreview() {
  if (!isVisible()) return soon_.start();
  try {
    const ReportTemplate layout = layoutNow();
    preview_->setPixmap(
        QPixmap::fromImage(reportFirstPage(exampleReport(layout.laboratory), {}, layout, kPreviewDotsPerInch)));
    said_->clear();
  } catch (const Error& error) {
    said_->setText(QString::fromStdString(std::string(error.what()) + ". " + error.remedy()));
  }
}

}  // namespace tomocyte
