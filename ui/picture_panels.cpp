// Panels of the PNG pictures, painted on the CPU except the 3D view.
#include "ui/picture_panels.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPen>
#include <algorithm>

#include "ui/cell_table_model.h"
#include "ui/display.h"
#include "ui/painting.h"
#include "ui/viewer/volume_picture.h"

namespace tomocyte {
namespace {

// Square of the picture (in its pixels) around the cells with some room; the whole slice when there are none.
QRectF cropped(const SliceGeometry& geometry, const Scan& scan) {
  const QRectF whole(0.0, 0.0, static_cast<double>(geometry.columns()), static_cast<double>(geometry.rows()));
  QRectF around;
  double side = 0.0;  // µm; the same in all planes, so that the panels have one scale
  const VoxelSize& size = scan.tomogram->voxel_size_um;
  VoxelBox all;
  for (const Cell& cell : scan.cells) {
    if (cell.too_small && scan.cells.size() > 1) continue;
    if (element_count(all.end) == 0) all = cell.box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
      all.begin[axis] = std::min(all.begin[axis], cell.box.begin[axis]);
      all.end[axis] = std::max(all.end[axis], cell.box.end[axis]);
    }
  }
  if (element_count(all.end) == 0) return whole;
  const double steps[3] = {size.z, size.y, size.x};
  for (std::size_t axis = 0; axis < 3; ++axis)
    side = std::max(side, 1.5 * static_cast<double>(all.end[axis] - all.begin[axis]) * steps[axis]);
  around = geometry.box(all);
  const double width = side / geometry.columnSizeUm();
  const double height = side / geometry.rowSizeUm();
  return QRectF(around.center().x() - 0.5 * width, around.center().y() - 0.5 * height, width, height)
      .intersected(whole);
}

const char* nameOf(SlicePlane plane) { return plane == SlicePlane::xy ? "XY" : plane == SlicePlane::xz ? "XZ" : "YZ"; }

// `source` of the image, fitted into `area`; returns where it came to lie.
QRectF drawFitted(QPainter& painter, const QRectF& area, const QImage& image, const QRectF& source, double columnSize,
                  double rowSize) {
  const double scale =
      std::min(area.width() / (source.width() * columnSize), area.height() / (source.height() * rowSize));
  QRectF target(0.0, 0.0, source.width() * columnSize * scale, source.height() * rowSize * scale);
  target.moveCenter(area.center());
  painter.fillRect(area, Qt::black);
  painter.drawImage(target, image, source);
  return target;
}

}  // namespace

VoxelPoint pictureCentre(const Scan& scan) {
  const std::array<double, 3> centre = scan.cells.empty() ? std::array<double, 3>{} : scan.cells.front().centroid_um;
  return umToVoxel(*scan.tomogram, centre);
}

void drawSlicePanel(QPainter& painter, const QRectF& area, const Scan& scan, SlicePlane plane,
                    const VoxelPoint& through, bool maximum, const PictureColours& colours) {
  const Tomogram& tomogram = *scan.tomogram;
  const SliceGeometry geometry(plane, tomogram.ri.shape(), tomogram.voxel_size_um);
  const Array<float, 2> values = maximum ? maximumProjection(tomogram, plane) : slice(tomogram, plane, through);
  const QImage image = colourImage(values.view(), ColourMap::named(colours.map), colours.range.low, colours.range.high);
  const QRectF source = cropped(geometry, scan);
  const QRectF shown = drawFitted(painter, area, image, source, geometry.columnSizeUm(), geometry.rowSizeUm());
  drawScaleBar(painter, shown, shown.width() / (source.width() * geometry.columnSizeUm()), QStringLiteral("µm"));
  const double depth = voxelToUm(tomogram, through)[geometry.depthAxis()];
  drawCaption(painter, shown, Qt::AlignLeft | Qt::AlignTop,
              maximum ? QCoreApplication::translate("picture_panels", "%1 maximum projection").arg(nameOf(plane))
                      : QCoreApplication::translate("picture_panels", "%1 slice, %2 = %3 µm")
                            .arg(nameOf(plane))
                            .arg(QChar("zyx"[geometry.depthAxis()]))
                            .arg(depth, 0, 'f', 2));
}

