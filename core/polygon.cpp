#include "core/polygon.h"

namespace tomocyte {

bool is_inside(std::span<const PlanePoint> polygon, const PlanePoint& point) {
  if (polygon.size() < 3) return false;
  bool inside = false;
  PlanePoint from = polygon.back();
  for (const PlanePoint& to : polygon) {
    // Half open, so that a ray through a corner meets exactly one of its two edges.
    if ((from.y > point.y) != (to.y > point.y) &&
        point.x < from.x + (to.x - from.x) * (point.y - from.y) / (to.y - from.y))
      inside = !inside;
    from = to;
  }
  return inside;
}

}  // namespace tomocyte
