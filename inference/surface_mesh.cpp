#include "inference/surface_mesh.h"

#include <cmath>

namespace tomocyte {
namespace {

struct Point {
  double z = 0.0;
  double y = 0.0;
  double x = 0.0;
};

Point operator-(const Point& a, const Point& b) { return {a.z - b.z, a.y - b.y, a.x - b.x}; }
double dot(const Point& a, const Point& b) { return a.z * b.z + a.y * b.y + a.x * b.x; }
Point cross(const Point& a, const Point& b) {
  return {a.x * b.y - a.y * b.x, a.z * b.x - a.x * b.z, a.y * b.z - a.z * b.y};
}

double tetrahedron_volume(const Point& a, const Point& b, const Point& c, const Point& d) {
  return std::abs(dot(b - a, cross(c - a, d - a))) / 6.0;
}
double triangle_area(const Point& a, const Point& b, const Point& c) {
  const Point n = cross(b - a, c - a);
  return 0.5 * std::sqrt(dot(n, n));
}

struct Corner {
  Point at;
  double value = 0.0;  // above the level when positive
};

Point crossing(const Corner& inside, const Corner& outside) {
  const double t = inside.value / (inside.value - outside.value);
  const Point step = outside.at - inside.at;
  return {inside.at.z + t * step.z, inside.at.y + t * step.y, inside.at.x + t * step.x};
}

// A plane cuts a tetrahedron in a triangle (1 or 3 corners inside) or a quadrilateral (2 inside).
void add_tetrahedron(const std::array<Corner, 4>& corners, SurfaceMeasure& sum) {
  std::array<const Corner*, 4> inside{};
  std::array<const Corner*, 4> outside{};
  int in = 0;
  int out = 0;
  for (const Corner& corner : corners)
    (corner.value > 0.0 ? inside[static_cast<std::size_t>(in++)] : outside[static_cast<std::size_t>(out++)]) = &corner;
  if (in == 0) return;
  const double whole = tetrahedron_volume(corners[0].at, corners[1].at, corners[2].at, corners[3].at);
  if (in == 4) {
    sum.volume_fl += whole;
  } else if (in == 2) {
    const Point ac = crossing(*inside[0], *outside[0]);
    const Point ad = crossing(*inside[0], *outside[1]);
    const Point bc = crossing(*inside[1], *outside[0]);
    const Point bd = crossing(*inside[1], *outside[1]);
    sum.area_um2 += triangle_area(ac, ad, bd) + triangle_area(ac, bd, bc);
    const Point& a = inside[0]->at;
    const Point& b = inside[1]->at;
    sum.volume_fl +=
        tetrahedron_volume(a, b, bc, bd) + tetrahedron_volume(a, bc, bd, ac) + tetrahedron_volume(a, ac, ad, bd);
  } else {
    const bool tip_inside = in == 1;
    const Corner& tip = tip_inside ? *inside[0] : *outside[0];
    std::array<Point, 3> cut{};
    for (std::size_t i = 0; i < 3; ++i) cut[i] = tip_inside ? crossing(tip, *outside[i]) : crossing(*inside[i], tip);
    sum.area_um2 += triangle_area(cut[0], cut[1], cut[2]);
    const double corner_volume = tetrahedron_volume(tip.at, cut[0], cut[1], cut[2]);
    sum.volume_fl += tip_inside ? corner_volume : whole - corner_volume;
  }
}

// Six tetrahedra around the cube's diagonal 0-7; corner bits: 1 = x, 2 = y, 4 = z. Neighbouring cubes agree on faces.
constexpr int kTetrahedra[6][4] = {{0, 1, 3, 7}, {0, 3, 2, 7}, {0, 2, 6, 7}, {0, 6, 4, 7}, {0, 4, 5, 7}, {0, 5, 1, 7}};

}  // namespace

SurfaceMeasure measure_isosurface(View<const float, 3> values, double level, const VoxelSize& voxel) {
  const Shape<3>& shape = values.shape();
  SurfaceMeasure sum;
  const double deep_outside = -1.0;
  const auto value_at = [&](Index z, Index y, Index x) {
    const bool within = z >= 0 && y >= 0 && x >= 0 && z < shape[0] && y < shape[1] && x < shape[2];
    return within ? static_cast<double>(values(z, y, x)) - level : deep_outside;
  };
  for (Index z = -1; z < shape[0]; ++z)
    for (Index y = -1; y < shape[1]; ++y)
      for (Index x = -1; x < shape[2]; ++x) {
        std::array<Corner, 8> corners;
        int inside = 0;
        for (int i = 0; i < 8; ++i) {
          const Index cz = z + (i >> 2);
          const Index cy = y + ((i >> 1) & 1);
          const Index cx = x + (i & 1);
          Corner& corner = corners[static_cast<std::size_t>(i)];
          corner.value = value_at(cz, cy, cx);
          corner.at = {static_cast<double>(cz) * voxel.z, static_cast<double>(cy) * voxel.y,
                       static_cast<double>(cx) * voxel.x};
          inside += corner.value > 0.0 ? 1 : 0;
        }
        if (inside == 0) continue;
        if (inside == 8) {
          sum.volume_fl += voxel.volume_um3();
          continue;
        }
        for (const auto& tetrahedron : kTetrahedra)
          add_tetrahedron(
              {corners[static_cast<std::size_t>(tetrahedron[0])], corners[static_cast<std::size_t>(tetrahedron[1])],
               corners[static_cast<std::size_t>(tetrahedron[2])], corners[static_cast<std::size_t>(tetrahedron[3])]},
              sum);
      }
  return sum;
}

}  // namespace tomocyte
