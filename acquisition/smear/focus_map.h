// The z of best focus over a smear: a surface through points that were focused beforehand.
#pragma once

#include <string>
#include <vector>

namespace tomocyte {

struct FocusPoint {
  double x_um = 0.0;
  double y_um = 0.0;
  double z_um = 0.0;
  bool found = true;         // false: the search saw no focus there (no cells)
  bool used = true;          // false: not found, or refused as an outlier
  double residual_um = 0.0;  // of a found point from the surface
};

enum class FocusModel { kPlane, kQuadratic };
// 3 and 6.
[[nodiscard]] int coefficient_count(FocusModel model);

struct FocusMap {
  FocusModel model = FocusModel::kPlane;
  // z = c0 + c1 x + c2 y + c3 x² + c4 x y + c5 y², x and y in mm from the origin of the map.
  std::vector<double> coefficients_um;
  double origin_x_um = 0.0;
  double origin_y_um = 0.0;
  double residual_rms_um = 0.0;  // of the points that were used; 0 when there are no more than coefficients
  std::vector<FocusPoint> points;

  [[nodiscard]] double z_um(double x_um, double y_um) const;
};

// Least squares. While a point lies further than `tolerance_um` from the surface, the one without which the others fit
// best is refused, a quarter of them at most, and as long as more remain than the surface has coefficients (through as
// many there is always one).
// Throws DeviceError when too few points were found, they lie on a line, or the rest does not fit.
[[nodiscard]] FocusMap fit_focus_map(std::vector<FocusPoint> points, FocusModel model, double tolerance_um);

[[nodiscard]] std::string focus_map_json(const FocusMap& map);

}  // namespace tomocyte
