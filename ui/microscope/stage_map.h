// Where the stage stands on the slide: limits, field of view, marked positions. A double click moves there.
#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <vector>

#include "acquisition/stage.h"

namespace tomocyte {

class StageMap : public QWidget {
  Q_OBJECT
 public:
  explicit StageMap(QWidget* parent = nullptr);

  void setLimits(const std::optional<StageLimits>& limits);
  void setPosition(const std::optional<StagePosition>& position, double fieldWidthUm);
  // `done`: as many of them, from the first, as are already scanned.
  void setMarks(const std::vector<StagePosition>& marks, std::size_t done);
  // What the camera saw with its middle at a place, rows along +y; the newest at a place counts.
  void setTile(const StagePosition& at, double widthUm, const QImage& picture);
  void clearTiles();
  // So that every mark and tile is seen.
  void fit();
  [[nodiscard]] QSize sizeHint() const override { return {280, 240}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {160, 140}; }

 Q_SIGNALS:
  void moveWanted(double xUm, double yUm);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] QPointF toWidget(double xUm, double yUm) const;
  [[nodiscard]] QPointF toStage(const QPointF& point) const;

  struct Tile {
    StagePosition at;
    double widthUm = 0.0;
    QImage picture;
  };
  std::vector<Tile> tiles_;
  std::optional<StageLimits> limits_;
  std::optional<StagePosition> position_;
  double fieldWidthUm_ = 0.0;
  std::vector<StagePosition> marks_;
  std::size_t done_ = 0;
  double pixelsPerUm_ = 0.6;
  QPointF centreUm_;
  QPointF grabbed_;
};

}  // namespace tomocyte
