// The table below the pictures.
#include "ui/cell_table_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace tomocyte {

CellTableView::CellTableView(QWidget* parent) : QWidget(parent) {
  model_ = new CellTableModel(this);
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(model_);
  sorted_->setSortRole(Qt::UserRole);
  table_ = new QTableView;
  table_->setModel(sorted_);
  table_->setSortingEnabled(true);
  table_->sortByColumn(0, Qt::AscendingOrder);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(44);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);  // titles with units stay whole
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setShowGrid(false);

  summary_ = new QLabel;
  copy_ = new QPushButton(tr("Copy"));
  copy_->setToolTip(tr("Copy the table for a spreadsheet (Ctrl+C in the table)"));
  save_ = new QPushButton(tr("Export CSV…"));
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 2, 6, 2);
  row->addWidget(summary_, 1);
  row->addWidget(copy_);
  row->addWidget(save_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(row);
  column->addWidget(table_);

  const auto copy = [this] { QGuiApplication::clipboard()->setText(model_->text()); };
  connect(copy_, &QPushButton::clicked, this, copy);
  connect(save_, &QPushButton::clicked, this, &CellTableView::exportWanted);
  auto* shortcut = new QShortcut(QKeySequence::Copy, table_);
  shortcut->setContext(Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, copy);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
    if (const int label = selectedCell(); label > 0) Q_EMIT cellSelected(label);
  });
  setScan(nullptr);
}

void CellTableView::setScan(std::shared_ptr<const Scan> scan) {
  const std::size_t cells = scan ? scan->cells.size() : 0;
  const bool tomogram = scan && scan->tomogram;
  const auto toReview =
      scan ? std::ranges::count_if(
                 scan->cells,
                 [](const Cell& cell) { return cell.classification && !cell.classification->uncertain.empty(); })
           : 0;
  model_->setScan(std::move(scan));
  copy_->setEnabled(cells > 0);
  save_->setEnabled(cells > 0);
  const QString count = cells == 1 ? tr("1 cell") : tr("%1 cells").arg(cells);
  if (cells == 0)
    summary_->setText(tomogram ? tr("No cells measured. Measure (F6) finds them.")
                               : tr("No cells: there is no tomogram yet."));
  else if (toReview > 0)
    summary_->setText(tr("%1, %2 to review. Click a row to go to the cell.").arg(count).arg(toReview));
  else
    summary_->setText(tr("%1. Click a row to go to the cell.").arg(count));
}

int CellTableView::selectedCell() const {
  const QModelIndex current = table_->selectionModel()->currentIndex();
  return current.isValid() ? model_->labelAt(sorted_->mapToSource(current).row()) : 0;
}

void CellTableView::selectCell(int label) {
  const int row = model_->rowOf(label);
  if (row < 0) return;
  const QModelIndex index = sorted_->mapFromSource(model_->index(row, 0));
  table_->setCurrentIndex(index);
  table_->selectRow(index.row());
  table_->scrollTo(index);
}

}  // namespace tomocyte
