// The measurements of the open scan beside the slices: tools, list with values, line profile, export.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;
class QToolButton;

namespace tomocyte {

class ProfilePlot;
class SliceMeasurements;

class MeasurementPanel : public QWidget {
  Q_OBJECT
 public:
  explicit MeasurementPanel(SliceMeasurements* measurements, QWidget* parent = nullptr);

 Q_SIGNALS:
  // Chosen in the list: its first point should be shown.
  void shown(int number);
  // What happened, or why it did not, in one line.
  void message(const QString& text);

 private:
  QWidget* buildTools();
  QWidget* buildButtons();
  void refresh();
  void fillTable();
  void showProfile();
  void exportAll();
  void exportProfile();
  void copyProfile();

  SliceMeasurements* measurements_;
  QToolButton* tools_[3]{};
  QTableWidget* table_;
  ProfilePlot* plot_;
  QLabel* hint_;
  QPushButton* remove_;
  QPushButton* undo_;
  QPushButton* redo_;
  QPushButton* export_;
  QPushButton* copyProfile_;
  QPushButton* exportProfile_;
};

}  // namespace tomocyte
