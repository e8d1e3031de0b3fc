// Measuring in the slices: the tool in the hand, the measurements of the open scan, and what a slice draws of them and
// does with the mouse. The three slices share one object, so that a line may start in one and end in another.
#pragma once

#include <QObject>
#include <QPointF>
#include <memory>
#include <optional>

#include "core/drawn_measurement.h"
#include "core/scan.h"

class QKeyEvent;
class QPainter;

namespace tomocyte {

class SliceView;

class SliceMeasurements : public QObject {
  Q_OBJECT
 public:
  explicit SliceMeasurements(QObject* parent = nullptr);

  // The measurements stay when the tomogram is the same, voxel by voxel (a scan that was only measured or classified).
  void setScan(std::shared_ptr<const Scan> scan);
  [[nodiscard]] const std::shared_ptr<const Scan>& scan() const { return scan_; }
  [[nodiscard]] const DrawnMeasurementList& list() const { return list_; }
  // Nothing: the mouse moves the crosshair.
  void setTool(std::optional<MeasurementKind> tool);
  [[nodiscard]] std::optional<MeasurementKind> tool() const { return tool_; }
  // Number of the highlighted measurement; 0: none.
  void select(int number);
  [[nodiscard]] int selected() const { return selected_; }
  // Begun, not complete yet.
  [[nodiscard]] const std::vector<PositionUm>& draft() const { return draft_; }

  void removeSelected();
  void undo();
  void redo();

  // What happens in a slice, in its coordinates; true when the event was for a measurement.
  bool press(const SliceView& view, const QPointF& at);
  bool move(const SliceView& view, const QPointF& at, bool held);
  bool release(const SliceView& view, const QPointF& at);
  // Whether a handle would be gripped there.
  [[nodiscard]] bool grips(const SliceView& view, const QPointF& at) const;
  // Esc, Delete, Ctrl+Z, Ctrl+Shift+Z: `act` false only asks whether the key is wanted.
  bool key(const QKeyEvent& event, bool act);
  void paint(QPainter& painter, const SliceView& view) const;

 Q_SIGNALS:
  // List, selection, tool or draft: draw again.
  void changed();
  void toolChanged();

 private:
  struct Grip {
    int number = 0;
    std::size_t point = 0;
  };
  [[nodiscard]] std::optional<Grip> gripAt(const SliceView& view, const QPointF& at) const;
  [[nodiscard]] int lineAt(const SliceView& view, const QPointF& at) const;
  [[nodiscard]] std::vector<PositionUm> shownPoints(const DrawnMeasurement& measurement) const;
  void addPoint(const PositionUm& point);
  void paintOne(QPainter& painter, const SliceView& view, const std::vector<PositionUm>& points, const QString& text,
                bool chosen) const;

  std::shared_ptr<const Scan> scan_;
  DrawnMeasurementList list_;
  std::optional<MeasurementKind> tool_;
  std::vector<PositionUm> draft_;
  PositionUm hover_{};  // end of the draft that follows the mouse
  int selected_ = 0;
  std::optional<Grip> gripped_;
  PositionUm dragged_{};  // where the gripped point is now
};

// "5.32 µm", "47.1°".
[[nodiscard]] QString valueText(MeasurementKind kind, double value);

}  // namespace tomocyte
