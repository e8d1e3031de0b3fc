#include "ui/laboratory/code_page.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>
#include <set>

#include "core/error.h"
#include "ui/laboratory/setting_fields.h"

namespace tomocyte {
namespace {

enum Columns { kClass, kPercent, kPercentName, kCount, kCountName, kColumns };

// Absent for an empty code. Throws InputError when it is mistyped.
std::optional<LoincCode> codeOf(const QString& code, const QString& name, const QString& what) {
  if (code.isEmpty()) return std::nullopt;
  if (!is_loinc_code(code.toStdString()))
    throw InputError(
        CodePage::tr("%1: \"%2\" is no LOINC code, its check digit is wrong").arg(what, code).toStdString(),
        CodePage::tr("Compare it with loinc.org.").toStdString());
  return LoincCode{code.toStdString(), name.toStdString()};
}

QString codeText(const std::optional<LoincCode>& code) { return code ? QString::fromStdString(code->code) : QString(); }
QString nameText(const std::optional<LoincCode>& code) {
  return code ? QString::fromStdString(code->display) : QString();
}

}  // namespace

CodePage::CodePage(QWidget* parent) : SettingPage(parent) {
  version_ = new QLineEdit;
  version_->setMaximumWidth(120);
  panel_ = new QLineEdit;
  total_ = new QLineEdit;
  panelName_ = new QLineEdit;
  totalName_ = new QLineEdit;
  auto* form = new QFormLayout;
  form->addRow(tr("Version of LOINC"), version_);
  const auto pair = [form](const QString& label, QLineEdit* code, QLineEdit* name) {
    code->setMaximumWidth(120);
    auto* row = new QHBoxLayout;
    row->addWidget(code);
    row->addWidget(name, 1);
    form->addRow(label, row);
  };
  pair(tr("Differential panel"), panel_, panelName_);
  pair(tr("Total white cells"), total_, totalName_);
  table_ = new QTableWidget(0, kColumns);
  table_->setObjectName(QStringLiteral("codes"));
  table_->setHorizontalHeaderLabels(
      {tr("Class"), tr("Code of percent"), tr("Its name"), tr("Code of count per volume"), tr("Its name")});
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  for (const int column : {kPercentName, kCountName})
    table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
  auto* words =
      new QLabel(tr("A class without a code goes out as text. The codes that ship are those without a method."));
  words->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(words);
  column->addWidget(table_, 1);
  column->addLayout(buildButtons());
  for (QLineEdit* field : {version_, panel_, panelName_, total_, totalName_})
    connect(field, &QLineEdit::textChanged, this, &CodePage::change);
  connect(table_, &QTableWidget::itemChanged, this, &CodePage::change);
}

QHBoxLayout* CodePage::buildButtons() {
  auto* add = new QPushButton(tr("&Add a class"));
  auto* remove = new QPushButton(tr("&Remove the class"));
  for (QPushButton* button : {add, remove}) button->setAutoDefault(false);
  connect(add, &QPushButton::clicked, this, [this] {
    const int row = table_->rowCount();
    table_->insertRow(row);
    showRow(row, {}, {}, {});
    table_->setCurrentCell(row, kClass);
    change();
  });
  connect(remove, &QPushButton::clicked, this, [this] {
    if (table_->currentRow() < 0) return;
    table_->removeRow(table_->currentRow());
    change();
  });
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(add);
  buttons->addWidget(remove);
  buttons->addStretch();
  return buttons;
}

void CodePage::showRow(int row, const QString& cellClass, const std::optional<LoincCode>& percent,
                       const std::optional<LoincCode>& absolute) {
  const QScopedValueRollback quiet(quiet_, true);
  const QString texts[kColumns] = {cellClass, codeText(percent), nameText(percent), codeText(absolute),
                                   nameText(absolute)};
  for (int column = 0; column < kColumns; ++column) table_->setItem(row, column, new QTableWidgetItem(texts[column]));
}

void CodePage::setJson(const std::string& json) {
  const LoincTable shown = loinc_table_from_json(json);
  const QScopedValueRollback quiet(quiet_, true);
  version_->setText(QString::fromStdString(shown.loinc_version));
  panel_->setText(QString::fromStdString(shown.panel.code));
  panelName_->setText(QString::fromStdString(shown.panel.display));
  total_->setText(codeText(shown.total_white));
  totalName_->setText(nameText(shown.total_white));
  std::set<std::string> classes;
  for (const auto* codes : {&shown.percent, &shown.absolute})
    for (const auto& [cellClass, code] : *codes) classes.insert(cellClass);
  table_->setRowCount(static_cast<int>(classes.size()));
  int row = 0;
  for (const std::string& cellClass : classes)
    showRow(row++, QString::fromStdString(cellClass), code_of(shown.percent, cellClass),
            code_of(shown.absolute, cellClass));
}

std::string CodePage::json() const {
  LoincTable read;
  read.loinc_version = version_->text().trimmed().toStdString();
  const auto panel = codeOf(panel_->text().trimmed(), panelName_->text().trimmed(), tr("Differential panel"));
  if (!panel)
    throw InputError(tr("the differential panel has no code").toStdString(), tr("It needs one.").toStdString());
  read.panel = *panel;
  read.total_white = codeOf(total_->text().trimmed(), totalName_->text().trimmed(), tr("Total white cells"));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const auto text = [&](int column) { return cellText(*table_, row, column); };
    const auto percent = codeOf(text(kPercent), text(kPercentName), tr("%1, percent").arg(text(kClass)));
    const auto count = codeOf(text(kCount), text(kCountName), tr("%1, count").arg(text(kClass)));
    const std::string cellClass = text(kClass).toStdString();
    if (cellClass.empty() && (percent || count))
      throw InputError(tr("row %1 has a code and no class").arg(row + 1).toStdString(),
                       tr("Write the class as in the table of classes.").toStdString());
    if (read.percent.contains(cellClass) || read.absolute.contains(cellClass))
      throw InputError(tr("the class %1 stands there twice").arg(text(kClass)).toStdString(),
                       tr("Remove one of the rows.").toStdString());
    if (percent) read.percent[cellClass] = *percent;
    if (count) read.absolute[cellClass] = *count;
  }
  return loinc_table_to_json(read);
}

void CodePage::change() {
  if (!quiet_) Q_EMIT edited();
}

}  // namespace tomocyte
