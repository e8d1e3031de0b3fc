// Where the tiles of a smear scan and the points of its focus map lie.
#pragma once

#include <vector>

#include "core/smear_scan.h"

namespace tomocyte {

// What one tile shows, µm.
struct FieldSize {
  double width_um = 0.0;
  double height_um = 0.0;
};

// Tiles that overlap by the fraction `overlap` and cover the region, which lies in their middle; row by row, every
// other row backwards, so that the stage never goes further than one tile.
[[nodiscard]] std::vector<SmearTile> smear_raster(const SmearRegion& region, const FieldSize& field, double overlap);

struct SlidePoint {
  double x_um = 0.0;
  double y_um = 0.0;
};

// Middles of `columns` x `rows` equal parts of the region, in the order of the raster.
[[nodiscard]] std::vector<SlidePoint> focus_points(const SmearRegion& region, int columns, int rows);

}  // namespace tomocyte
