// The statistics of the chosen sample: distributions of the six indices, and what is different from the donor's earlier
// samples.
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "app/workflow/sample_statistics.h"
#include "core/catalog/records.h"
#include "ui/plots/plot_frame.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace tomocyte {

class CatalogThread;
class FigureView;

class StatisticsView : public QWidget {
  Q_OBJECT
 public:
  explicit StatisticsView(CatalogThread* catalog, QWidget* parent = nullptr);
  ~StatisticsView() override;

  // Made anew a moment after the last change, while it is seen.
  void setSample(const Sample& sample);
  void clear();
  // A second reader must not see what others have called the cells.
  void setBlind(bool blind);
  // What is shown; null: none yet.
  [[nodiscard]] const std::shared_ptr<const SampleStatistics>& shown() const { return shown_; }
  // CSV, and the comparison as NAME-delta.csv where there are earlier samples. Throws FileError.
  void saveTables(const std::filesystem::path& path) const;

 Q_SIGNALS:
  void message(const QString& text);
  void refused(const QString& what);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void make();
  void present(std::shared_ptr<const SampleStatistics> statistics, const Figure& figure);
  void chooseTables();
  void choosePicture();
  [[nodiscard]] QString deltaText() const;

  CatalogThread* catalog_;
  QTimer soon_;
  Sample sample_;
  bool blind_ = false;
  IndexRanges ranges_;
  std::shared_ptr<const SampleStatistics> shown_;
  FigureView* figure_ = nullptr;
  QTabWidget* tables_ = nullptr;
  QTableWidget* indices_ = nullptr;
  QTableWidget* delta_ = nullptr;
  QLabel* rule_ = nullptr;
  QDoubleSpinBox* limit_ = nullptr;
  QPushButton* savePicture_ = nullptr;
  QPushButton* saveTables_ = nullptr;
};

}  // namespace tomocyte
