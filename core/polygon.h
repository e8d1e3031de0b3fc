// Which points lie in a polygon: what a lasso around points of a chart selects.
#pragma once

#include <span>

namespace tomocyte {

struct PlanePoint {
  double x = 0.0;
  double y = 0.0;
  bool operator==(const PlanePoint&) const = default;
};

// The even-odd rule: a ray from the point crosses the outline an odd number of times (Shimrat 1962, Algorithm 112;
// Haines 1994, "Point in polygon strategies"). The last corner is joined to the first; fewer than three corners hold
// nothing. Where the outline crosses itself, what it encloses twice is outside.
[[nodiscard]] bool is_inside(std::span<const PlanePoint> polygon, const PlanePoint& point);

}  // namespace tomocyte
