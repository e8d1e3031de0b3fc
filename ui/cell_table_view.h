// The sortable table of the cells with copy and CSV export.
#pragma once

#include <QWidget>
#include <memory>

#include "core/scan.h"
#include "ui/cell_table_model.h"

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace tomocyte {

class CellTableView : public QWidget {
  Q_OBJECT
 public:
  explicit CellTableView(QWidget* parent = nullptr);

  void setScan(std::shared_ptr<const Scan> scan);
  void selectCell(int label);
  [[nodiscard]] int selectedCell() const;

 Q_SIGNALS:
  void cellSelected(int label);
  void exportWanted();

 private:
  CellTableModel* model_;
  QSortFilterProxyModel* sorted_;
  QTableView* table_;
  QLabel* summary_;
  QPushButton* copy_;
  QPushButton* save_;
};

}  // namespace tomocyte