void drawVolumePanel(QPainter& painter, const QRectF& area, const Scan& scan, const VolumeLook& look) {
  ensureDisplay();
  double heightUm = 0.0;
  const std::shared_ptr<const Scan> borrowed(std::shared_ptr<void>(), &scan);
  const QImage image =
      renderVolume(borrowed, look, static_cast<int>(area.width()), static_cast<int>(area.height()), heightUm);
  painter.drawImage(area, image);
  drawScaleBar(painter, area, area.height() / heightUm, QStringLiteral("µm"));
  drawCaption(painter, area, Qt::AlignLeft | Qt::AlignTop,
              QCoreApplication::translate("picture_panels", "Volume rendering"));
}

void drawValuesPanel(QPainter& painter, const QRectF& area, View<const float, 2> values, double pixelSize,
                     const QString& lengthUnit, const std::string& map, const RiRange& range, const QString& title,
                     const QString& quantity) {
  const double barWidth = 6.0 * painter.fontMetrics().horizontalAdvance('0') + 40.0;
  const ColourMap& colours = ColourMap::named(map);
  const QImage image = colourImage(values, colours, range.low, range.high);
  const QRectF shown =
      drawFitted(painter, area.adjusted(0, 0, -barWidth, 0), image, image.rect(), pixelSize, pixelSize);
  drawScaleBar(painter, shown, shown.width() / (image.width() * pixelSize), lengthUnit);
  drawCaption(painter, shown, Qt::AlignLeft | Qt::AlignTop, title);
  drawColourBar(painter, QRectF(area.right() - barWidth + 10.0, area.top(), barWidth - 10.0, area.height()), colours,
                range.low, range.high, quantity);
}

void drawCellTable(QPainter& painter, const QRectF& area, const Scan& scan) {
  CellTableModel model;
  model.setScan(std::shared_ptr<const Scan>(std::shared_ptr<void>(), &scan));
  const double line = 1.5 * QFontMetricsF(painter.font()).height();
  const double column = area.width() / model.columnCount();
  const auto cell = [&](int row, int at) {
    return QRectF(area.left() + at * column, area.top() + row * line, column, line).adjusted(6, 0, -6, 0);
  };
  painter.fillRect(QRectF(area.left(), area.top(), area.width(), line), QColor(0x2b, 0x30, 0x37));
  for (int at = 0; at < model.columnCount(); ++at) {
    painter.setPen(colour::kFaint);
    painter.drawText(cell(0, at), Qt::AlignRight | Qt::AlignVCenter,
                     model.headerData(at, Qt::Horizontal, Qt::DisplayRole).toString());
  }
  const int fitting = static_cast<int>(area.height() / line) - 1;
  const int rows = model.rowCount() > fitting ? fitting - 1 : model.rowCount();
  for (int row = 0; row < rows; ++row)
    for (int at = 0; at < model.columnCount(); ++at) {
      const QVariant flagged = model.data(model.index(row, at), Qt::ForegroundRole);
      painter.setPen(flagged.isValid() ? colour::kWarning : colour::kText);
      painter.drawText(cell(row + 1, at), Qt::AlignRight | Qt::AlignVCenter,
                       model.data(model.index(row, at)).toString());
    }
  painter.setPen(colour::kFaint);
  const QRectF rest(area.left() + 6.0, area.top() + (rows + 1) * line, area.width(), line);
  if (model.rowCount() == 0)
    painter.drawText(rest, Qt::AlignVCenter, QCoreApplication::translate("picture_panels", "no cells measured"));
  else if (rows < model.rowCount())
    painter.drawText(rest, Qt::AlignVCenter,
                     QCoreApplication::translate("picture_panels", "and %1 more").arg(model.rowCount() - rows));
}

}  // namespace tomocyte
