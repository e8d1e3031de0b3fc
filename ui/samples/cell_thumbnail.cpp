#include "ui/samples/cell_thumbnail.h"

#include <QBuffer>
#include <QImage>
#include <algorithm>
#include <cmath>

#include "ui/slice_image.h"

namespace tomocyte {
namespace {

// [y, x] of the square about the cell; what lies outside the volume is medium.
Array<float, 2> projection(const Tomogram& tomogram, const Cell& cell) {
  const Shape<3> shape = tomogram.ri.shape();
  const auto edge = [](double pixelUm) { return std::max<Index>(1, std::lround(kThumbnailUm / pixelUm)); };
  Array<float, 2> highest({edge(tomogram.voxel_size_um.y), edge(tomogram.voxel_size_um.x)});
  std::fill_n(highest.data(), highest.size(), static_cast<float>(tomogram.medium_index));
  const Index y0 = (cell.box.begin[1] + cell.box.end[1] - highest.shape(0)) / 2;
  const Index x0 = (cell.box.begin[2] + cell.box.end[2] - highest.shape(1)) / 2;
  for (Index z = cell.box.begin[0]; z < cell.box.end[0]; ++z)
    for (Index y = std::max<Index>(0, -y0); y < std::min(highest.shape(0), shape[1] - y0); ++y)
      for (Index x = std::max<Index>(0, -x0); x < std::min(highest.shape(1), shape[2] - x0); ++x)
        highest(y, x) = std::max(highest(y, x), tomogram.ri(z, y + y0, x + x0));
  return highest;
}

std::string pngOf(const QImage& image) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return buffer.data().toStdString();
}

}  // namespace

std::vector<std::string> cellThumbnails(const Scan& scan) {
  std::vector<std::string> thumbnails;
  if (!scan.tomogram) return thumbnails;
  const Tomogram& tomogram = *scan.tomogram;
  for (const Cell& cell : scan.cells)
    thumbnails.push_back(
        pngOf(colourImage(projection(tomogram, cell).view(), ColourMap::named("viridis"), tomogram.medium_index,
                          tomogram.medium_index + kThumbnailRiAbove)
                  .scaled(kThumbnailPixels, kThumbnailPixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
  return thumbnails;
}

}  // namespace tomocyte
