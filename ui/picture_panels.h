// The parts that pictures are composed of. Internal to ui/pictures.
#pragma once

#include <QPainter>
#include <QRectF>

#include "core/scan.h"
#include "ui/slice_geometry.h"
#include "ui/slice_image.h"
#include "ui/volume_scene.h"

namespace tomocyte {

struct PictureColours {
  std::string map;
  RiRange range;
};

// The slice through `through`, or the maximum projection, cropped to the surroundings of the cells.
void drawSlicePanel(QPainter& painter, const QRectF& area, const Scan& scan, SlicePlane plane,
                    const VoxelPoint& through, bool maximum, const PictureColours& colours);
// Throws DeviceError when there is no display.
void drawVolumePanel(QPainter& painter, const QRectF& area, const Scan& scan, const VolumeLook& look);
// A picture of numbers with its own colour bar.
void drawValuesPanel(QPainter& painter, const QRectF& area, View<const float, 2> values, double pixelSize,
                     const QString& lengthUnit, const std::string& map, const RiRange& range, const QString& title,
                     const QString& quantity);
// As many rows as fit.
void drawCellTable(QPainter& painter, const QRectF& area, const Scan& scan);

// The voxel that the slices go through: the first cell's centroid, or the centre.
[[nodiscard]] VoxelPoint pictureCentre(const Scan& scan);

}  // namespace tomocyte
