// What the program's figures share: colours that follow the palette or suit paper, axes with round ticks.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

class QPainter;
class QPalette;

namespace tomocyte {

struct FigureColours {
  QColor ground = Qt::white;
  QColor text = Qt::black;
  QColor faint{0x70, 0x70, 0x70};
};
[[nodiscard]] FigureColours figureColours(const QPalette& palette);

// Draws into the area; fills its ground.
using Figure = std::function<void(QPainter&, const QRectF&, const FigureColours&)>;

// Values between low and high that are multiples of 1, 2 or 5 × 10^n, about `wanted` of them, rising.
[[nodiscard]] std::vector<double> roundTicks(double low, double high, int wanted = 5);

// A range with a margin on either side; one value alone gets one around it.
struct AxisRange {
  double low = 0.0;
  double high = 1.0;
};
[[nodiscard]] AxisRange withMargin(double low, double high);

// The vertical axis of a plot whose values fill `plot` from bottom to top: ticks with numbers, grid, title above.
class ValueAxis {
 public:
  ValueAxis(const QRectF& plot, const AxisRange& range) : plot_(plot), range_(range) {}
  [[nodiscard]] double y(double value) const {
    return plot_.bottom() - plot_.height() * (value - range_.low) / (range_.high - range_.low);
  }
  void draw(QPainter& painter, const FigureColours& colours, const QString& title) const;

 private:
  QRectF plot_;
  AxisRange range_;
};

}  // namespace tomocyte
