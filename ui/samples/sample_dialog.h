// A tube that has come, or the correction of what was said of one. A barcode reader types the id and presses Enter.
#pragma once

#include <QDialog>

#include "core/catalog/records.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tomocyte {

class CatalogThread;

class SampleDialog : public QDialog {
  Q_OBJECT
 public:
  SampleDialog(CatalogThread* catalog, QWidget* parent);

  // Shows itself for a sample that is not in the catalog yet; `sampleId` may be empty.
  void enterNew(const QString& sampleId);
  // For one that is; its id stays.
  void correct(const Sample& sample);

 Q_SIGNALS:
  // It is in the catalog.
  void kept(const tomocyte::Sample& sample);

 private:
  void open(const QString& title, const Sample& sample);
  void submit();
  void store(std::optional<double> total);

  CatalogThread* catalog_;
  Sample before_;  // id 0: a new one
  QLineEdit* id_;
  QLineEdit* donor_;
  QLineEdit* total_;
  QLineEdit* comment_;
  QLabel* said_;
  QPushButton* go_;
};

}  // namespace tomocyte
