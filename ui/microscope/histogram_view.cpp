#include "ui/microscope/histogram_view.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/theme.h"

namespace tomocyte {

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) { setAccessibleName(tr("Histogram of the counts")); }

void HistogramView::setHistogram(std::vector<double> bins, double fullScale, double saturated) {
  bins_ = std::move(bins);
  fullScale_ = fullScale;
  saturated_ = saturated;
  update();
}

// Heights by the square root, so that a thin tail can still be seen.
void HistogramView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().background);
  const QRectF area = QRectF(rect()).adjusted(6, 6, -6, -20);
  painter.setPen(theme().faint);
  const QRectF below(area.left(), area.bottom() + 2, area.width(), 16);
  if (bins_.empty()) {
    painter.drawText(area, Qt::AlignCenter, tr("no frame"));
    return;
  }
  const double highest = std::max(1.0, *std::max_element(bins_.begin(), bins_.end()));
  const double width = area.width() / static_cast<double>(bins_.size());
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    const double height = area.height() * std::sqrt(bins_[i] / highest);
    const bool full = i + 1 == bins_.size() && saturated_ > 0.0;
    painter.fillRect(QRectF(area.left() + static_cast<double>(i) * width, area.bottom() - height, width, height),
                     full ? theme().warning : theme().accent);
  }
  painter.drawText(below, Qt::AlignLeft, QStringLiteral("0"));
  painter.drawText(below, Qt::AlignRight, tr("%1 counts").arg(fullScale_, 0, 'f', 0));
  painter.setPen(saturated_ > 0.0 ? theme().warning : theme().faint);
  painter.drawText(below, Qt::AlignHCenter,
                   saturated_ > 0.0 ? tr("%1 % saturated").arg(100.0 * saturated_, 0, 'g', 2) : tr("not saturated"));
}

}  // namespace tomocyte
