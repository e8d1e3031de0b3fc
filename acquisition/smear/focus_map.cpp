#include "acquisition/smear/focus_map.h"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kMm = 1e-3;  // in a µm
constexpr const char* kRemedy = "Check that the region lies on the smear and that the slide is clamped flat.";

Eigen::VectorXd terms(const FocusMap& map, double x_um, double y_um) {
  const double x = kMm * (x_um - map.origin_x_um);
  const double y = kMm * (y_um - map.origin_y_um);
  Eigen::VectorXd values(coefficient_count(map.model));
  if (map.model == FocusModel::kPlane)
    values << 1.0, x, y;
  else
    values << 1.0, x, y, x * x, x * y, y * y;
  return values;
}

int used_points(const FocusMap& map) {
  return static_cast<int>(std::ranges::count_if(map.points, [](const FocusPoint& point) { return point.used; }));
}

// Through the points that are used; fills in all residuals. Returns their greatest, of the used ones.
double fit(FocusMap& map) {
  const int count = used_points(map);
  Eigen::MatrixXd design(count, coefficient_count(map.model));
  Eigen::VectorXd heights(count);
  Eigen::Index row = 0;
  for (const FocusPoint& point : map.points)
    if (point.used) {
      design.row(row) = terms(map, point.x_um, point.y_um).transpose();
      heights(row++) = point.z_um;
    }
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> decomposition(design);
  decomposition.setThreshold(1e-6);
  if (decomposition.rank() < coefficient_count(map.model))
    throw DeviceError("the points in focus do not span a surface", "Measure points that do not lie on one line.");
  const Eigen::VectorXd solution = decomposition.solve(heights);
  map.coefficients_um.assign(solution.begin(), solution.end());
  double squares = 0.0;
  double greatest = 0.0;
  for (FocusPoint& point : map.points) {
    if (!point.found) continue;
    point.residual_um = point.z_um - map.z_um(point.x_um, point.y_um);
    if (!point.used) continue;
    squares += point.residual_um * point.residual_um;
    greatest = std::max(greatest, std::abs(point.residual_um));
  }
  map.residual_rms_um = std::sqrt(squares / count);
  return greatest;
}

// The map without the point whose absence leaves the smallest residual.
FocusMap without_worst(const FocusMap& map) {
  FocusMap best;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < map.points.size(); ++i) {
    if (!map.points[i].used) continue;
    FocusMap candidate = map;
    candidate.points[i].used = false;
    fit(candidate);
    if (candidate.residual_rms_um < least) {
      least = candidate.residual_rms_um;
      best = std::move(candidate);
    }
  }
  return best;
}

}  // namespace

int coefficient_count(FocusModel model) { return model == FocusModel::kPlane ? 3 : 6; }

double FocusMap::z_um(double x_um, double y_um) const {
  const Eigen::VectorXd values = terms(*this, x_um, y_um);
  double z = 0.0;
  for (std::size_t i = 0; i < coefficients_um.size(); ++i)
    z += coefficients_um[i] * values(static_cast<Eigen::Index>(i));
  return z;
}

FocusMap fit_focus_map(std::vector<FocusPoint> points, FocusModel model, double tolerance_um) {
  FocusMap map;
  map.model = model;
  map.points = std::move(points);
  const auto found = static_cast<int>(std::ranges::count_if(map.points, [](const FocusPoint& p) { return p.found; }));
  if (found < coefficient_count(model))
    throw DeviceError(fmt::format("a focus was found at {} of {} points; {} are needed", found, map.points.size(),
                                  coefficient_count(model)),
                      kRemedy);
  for (FocusPoint& point : map.points) {
    point.used = point.found;
    if (!point.found) continue;
    map.origin_x_um += point.x_um / found;
    map.origin_y_um += point.y_um / found;
  }
  double greatest = fit(map);
  // Of many points that are refused one cannot say that the rest is right.
  const int fewest = std::max(coefficient_count(model) + 1, found - found / 4);
  while (greatest > tolerance_um && used_points(map) > fewest) {
    map = without_worst(map);
    greatest = 0.0;
    for (const FocusPoint& point : map.points)
      if (point.used) greatest = std::max(greatest, std::abs(point.residual_um));
  }
  if (greatest > tolerance_um)
    throw DeviceError(fmt::format("the points in focus lie up to {:.2f} µm beside one surface; {} µm are allowed",
                                  greatest, tolerance_um),
                      kRemedy);
  return map;
}

std::string focus_map_json(const FocusMap& map) {
  nlohmann::ordered_json json = {{"model", map.model == FocusModel::kPlane ? "plane" : "quadratic"},
                                 {"coefficients_um", map.coefficients_um},
                                 {"origin_um", {map.origin_x_um, map.origin_y_um}},
                                 {"residual_rms_um", map.residual_rms_um},
                                 {"points", nlohmann::ordered_json::array()}};
  for (const FocusPoint& point : map.points)
    json["points"].push_back({{"x_um", point.x_um},
                              {"y_um", point.y_um},
                              {"z_um", point.z_um},
                              {"found", point.found},
                              {"used", point.used},
                              {"residual_um", point.residual_um}});
  return json.dump();
}

}  // namespace tomocyte
