// The samples of the laboratory as rows.
#pragma once

#include <QAbstractTableModel>
#include <QMap>
#include <vector>

#include "core/catalog/records.h"

namespace tomocyte {

class WorklistModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;

  enum Columns { kSample, kState, kReviewed, kReceived, kDonor, kColumns };

  // `problems`: what is wrong with the files of a sample, by its id.
  void setSamples(std::vector<Sample> samples, QMap<qlonglong, QString> problems);
  // One that is there already.
  void replace(const Sample& sample);
  [[nodiscard]] const Sample* sampleAt(int row) const;  // null: no such row
  [[nodiscard]] int rowOf(RecordId sample) const;       // -1: not in the list
  [[nodiscard]] QString problemOf(RecordId sample) const { return problems_.value(sample); }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<Sample> samples_;
  QMap<qlonglong, QString> problems_;
};

}  // namespace tomocyte
