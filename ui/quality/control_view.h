// The daily quality chart: a control's measurements with limits and Westgard rules; adding one from its scan file.
#pragma once

#include <QWidget>
#include <filesystem>
#include <memory>

#include "app/workflow/quality_chart.h"

class QComboBox;
class QPushButton;
class QTableWidget;

namespace tomocyte {

class CatalogThread;
class FigureView;

class ControlView : public QWidget {
  Q_OBJECT
 public:
  explicit ControlView(CatalogThread* catalog, QWidget* parent = nullptr);
  ~ControlView() override;

  // Reads the series and the chosen one's chart anew, in the background.
  void refresh();
  // In the background; the chart shows it then.
  void addFromFile(const ControlSource& source);
  void exclude(RecordId measurement, const std::string& reason);
  void setTarget(const std::optional<ControlTarget>& target, const std::string& source);
  [[nodiscard]] const std::shared_ptr<const QualityChart>& shown() const { return shown_; }

 Q_SIGNALS:
  void message(const QString& text);
  void refused(const QString& what);

 private:
  void build();
  void load();
  void present(std::shared_ptr<const QualityChart> chart);
  void fillTable();
  void chooseFile();
  void chooseExclusion();
  void chooseTarget();
  void choosePicture();
  void chooseTable();
  [[nodiscard]] ControlQuantity quantity() const;

  CatalogThread* catalog_;
  std::vector<ControlSeries> series_;
  std::shared_ptr<const QualityChart> shown_;
  QComboBox* which_ = nullptr;
  QComboBox* quantity_ = nullptr;
  QPushButton* add_ = nullptr;
  QPushButton* target_ = nullptr;
  QPushButton* exclude_ = nullptr;
  QPushButton* savePicture_ = nullptr;
  QPushButton* saveTable_ = nullptr;
  FigureView* figure_ = nullptr;
  QTableWidget* table_ = nullptr;
};

}  // namespace tomocyte
