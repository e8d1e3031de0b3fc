// The cells of a scan as a table for Qt's views: one row per cell, units in the headers.
#pragma once

#include <QAbstractTableModel>
#include <QImage>
#include <memory>
#include <vector>

#include "core/scan.h"

namespace tomocyte {

class CellTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setScan(std::shared_ptr<const Scan> scan);
  // Label of a row's cell; 0 when there is no such row. Row of a label; -1 when there is none.
  [[nodiscard]] int labelAt(int row) const;
  [[nodiscard]] int rowOf(int label) const;
  // Tab-separated with a header row and a units row, point decimals: what is pasted into a spreadsheet.
  [[nodiscard]] QString text() const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  // Qt::UserRole is the number to sort by.
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::shared_ptr<const Scan> scan_;
  std::vector<QImage> thumbnails_;  // by row; empty without a tomogram
};

}  // namespace tomocyte
