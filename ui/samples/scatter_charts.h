// The scatter plots beside the gallery: two, linked with its selection and with each other.
#pragma once

#include <QTimer>
#include <QWidget>
#include <array>
#include <memory>

#include "ui/samples/scatter_points.h"

class QListView;
class QToolButton;

namespace tomocyte {

class BackgroundJob;
class ScatterPanel;

class ScatterCharts : public QWidget {
  Q_OBJECT
 public:
  // Shows the cells of the gallery's model and selects in `gallery`. `drawn` false: this display has no OpenGL, and the
  // charts say so.
  ScatterCharts(GalleryModel* model, QListView* gallery, bool drawn, QWidget* parent = nullptr);
  ~ScatterCharts() override;

  // A second reader sees no class but those of the own calls.
  void setBlind(bool blind);
  void setSimulated(bool simulated);
  // Null where the display cannot draw them.
  [[nodiscard]] ScatterPanel* panel(std::size_t which) const { return panels_[which]; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void connectGallery();
  void refresh();
  void showCells(ScatterPanel* panel);
  [[nodiscard]] bool hasMap() const;
  void select(const std::vector<RecordId>& cells, bool add);
  [[nodiscard]] bool wantsMap() const;
  void layOutMap();
  void say(const QString& message);

  GalleryModel* model_;
  QListView* gallery_;
  bool blind_ = false;
  bool simulated_ = false;
  std::array<ScatterPanel*, 2> panels_{};
  QToolButton* lasso_ = nullptr;
  QTimer soon_;
  BackgroundJob* job_;
  // The map of the cells with these ids and indices; they do not change during a review.
  struct Map {
    std::vector<RecordId> ids;
    std::vector<CellIndices> indices;
    std::vector<PlanePoint> places;
    QString refusal;  // why there is none
  };
  std::shared_ptr<const Map> map_;
  std::vector<RecordId> mapping_;  // of the job that runs
};

}  // namespace tomocyte
