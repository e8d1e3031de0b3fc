// Two or more cells side by side, of the open scan or of other scan files: one colour range, one scale, one crosshair
// (from each cell's centre), one camera.
#pragma once

#include <QWidget>
#include <filesystem>
#include <memory>
#include <vector>

#include "ui/viewer/compare_cell.h"
#include "ui/viewer/compare_slice.h"

class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace tomocyte {

class BackgroundJob;
class CompareColumn;

class CompareView : public QWidget {
  Q_OBJECT
 public:
  static constexpr std::size_t kMostCells = 6;

  explicit CompareView(QWidget* parent = nullptr);
  ~CompareView() override;

  // Shows these instead of what is shown. Read in the background; what cannot be read is said in the view.
  void setCells(std::vector<CellPlace> places);
  // Beside what is shown.
  void addCells(std::vector<CellPlace> places);
  void addCell(const CompareCell& cell);
  // Whose cells the button offers; may be null.
  void setOpenScan(std::shared_ptr<const Scan> scan);
  void clear();
  [[nodiscard]] const std::vector<CompareColumn*>& columns() const { return columns_; }
  [[nodiscard]] const CompareFrame& frame() const { return frame_; }
  [[nodiscard]] bool loading() const;
  void setShown3D(bool on);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  QWidget* buildControls();
  void fillMenu();
  void chooseFiles();
  void load();
  void removeColumn(CompareColumn* column);
  void fit();        // scale and colours from the cells that are shown
  void showFrame();  // to all columns
  void say(const QString& text);

  std::shared_ptr<const Scan> open_;
  std::vector<CellPlace> waiting_;
  std::vector<CompareColumn*> columns_;
  CompareFrame frame_;
  BackgroundJob* job_;
  QMenu* menu_;
  QPushButton* cancel_;
  QComboBox* mode_;
  QComboBox* map_;
  QDoubleSpinBox* low_;
  QDoubleSpinBox* high_;
  QLabel* notice_;
  QHBoxLayout* row_;
  QWidget* bar_;
};

}  // namespace tomocyte
