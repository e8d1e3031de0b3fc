#include "acquisition/smear/smear_raster.h"

#include <algorithm>
#include <cmath>

namespace tomocyte {
namespace {

// Centres along one axis.
std::vector<double> centres(double start_um, double length_um, double field_um, double overlap) {
  constexpr double kRounding = 1e-9;  // a region of exactly n tiles has n
  const double step_um = field_um * (1.0 - overlap);
  const double steps = std::ceil((length_um - field_um) / step_um - kRounding);
  const auto count = static_cast<std::size_t>(std::max(0.0, steps)) + 1;
  const double first_um = start_um + (length_um - static_cast<double>(count - 1) * step_um) / 2.0;
  std::vector<double> places(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = first_um + static_cast<double>(i) * step_um;
  return places;
}

}  // namespace

std::vector<SmearTile> smear_raster(const SmearRegion& region, const FieldSize& field, double overlap) {
  const std::vector<double> xs = centres(region.x_um, region.width_um, field.width_um, overlap);
  const std::vector<double> ys = centres(region.y_um, region.height_um, field.height_um, overlap);
  std::vector<SmearTile> tiles;
  for (std::size_t row = 0; row < ys.size(); ++row)
    for (std::size_t i = 0; i < xs.size(); ++i) {
      const std::size_t column = row % 2 == 0 ? i : xs.size() - 1 - i;
      tiles.push_back({static_cast<Index>(row), static_cast<Index>(column), xs[column], ys[row], 0.0});
    }
  return tiles;
}

std::vector<SlidePoint> focus_points(const SmearRegion& region, int columns, int rows) {
  std::vector<SlidePoint> points;
  for (int row = 0; row < rows; ++row)
    for (int i = 0; i < columns; ++i) {
      const int column = row % 2 == 0 ? i : columns - 1 - i;
      points.push_back({region.x_um + region.width_um * (column + 0.5) / columns,
                        region.y_um + region.height_um * (row + 0.5) / rows});
    }
  return points;
}

}  // namespace tomocyte
