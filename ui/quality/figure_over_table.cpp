#include "ui/quality/figure_over_table.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tomocyte {

void layOutFigureOverTable(QWidget& page, QLayout* controls, QWidget* figure, QTableWidget* table) {
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setAlternatingRowColors(true);
  table->setShowGrid(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(24);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(figure);
  splitter->addWidget(table);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  auto* column = new QVBoxLayout(&page);
  column->setContentsMargins(0, 4, 0, 0);
  column->addLayout(controls);
  column->addWidget(splitter, 1);
}

}  // namespace tomocyte
