// How often the reviewers kept the model's class: chart and table over weeks or months.
#pragma once

#include <QWidget>
#include <vector>

#include "core/catalog/accept_rate.h"
#include "core/differential_table.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QTableWidget;

namespace tomocyte {

class CatalogThread;
class FigureView;

class AcceptView : public QWidget {
  Q_OBJECT
 public:
  explicit AcceptView(CatalogThread* catalog, QWidget* parent = nullptr);

  // Reads it anew, in the background.
  void refresh();
  [[nodiscard]] const std::vector<AcceptRate>& shown() const { return shown_; }

 Q_SIGNALS:
  void message(const QString& text);
  void refused(const QString& what);

 private:
  void build();
  void present(std::vector<AcceptRate> rates, bool simulated, const DifferentialTable& table);
  void choosePicture();

  CatalogThread* catalog_;
  std::vector<AcceptRate> shown_;
  QComboBox* period_ = nullptr;
  QCheckBox* simulated_ = nullptr;
  QPushButton* savePicture_ = nullptr;
  FigureView* figure_ = nullptr;
  QTableWidget* table_ = nullptr;
};

}  // namespace tomocyte
