#include "ui/laboratory/classes_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/laboratory/setting_fields.h"

namespace tomocyte {
namespace {

enum Columns { kClass, kName, kRole, kPartOf, kOptional, kPercentLow, kPercentHigh, kCountLow, kCountHigh, kColumns };
constexpr CellRole kRoles[] = {CellRole::kWhite, CellRole::kPer100White, CellRole::kExcluded};

QString roleName(CellRole role) {
  if (role == CellRole::kWhite) return ClassesPage::tr("white cell, percent");
  return role == CellRole::kPer100White ? ClassesPage::tr("per 100 white cells") : ClassesPage::tr("named only");
}

QLineEdit* numberField(const char* name) {
  auto* field = new QLineEdit;
  field->setObjectName(QString::fromUtf8(name));
  field->setMaximumWidth(80);
  return field;
}

}  // namespace

ClassesPage::ClassesPage(QWidget* parent) : SettingPage(parent) {
  name_ = new QLineEdit;
  version_ = new QLineEdit;
  version_->setToolTip(tr("Stands in every report: count it up with every change"));
  version_->setObjectName(QStringLiteral("classes version"));
  source_ = new QLineEdit;
  totalLow_ = numberField("total low");
  totalHigh_ = numberField("total high");
  auto* form = new QFormLayout;
  form->addRow(tr("Name of the table"), name_);
  form->addRow(tr("Version"), version_);
  form->addRow(tr("Source of the ranges"), source_);
  auto* total = new QHBoxLayout;
  total->addWidget(totalLow_);
  total->addWidget(new QLabel(tr("to")));
  total->addWidget(totalHigh_);
  total->addWidget(new QLabel(tr("10⁹/L")));
  total->addStretch();
  form->addRow(tr("Total white cells"), total);
  table_ = new QTableWidget(0, kColumns);
  table_->setObjectName(QStringLiteral("classes"));
  table_->setHorizontalHeaderLabels({tr("Class"), tr("Name in the report"), tr("Counted as"), tr("Part of"),
                                     tr("Optional"), tr("Percent\nfrom"), tr("Percent\nto"), tr("10⁹/L\nfrom"),
                                     tr("10⁹/L\nto")});
  table_->horizontalHeaderItem(kClass)->setToolTip(tr("As models and reviewers name it"));
  table_->horizontalHeaderItem(kPartOf)->setToolTip(tr("The white class in whose count this one is contained"));
  table_->horizontalHeaderItem(kOptional)->setToolTip(
      tr("Not missed in the report of a method that does not know the class"));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(kName, QHeaderView::Stretch);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(table_, 1);
  column->addWidget(buildButtons());
  for (QLineEdit* field : {name_, version_, source_, totalLow_, totalHigh_})
    connect(field, &QLineEdit::textChanged, this, &ClassesPage::change);
  connect(table_, &QTableWidget::itemChanged, this, &ClassesPage::change);
}

QWidget* ClassesPage::buildButtons() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  const auto button = [this, row](const QString& text, auto does) {
    auto* made = new QPushButton(text);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, does);
    row->addWidget(made);
  };
  button(tr("&Up"), [this] { moveRow(-1); });
  button(tr("Do&wn"), [this] { moveRow(1); });
  button(tr("&Add a class"), [this] {
    const int at = table_->currentRow() < 0 ? table_->rowCount() : table_->currentRow() + 1;
    table_->insertRow(at);
    showRow(at, {});
    table_->setCurrentCell(at, kClass);
    change();
  });
  button(tr("&Remove the class"), [this] {
    if (table_->currentRow() < 0) return;
    table_->removeRow(table_->currentRow());
    change();
  });
  row->addStretch();
  return bar;
}

