// A rectangle on a smear.
#pragma once

namespace tomocyte {

// In the stage's coordinates, from the corner of least x and y.
struct SmearRegion {
  double x_um = 0.0;
  double y_um = 0.0;
  double width_um = 0.0;
  double height_um = 0.0;
  bool operator==(const SmearRegion&) const = default;

  // The far sides belong to the neighbour, so that regions side by side count every cell once.
  [[nodiscard]] bool contains(double x, double y) const {
    return x >= x_um && x < x_um + width_um && y >= y_um && y < y_um + height_um;
  }
  [[nodiscard]] SmearRegion grown_by(double margin_um) const {
    return {x_um - margin_um, y_um - margin_um, width_um + 2.0 * margin_um, height_um + 2.0 * margin_um};
  }
};

}  // namespace tomocyte
