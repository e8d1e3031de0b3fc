#include "acquisition/phantom_cells.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "acquisition/white_cell.h"

namespace tomocyte {
namespace {

Phantom make_red_cell(double medium_index, Random& random) {
  constexpr double kPublishedRadius = 3.91;  // µm
  constexpr double kHemoglobinIndex = 1.395;
  Phantom cell;
  cell.type = "rbc";
  cell.medium_index = medium_index;
  Body disc;
  disc.name = "red cell";
  disc.form = Body::Form::kBiconcave;
  const double scale = std::cbrt(normal(random, 94.0, 9.0) / 94.0);
  disc.semi_axes = {kPublishedRadius * scale, kPublishedRadius * scale, scale};
  // Cells lie flat on the slide, tilted a little.
  disc.rotation =
      Eigen::AngleAxisd(uniform(random, 0.0, 0.15), Eigen::Vector3d(direction(random).x(), 1.0, 0.0).normalized())
          .toRotationMatrix();
  disc.index = normal(random, kHemoglobinIndex, 0.002);
  cell.bodies = {disc};
  return cell;
}

Phantom make_platelet(double medium_index, Random& random) {
  Phantom cell;
  cell.type = "platelet";
  cell.medium_index = medium_index;
  const double volume = normal(random, 8.0, 2.0);
  const double radius = std::cbrt(3.0 * volume / (4.0 * std::numbers::pi));
  cell.bodies = {ellipsoid("body", Eigen::Vector3d::Zero(), Eigen::Vector3d(1.3, 1.3, 1.0 / 1.69) * radius,
                           Eigen::Matrix3d::Identity(), 1.0)};
  for (int i = 0; i < 4; ++i) {
    Eigen::Vector3d at = direction(random) * (0.5 * radius);
    at.z() *= 0.4;
    cell.bodies.push_back(ellipsoid("granule", at, Eigen::Vector3d::Constant(0.15), Eigen::Matrix3d::Identity(), 1.5));
  }
  scale_to(cell, volume, 15.0);
  return cell;
}

}  // namespace

Phantom make_cell(const std::string& type, double medium_index, Random& random) {
  if (type == "rbc") return make_red_cell(medium_index, random);
  if (type == "platelet") return make_platelet(medium_index, random);
  return make_white_cell(type, {}, medium_index, random);
}

Phantom make_sphere(double radius_um, double index, double medium_index) {
  Phantom phantom{"sphere", {}, medium_index, {}};
  phantom.bodies = {ellipsoid("sphere", Eigen::Vector3d::Zero(), Eigen::Vector3d::Constant(radius_um),
                              Eigen::Matrix3d::Identity(), index)};
  return phantom;
}

Phantom make_coated_sphere(double radius_um, double index, double medium_index) {
  Phantom phantom = make_sphere(radius_um, index, medium_index);
  phantom.type = "coated-sphere";
  phantom.bodies.push_back(ellipsoid("core", Eigen::Vector3d::Zero(), Eigen::Vector3d::Constant(0.6 * radius_um),
                                     Eigen::Matrix3d::Identity(), index + 0.5 * (index - medium_index)));
  return phantom;
}

std::vector<Phantom> make_field(double width_um, double medium_index, Random& random) {
  const std::vector<std::string> kinds = {"t-lymphocyte", "rbc", "rbc", "rbc", "platelet", "platelet"};
  std::vector<Phantom> placed;
  for (const std::string& kind : kinds) {
    Phantom cell = make_cell(kind, medium_index, random);
    const double reach = 0.5 * cell.box().sizes().head<2>().maxCoeff();
    const double room = 0.5 * width_um - reach - 1.0;
    for (int attempt = 0; attempt < 500 && room > 0.0; ++attempt) {
      const double x = uniform(random, -room, room);
      const double y = uniform(random, -room, room);
      const bool free = std::none_of(placed.begin(), placed.end(), [&](const Phantom& other) {
        const Eigen::AlignedBox3d box = other.box();
        const double other_reach = 0.5 * box.sizes().head<2>().maxCoeff();
        return (box.center().head<2>() - Eigen::Vector2d(x, y)).norm() < reach + other_reach + 0.3;
      });
      if (!free) continue;
      cell.move({x, y, 0.0});
      placed.push_back(std::move(cell));
      break;
    }
  }
  return placed;
}

}  // namespace tomocyte