void ClassesPage::showRow(int row, const DifferentialClass& shown) {
  const QScopedValueRollback quiet(quiet_, true);
  const auto text = [&](int column, const QString& words) {
    table_->setItem(row, column, new QTableWidgetItem(words));
  };
  const auto range = [&](int column, const std::optional<ReferenceRange>& between) {
    text(column, between ? numberText(between->low) : QString());
    text(column + 1, between ? numberText(between->high) : QString());
  };
  text(kClass, QString::fromStdString(shown.cell_class));
  text(kName, QString::fromStdString(shown.name));
  text(kPartOf, QString::fromStdString(shown.part_of));
  auto* optional = new QTableWidgetItem;
  optional->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
  optional->setCheckState(shown.optional ? Qt::Checked : Qt::Unchecked);
  table_->setItem(row, kOptional, optional);
  range(kPercentLow, shown.percent);
  range(kCountLow, shown.absolute_1e9_l);
  auto* roles = new QComboBox;
  for (const CellRole role : kRoles) roles->addItem(roleName(role), static_cast<int>(role));
  roles->setCurrentIndex(roles->findData(static_cast<int>(shown.role)));
  connect(roles, &QComboBox::currentIndexChanged, this, &ClassesPage::change);
  table_->setCellWidget(row, kRole, roles);
}

DifferentialClass ClassesPage::classAt(int row) const {
  const auto text = [&](int column) { return cellText(*table_, row, column); };
  DifferentialClass read;
  read.cell_class = text(kClass).toStdString();
  read.name = text(kName).toStdString();
  read.role = static_cast<CellRole>(qobject_cast<QComboBox*>(table_->cellWidget(row, kRole))->currentData().toInt());
  read.part_of = text(kPartOf).toStdString();
  read.optional = table_->item(row, kOptional)->checkState() == Qt::Checked;
  read.percent = rangeOf(text(kPercentLow), text(kPercentHigh), tr("%1, percent").arg(text(kName)));
  read.absolute_1e9_l = rangeOf(text(kCountLow), text(kCountHigh), tr("%1, 10⁹/L").arg(text(kName)));
  return read;
}

void ClassesPage::setJson(const std::string& json) {
  const DifferentialTable shown = differential_table_from_json(json);
  const QScopedValueRollback quiet(quiet_, true);
  name_->setText(QString::fromStdString(shown.name));
  version_->setText(QString::fromStdString(shown.version));
  source_->setText(QString::fromStdString(shown.source));
  source_->setCursorPosition(0);
  totalLow_->setText(shown.total_white_1e9_l ? numberText(shown.total_white_1e9_l->low) : QString());
  totalHigh_->setText(shown.total_white_1e9_l ? numberText(shown.total_white_1e9_l->high) : QString());
  table_->setRowCount(static_cast<int>(shown.classes.size()));
  for (int row = 0; row < table_->rowCount(); ++row) showRow(row, shown.classes[static_cast<std::size_t>(row)]);
}

std::string ClassesPage::json() const {
  DifferentialTable read;
  read.name = name_->text().trimmed().toStdString();
  read.version = version_->text().trimmed().toStdString();
  read.source = source_->text().trimmed().toStdString();
  read.total_white_1e9_l = rangeOf(totalLow_->text().trimmed(), totalHigh_->text().trimmed(), tr("Total white cells"));
  for (int row = 0; row < table_->rowCount(); ++row) read.classes.push_back(classAt(row));
  return differential_table_to_json(read);
}

void ClassesPage::moveRow(int by) {
  const int row = table_->currentRow();
  if (row < 0 || row + by < 0 || row + by >= table_->rowCount()) return;
  try {
    const DifferentialClass here = classAt(row);
    const DifferentialClass there = classAt(row + by);
    showRow(row + by, here);
    showRow(row, there);
    table_->setCurrentCell(row + by, table_->currentColumn());
  } catch (const InputError&) {  // a range that cannot be read: the dialog says which
  }
  change();
}

void ClassesPage::change() {
  if (!quiet_) Q_EMIT edited();
}

}  // namespace tomocyte
