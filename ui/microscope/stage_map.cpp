#include "ui/microscope/stage_map.h"

#include <QAction>
#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/painting.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr double kFarthest = 0.01;  // pixels per µm
constexpr double kNearest = 20.0;

}  // namespace

StageMap::StageMap(QWidget* parent) : QWidget(parent) {
  setToolTip(QCoreApplication::translate("stage_map",
                                         "Double click: move there. Drag: pan. Wheel: zoom. F: fit the positions."));
  setFocusPolicy(Qt::StrongFocus);
  auto* fits = new QAction(tr("Fit the positions"), this);
  fits->setShortcut(Qt::Key_F);
  fits->setShortcutContext(Qt::WidgetShortcut);
  addAction(fits);
  setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(fits, &QAction::triggered, this, &StageMap::fit);
  setAccessibleName(tr("Stage map"));
}

void StageMap::setLimits(const std::optional<StageLimits>& limits) {
  limits_ = limits;
  update();
}

void StageMap::setPosition(const std::optional<StagePosition>& position, double fieldWidthUm) {
  if (position == position_ && fieldWidthUm == fieldWidthUm_) return;
  position_ = position;
  fieldWidthUm_ = fieldWidthUm;
  update();
}

void StageMap::setMarks(const std::vector<StagePosition>& marks, std::size_t done) {
  marks_ = marks;
  done_ = done;
  update();
}

void StageMap::setTile(const StagePosition& at, double widthUm, const QImage& picture) {
  constexpr double kTooSmall = 4.0;  // pixels
  std::erase_if(tiles_, [&](const Tile& tile) { return tile.at.x_um == at.x_um && tile.at.y_um == at.y_um; });
  tiles_.push_back({at, widthUm, picture.mirrored(false, true)});  // rows run along +y, which is upwards here
  if (!rect().contains(toWidget(at.x_um, at.y_um).toPoint()) || widthUm * pixelsPerUm_ < kTooSmall) fit();
  update();
}

void StageMap::clearTiles() {
  tiles_.clear();
  update();
}

void StageMap::fit() {
  constexpr double kMarginUm = 30.0;
  std::vector<StagePosition> places = marks_;
  for (const Tile& tile : tiles_) places.push_back(tile.at);
  if (places.empty()) return;
  const auto [left, right] = std::ranges::minmax(places, {}, &StagePosition::x_um);
  const auto [bottom, top] = std::ranges::minmax(places, {}, &StagePosition::y_um);
  centreUm_ = {0.5 * (left.x_um + right.x_um), 0.5 * (bottom.y_um + top.y_um)};
  pixelsPerUm_ = std::clamp(
      std::min(width() / (right.x_um - left.x_um + 2 * kMarginUm), height() / (top.y_um - bottom.y_um + 2 * kMarginUm)),
      kFarthest, kNearest);
  update();
}

// x to the right, y upwards, as on the slide.
QPointF StageMap::toWidget(double xUm, double yUm) const {
  return QPointF(width() / 2.0, height() / 2.0) +
         QPointF((xUm - centreUm_.x()) * pixelsPerUm_, -(yUm - centreUm_.y()) * pixelsPerUm_);
}

QPointF StageMap::toStage(const QPointF& point) const {
  const QPointF from = point - QPointF(width() / 2.0, height() / 2.0);
  return centreUm_ + QPointF(from.x(), -from.y()) / pixelsPerUm_;
}

void StageMap::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), limits_ ? theme().panel : theme().background);
  if (limits_) {
    const QRectF allowed(toWidget(limits_->lowest.x_um, limits_->highest.y_um),
                         toWidget(limits_->highest.x_um, limits_->lowest.y_um));
    painter.fillRect(allowed, theme().background);
    painter.setPen(QPen(theme().faint, 1.0, Qt::DashLine));
    painter.drawRect(allowed);
  }
  for (const Tile& tile : tiles_) {
    const double width = tile.widthUm * pixelsPerUm_;
    const double height = width * tile.picture.height() / std::max(1, tile.picture.width());
    const QPointF centre = toWidget(tile.at.x_um, tile.at.y_um);
    painter.drawImage(QRectF(centre.x() - width / 2.0, centre.y() - height / 2.0, width, height), tile.picture);
  }
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    painter.setPen(QPen(i < done_ ? theme().accent : theme().faint, 1.5));
    painter.setBrush(i < done_ ? QBrush(theme().accent) : QBrush(Qt::NoBrush));
    const QPointF at = toWidget(marks_[i].x_um, marks_[i].y_um);
    painter.drawEllipse(at, 4.0, 4.0);
    painter.drawText(at + QPointF(6, -4), QString::number(i + 1));
  }
  painter.setBrush(Qt::NoBrush);
  if (position_) {
    const QPointF at = toWidget(position_->x_um, position_->y_um);
    const double half = std::max(3.0, 0.5 * fieldWidthUm_ * pixelsPerUm_);
    painter.setPen(QPen(theme().selected, 1.6));
    painter.drawRect(QRectF(at - QPointF(half, half), at + QPointF(half, half)));
    drawCaption(painter, QRectF(rect()).adjusted(4, 4, -4, -4), Qt::AlignLeft | Qt::AlignTop,
                QString("x %1  y %2  z %3 µm")
                    .arg(position_->x_um, 0, 'f', 1)
                    .arg(position_->y_um, 0, 'f', 1)
                    .arg(position_->z_um, 0, 'f', 2));
  } else {
    drawCaption(painter, QRectF(rect()).adjusted(4, 4, -4, -4), Qt::AlignLeft | Qt::AlignTop, tr("no stage connected"));
  }
  if (!limits_ && position_)
    drawCaption(painter, QRectF(rect()).adjusted(4, 26, -4, -4), Qt::AlignLeft | Qt::AlignTop,
                tr("limits unknown: the stage does not move"), theme().warning);
  drawScaleBar(painter, QRectF(rect()).adjusted(6, 6, -6, -6), pixelsPerUm_, QStringLiteral("µm"));
}

void StageMap::wheelEvent(QWheelEvent* event) {
  const QPointF before = toStage(event->position());
  pixelsPerUm_ = std::clamp(pixelsPerUm_ * std::pow(1.0015, event->angleDelta().y()), kFarthest, kNearest);
  centreUm_ += before - toStage(event->position());
  update();
}

void StageMap::mouseDoubleClickEvent(QMouseEvent* event) {
  const QPointF target = toStage(event->position());
  Q_EMIT moveWanted(target.x(), target.y());
}

void StageMap::mousePressEvent(QMouseEvent* event) { grabbed_ = event->position(); }

void StageMap::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) return;
  const QPointF by = (event->position() - grabbed_) / pixelsPerUm_;
  centreUm_ -= QPointF(by.x(), -by.y());
  grabbed_ = event->position();
  update();
}

}  // namespace tomocyte
