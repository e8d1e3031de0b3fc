#include "ui/viewer/volume_sheet.h"

#include <QCoreApplication>
#include <QFont>
#include <QPainter>
#include <algorithm>

#include "ui/painting.h"

namespace tomocyte {
namespace {

constexpr std::size_t kColours = 64;

struct Bar {
  ColourMap map;
  double low;
  double high;
};

// A colour map has its own range; the points' colours reach from the first point to the last.
Bar barOf(const VolumeLook& look, double medium) {
  const TransferFunction& function = look.function;
  if (!function.colour_map.empty()) return {ColourMap::named(function.colour_map), look.ri_minimum, look.ri_maximum};
  const double low = function.points.front().above_medium;
  const double high = function.points.back().above_medium;
  std::vector<QRgb> colours;
  for (std::size_t i = 0; i < kColours; ++i) {
    const auto colour = colour_at(function, low + (high - low) * static_cast<double>(i) / (kColours - 1));
    colours.push_back(qRgb(static_cast<int>(255.0 * colour[0] + 0.5), static_cast<int>(255.0 * colour[1] + 0.5),
                           static_cast<int>(255.0 * colour[2] + 0.5)));
  }
  return {ColourMap::through(colours), medium + low, medium + high};
}

QString surfaceText(const VolumeLook& look) {
  const char* names[] = {QT_TRANSLATE_NOOP("VolumeSheet", "membrane n = %1"),
                         QT_TRANSLATE_NOOP("VolumeSheet", "interior n = %1")};
  QStringList parts;
  for (std::size_t i = 0; i < look.surfaces.size(); ++i)
    if (look.surfaces[i].shown)
      parts << QCoreApplication::translate("VolumeSheet", names[i]).arg(look.surfaces[i].ri, 0, 'f', 4);
  return parts.join(QStringLiteral("\n"));
}

}  // namespace

QImage labelledFrame(const QImage& frame, const Scan& scan, const VolumeLook& look, double heightUm) {
  QImage sheet = frame.copy();
  QPainter painter(&sheet);
  painter.setRenderHints(QPainter::Antialiasing);
  const double unit = std::min(sheet.width(), sheet.height()) / 600.0;
  QFont font(QStringLiteral("DejaVu Sans"));
  font.setPixelSize(std::max(8, static_cast<int>(14.0 * unit)));
  painter.setFont(font);
  const double line = QFontMetricsF(font).height();
  const QRectF all(sheet.rect());
  const QRectF picture = all.adjusted(0.0, 0.0, 0.0, -1.6 * line);
  QString title = QString::fromStdString(scan.sample_id);
  if (const QString surfaces = surfaceText(look); !surfaces.isEmpty()) title += QStringLiteral("\n") + surfaces;
  drawCaption(painter, picture, Qt::AlignLeft | Qt::AlignTop, title);
  if (scan.simulated) drawSimulatedBadge(painter, QRectF(all.left(), 0.3 * line, all.width() - 0.6 * line, 1.8 * line));
  drawScaleBar(painter, picture, sheet.height() / heightUm, QStringLiteral("µm"));
  if (look.volume && scan.tomogram) {
    const Bar bar = barOf(look, scan.tomogram->medium_index);
    const double width = 5.5 * line;
    drawColourBar(painter, QRectF(all.right() - width, 3.0 * line, width, 0.5 * all.height()), bar.map, bar.low,
                  bar.high, QStringLiteral("n"));
  }
  painter.fillRect(QRectF(all.left(), all.bottom() - 1.6 * line, all.width(), 1.6 * line + 1.0), QColor(0, 0, 0, 170));
  // Whole in narrow pictures too: a sentence that must stand on it may not be cut.
  QFont small = font;
  const QString words = QString::fromUtf8(kResearchUseOnly);
  while (small.pixelSize() > 6 && QFontMetricsF(small).horizontalAdvance(words) > all.width() - line)
    small.setPixelSize(small.pixelSize() - 1);
  painter.setFont(small);
  painter.setPen(colour::kText);
  painter.drawText(QRectF(all.left(), all.bottom() - 1.6 * line, all.width(), 1.6 * line), Qt::AlignCenter, words);
  return sheet;
}

}  // namespace tomocyte
