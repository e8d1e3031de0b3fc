// A drag is one step of the history: the list changes when the mouse lets go.
#include "ui/viewer/slice_measurements.h"

#include <QKeyEvent>
#include <QLineF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "ui/painting.h"
#include "ui/slice_view.h"

namespace tomocyte {
namespace {

constexpr double kGripPixels = 8.0;
constexpr double kHandleRadius = 4.0;

bool sameTomogram(const std::shared_ptr<const Scan>& a, const std::shared_ptr<const Scan>& b) {
  if (!a || !b || !a->tomogram || !b->tomogram) return false;
  const Tomogram& left = *a->tomogram;
  const Tomogram& right = *b->tomogram;
  return left.ri.shape() == right.ri.shape() && left.voxel_size_um == right.voxel_size_um &&
         std::equal(left.ri.values().begin(), left.ri.values().end(), right.ri.values().begin());
}

double distanceToSegment(const QPointF& point, const QPointF& from, const QPointF& to) {
  const QPointF way = to - from;
  const double square = QPointF::dotProduct(way, way);
  const double t = square > 0.0 ? std::clamp(QPointF::dotProduct(point - from, way) / square, 0.0, 1.0) : 0.0;
  return QLineF(point, from + t * way).length();
}

}  // namespace

QString valueText(MeasurementKind kind, double value) {
  return kind == MeasurementKind::angle ? QString("%1°").arg(value, 0, 'f', 1) : QString("%1 µm").arg(value, 0, 'f', 2);
}

SliceMeasurements::SliceMeasurements(QObject* parent) : QObject(parent) {}

void SliceMeasurements::setScan(std::shared_ptr<const Scan> scan) {
  if (!sameTomogram(scan_, scan)) {
    list_ = {};
    selected_ = 0;
  }
  scan_ = std::move(scan);
  draft_.clear();
  gripped_.reset();
  if (!scan_ || !scan_->tomogram) setTool(std::nullopt);
  Q_EMIT changed();
}

void SliceMeasurements::setTool(std::optional<MeasurementKind> tool) {
  if (tool_ == tool) return;
  tool_ = tool;
  draft_.clear();
  Q_EMIT toolChanged();
  Q_EMIT changed();
}

void SliceMeasurements::select(int number) {
  if (selected_ == number) return;
  selected_ = number;
  Q_EMIT changed();
}

void SliceMeasurements::removeSelected() {
  if (!list_.find(selected_)) return;
  list_.remove(std::exchange(selected_, 0));
  Q_EMIT changed();
}

void SliceMeasurements::undo() {
  if (!list_.undo()) return;
  if (!list_.find(selected_)) selected_ = 0;
  Q_EMIT changed();
}

void SliceMeasurements::redo() {
  if (!list_.redo()) return;
  if (!list_.find(selected_)) selected_ = 0;
  Q_EMIT changed();
}

void SliceMeasurements::addPoint(const PositionUm& point) {
  draft_.push_back(point);
  hover_ = point;
  if (draft_.size() == points_of(*tool_)) {
    try {
      selected_ = list_.add(*tool_, std::move(draft_));
    } catch (const InputError&) {
      // Two clicks on one place: nothing to measure, the tool begins anew.
    }
    draft_.clear();
  }
  Q_EMIT changed();
}

bool SliceMeasurements::press(const SliceView& view, const QPointF& at) {
  gripped_ = draft_.empty() ? gripAt(view, at) : std::nullopt;
  if (gripped_) {
    dragged_ = list_.find(gripped_->number)->points[gripped_->point];
    select(gripped_->number);
    return true;
  }
  if (tool_) {
    addPoint(view.positionUm(at));
    return true;
  }
  if (const int number = lineAt(view, at)) {
    select(number);
    return true;
  }
  return false;
}

bool SliceMeasurements::move(const SliceView& view, const QPointF& at, bool held) {
  if (gripped_ && held)
    dragged_ = view.positionUm(at);
  else if (!draft_.empty())
    hover_ = view.positionUm(at);
  else
    return tool_.has_value();
  Q_EMIT changed();
  return true;
}

bool SliceMeasurements::release(const SliceView&, const QPointF&) {
  if (!gripped_) return tool_.has_value();
  const Grip grip = *std::exchange(gripped_, std::nullopt);
  if (const DrawnMeasurement* measurement = list_.find(grip.number)) {
    std::vector<PositionUm> points = measurement->points;
    points[grip.point] = dragged_;
    try {
      list_.move(grip.number, std::move(points));
    } catch (const InputError&) {
      // Dropped onto its own vertex: it springs back.
    }
  }
  Q_EMIT changed();
  return true;
}

bool SliceMeasurements::key(const QKeyEvent& event, bool act) {
  const bool escape = event.key() == Qt::Key_Escape && (tool_ || selected_ != 0);
  const bool remove = event.key() == Qt::Key_Delete && selected_ != 0;
  const bool undoes = event.matches(QKeySequence::Undo);
  const bool redoes = event.matches(QKeySequence::Redo);
  if (!act) return escape || remove || undoes || redoes;
  if (undoes) undo();
  if (redoes) redo();
  if (remove) removeSelected();
  if (escape && !draft_.empty()) {
    draft_.clear();
    Q_EMIT changed();
  } else if (escape && tool_) {
    setTool(std::nullopt);
  } else if (escape) {
    select(0);
  }
  return escape || remove || undoes || redoes;
}

std::vector<PositionUm> SliceMeasurements::shownPoints(const DrawnMeasurement& measurement) const {
  std::vector<PositionUm> points = measurement.points;
  if (gripped_ && gripped_->number == measurement.number) points[gripped_->point] = dragged_;
  return points;
}

bool SliceMeasurements::grips(const SliceView& view, const QPointF& at) const { return gripAt(view, at).has_value(); }

std::optional<SliceMeasurements::Grip> SliceMeasurements::gripAt(const SliceView& view, const QPointF& at) const {
  for (const DrawnMeasurement& measurement : list_.items())
    for (std::size_t i = 0; i < measurement.points.size(); ++i)
      if (view.showsDepth(measurement.points[i]) &&
          QLineF(view.widgetPoint(measurement.points[i]), at).length() <= kGripPixels)
        return Grip{measurement.number, i};
  return std::nullopt;
}

int SliceMeasurements::lineAt(const SliceView& view, const QPointF& at) const {
  for (const DrawnMeasurement& measurement : list_.items())
    for (std::size_t i = 1; i < measurement.points.size(); ++i)
      if (view.showsDepth(measurement.points[i - 1]) && view.showsDepth(measurement.points[i]) &&
          distanceToSegment(at, view.widgetPoint(measurement.points[i - 1]), view.widgetPoint(measurement.points[i])) <=
              0.6 * kGripPixels)
        return measurement.number;
  return 0;
}

void SliceMeasurements::paint(QPainter& painter, const SliceView& view) const {
  for (const DrawnMeasurement& measurement : list_.items()) {
    const std::vector<PositionUm> points = shownPoints(measurement);
    QString text;
    try {
      text = valueText(measurement.kind, value_of({measurement.number, measurement.kind, points}));
    } catch (const InputError&) {
      text = QStringLiteral("–");  // a point is being dragged over its vertex
    }
    paintOne(painter, view, points, QString("%1: %2").arg(measurement.number).arg(text),
             measurement.number == selected_);
  }
  if (draft_.empty()) return;
  std::vector<PositionUm> points = draft_;
  points.push_back(hover_);
  QString text;
  if (tool_ && points.size() == points_of(*tool_) && distance_um(points[points.size() - 2], hover_) > 0.0 &&
      distance_um(points[0], points[1]) > 0.0)
    text = valueText(*tool_, value_of({0, *tool_, points}));
  paintOne(painter, view, points, text, true);
}

// Whole lines lie in this slice; a dashed one leaves it: what is seen of it is its projection.
void SliceMeasurements::paintOne(QPainter& painter, const SliceView& view, const std::vector<PositionUm>& points,
                                 const QString& text, bool chosen) const {
  const auto here = [&](const PositionUm& point) { return view.showsDepth(point); };
  if (std::none_of(points.begin(), points.end(), here)) return;
  const bool whole = std::all_of(points.begin(), points.end(), here);
  const QColor colour = chosen ? colour::kSelected : colour::kText;
  const auto draw = [&](const QPen& pen) {
    painter.setPen(pen);
    for (std::size_t i = 1; i < points.size(); ++i)
      painter.drawLine(view.widgetPoint(points[i - 1]), view.widgetPoint(points[i]));
  };
  draw(QPen(QColor(0, 0, 0, 150), 3.5));  // seen on bright colours too
  draw(QPen(colour, 1.6, whole ? Qt::SolidLine : Qt::DashLine));
  for (const PositionUm& point : points) {
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(here(point) ? QBrush(QColor(0, 0, 0, 170)) : Qt::NoBrush);
    painter.drawEllipse(view.widgetPoint(point), kHandleRadius, kHandleRadius);
  }
  painter.setBrush(Qt::NoBrush);
  if (text.isEmpty()) return;
  // At the vertex, or at the end: in the middle it would hide what the line is about.
  const QPointF at = view.widgetPoint(points[1]);
  drawCaption(painter, QRectF(at + QPointF(2.0, 0.0), QSizeF(220.0, 40.0)), Qt::AlignLeft | Qt::AlignTop, text, colour);
}

}  // namespace tomocyte
