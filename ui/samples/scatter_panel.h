// One scatter plot of the review: its axes, points, legend, and what is selected in it.
#pragma once

#include <QWidget>
#include <unordered_set>

#include "ui/samples/scatter_points.h"
#include "ui/samples/scatter_scene.h"

class QComboBox;
class QLabel;

namespace tomocyte {

class ScatterOverlay;
class VtkWidget;

class ScatterPanel : public QWidget {
  Q_OBJECT
 public:
  // `name`: of its settings, which keep the chosen axes.
  explicit ScatterPanel(const QString& name, const ScatterAxes& axes, QWidget* parent = nullptr);
  ~ScatterPanel() override;

  [[nodiscard]] ScatterAxes axes() const;
  // Also after another choice of axes: the whole range is seen again.
  void showCells(ScatterPoints points, std::unordered_set<RecordId> selected, bool simulated);
  // Instead of points: why there are none.
  void setMessage(const QString& message);
  void setLasso(bool lasso);

  [[nodiscard]] const ScatterPoints& points() const { return points_; }
  [[nodiscard]] const std::unordered_set<RecordId>& selected() const { return selected_; }
  // Where a point of the plot is on the canvas, in pixels.
  [[nodiscard]] QPointF pixelOf(const PlanePoint& at) const { return scene_.toPixel(at); }

 Q_SIGNALS:
  void axesChanged();
  void selectWanted(const std::vector<RecordId>& cells, bool add);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build(const ScatterAxes& axes);
  void choose();
  void placeOverlay();
  void showWhole();
  void zoom(const QPointF& at, double factor);
  void select(const QPolygonF& outline, bool add);
  void pick(const QPointF& at, bool add);
  void draw();
  [[nodiscard]] QString legendText() const;

  QString name_;
  ScatterPoints points_;
  ScatterAxes shownAxes_;
  std::unordered_set<RecordId> selected_;
  ScatterScene scene_;
  VtkWidget* canvas_ = nullptr;
  ScatterOverlay* overlay_ = nullptr;
  QComboBox* x_ = nullptr;
  QComboBox* y_ = nullptr;
  QLabel* legend_ = nullptr;
};

}  // namespace tomocyte
