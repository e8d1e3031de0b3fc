// Cutting the volume and colouring the cut.
#include "ui/slice_image.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tomocyte {
namespace {

SliceGeometry geometryOf(const Tomogram& tomogram, SlicePlane plane) {
  return {plane, tomogram.ri.shape(), tomogram.voxel_size_um};
}

}  // namespace

Array<float, 2> slice(const Tomogram& tomogram, SlicePlane plane, const VoxelPoint& through) {
  const SliceGeometry geometry = geometryOf(tomogram, plane);
  const auto volume = tomogram.ri.view();
  Array<float, 2> picture({geometry.rows(), geometry.columns()});
  VoxelPoint at = clampVoxel(volume.shape(), through);
  for (Index row = 0; row < geometry.rows(); ++row)
    for (Index column = 0; column < geometry.columns(); ++column) {
      at[geometry.rowAxis()] = row;
      at[geometry.columnAxis()] = column;
      picture(row, column) = volume(at[0], at[1], at[2]);
    }
  return picture;
}

Array<float, 2> maximumProjection(const Tomogram& tomogram, SlicePlane plane) {
  const SliceGeometry geometry = geometryOf(tomogram, plane);
  const auto volume = tomogram.ri.view();
  Array<float, 2> picture({geometry.rows(), geometry.columns()});
  std::fill(picture.values().begin(), picture.values().end(), std::numeric_limits<float>::lowest());
  VoxelPoint at{};
  for (at[0] = 0; at[0] < volume.shape(0); ++at[0])
    for (at[1] = 0; at[1] < volume.shape(1); ++at[1])
      for (at[2] = 0; at[2] < volume.shape(2); ++at[2]) {
        float& highest = picture(at[geometry.rowAxis()], at[geometry.columnAxis()]);
        highest = std::max(highest, volume(at[0], at[1], at[2]));
      }
  return picture;
}

QImage colourImage(View<const float, 2> values, const ColourMap& map, double low, double high) {
  QImage image(static_cast<int>(values.shape(1)), static_cast<int>(values.shape(0)), QImage::Format_RGB32);
  const double scale = high > low ? 1.0 / (high - low) : 0.0;
  for (Index row = 0; row < values.shape(0); ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(row)));
    for (Index column = 0; column < values.shape(1); ++column)
      line[column] = map.at((values(row, column) - low) * scale);
  }
  return image;
}

RiRange displayRange(const Tomogram& tomogram) {
  const double medium = tomogram.medium_index;
  // Of a large volume some of the rows: the window asks for this whenever a scan is shown.
  constexpr Index kEnough = 2'000'000;
  const View<const float, 3> ri = tomogram.ri.view();
  const Index rows = ri.shape(0) * ri.shape(1);
  const Index step = std::max<Index>(1, tomogram.ri.size() / kEnough);
  std::vector<float> sample;
  for (Index row = 0; row < rows; row += step) {
    const View<const float, 1> values = ri[row / ri.shape(1)][row % ri.shape(1)];
    for (Index x = 0; x < values.shape(0); ++x)
      if (values(x) > medium + 0.002) sample.push_back(values(x));
  }
  if (sample.empty()) return {medium, medium + 0.01};
  const auto rank = static_cast<std::ptrdiff_t>(0.9995 * static_cast<double>(sample.size() - 1));
  std::nth_element(sample.begin(), sample.begin() + rank, sample.end());
  const double high = std::ceil(sample[static_cast<std::size_t>(rank)] * 200.0) / 200.0;
  return {medium, std::max(high, medium + 0.01)};
}

RiRange valueRange(View<const float, 2> values) {
  RiRange range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (Index row = 0; row < values.shape(0); ++row)
    for (Index column = 0; column < values.shape(1); ++column) {
      const double value = values(row, column);
      if (!std::isfinite(value)) continue;
      range.low = std::min(range.low, value);
      range.high = std::max(range.high, value);
    }
  if (range.low > range.high) return {0.0, 1.0};
  if (range.low == range.high) range.high = range.low + 1.0;
  return range;
}

}  // namespace tomocyte
