#include "acquisition/phantom.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace tomocyte {
namespace {

// Evans & Fung 1972: thickness over the radius of the disc, µm, for the published diameter of 7.82 µm.
bool inside_biconcave(const Eigen::Vector3d& p, double radius, double thickness_scale) {
  const double r2 = (p.x() * p.x() + p.y() * p.y()) / (radius * radius);
  if (r2 >= 1.0) return false;
  const double half = 0.5 * std::sqrt(1.0 - r2) * (0.81 + 7.83 * r2 - 4.39 * r2 * r2);
  return std::abs(p.z()) < half * thickness_scale;
}

// The disc's rim is thickest (2.57 µm) at 0.6 of its radius: an ellipsoid around it is 1.28 / 0.8 high.
constexpr double kThickestHalf = 1.65;  // µm

nlohmann::ordered_json json_of(const Eigen::Vector3d& v) { return {v.x(), v.y(), v.z()}; }

}  // namespace

bool Body::contains(const Eigen::Vector3d& point) const {
  constexpr double kRoughest = 1.5;  // no ripple makes a body larger than this; most points are told off here
  const Eigen::Vector3d offset = point - centre;
  if (form == Form::kEllipsoid && offset.squaredNorm() > std::pow(kRoughest * semi_axes.maxCoeff(), 2)) return false;
  const Eigen::Vector3d p = rotation.transpose() * offset;
  if (form == Form::kBiconcave) return inside_biconcave(p, semi_axes.x(), semi_axes.z());
  const Eigen::Vector3d unit = p.cwiseQuotient(semi_axes);
  const double length = unit.norm();
  double largest = 0.0;
  for (const Ripple& ripple : roughness) largest += std::abs(ripple.amplitude);
  if (length <= 1.0 - largest || length >= 1.0 + largest) return length < 1.0;
  double radius = 1.0;
  for (const Ripple& ripple : roughness)
    radius += ripple.amplitude * std::cos(ripple.wave.dot(unit) / length + ripple.phase);
  return length < radius;
}

Eigen::Vector3d Body::half_extent() const {
  const Eigen::Vector3d axes = form == Form::kBiconcave
                                   ? Eigen::Vector3d(semi_axes.x(), semi_axes.x(), kThickestHalf * semi_axes.z())
                                   : semi_axes;
  double largest = 1.0;
  for (const Ripple& ripple : roughness) largest += std::abs(ripple.amplitude);
  // A rotated ellipsoid reaches sqrt(sum of (R_ij a_j)²) along axis i; the disc lies inside the ellipsoid around it.
  return (rotation * axes.asDiagonal()).rowwise().norm() * largest;
}

std::optional<double> Phantom::index_at(const Eigen::Vector3d& point) const {
  for (auto body = bodies.rbegin(); body != bodies.rend(); ++body)
    if (body->contains(point)) return body->index;
  return std::nullopt;
}

Eigen::AlignedBox3d Phantom::box() const {
  Eigen::AlignedBox3d box;
  for (const Body& body : bodies) {
    const Eigen::Vector3d reach = body.half_extent();
    box.extend(Eigen::AlignedBox3d(body.centre - reach, body.centre + reach));
  }
  return box;
}

void Phantom::move(const Eigen::Vector3d& by) {
  for (Body& body : bodies) body.centre += by;
}

void Phantom::scale(double factor) {
  for (Body& body : bodies) {
    body.centre *= factor;
    body.semi_axes *= factor;
  }
}

std::string describe(const Phantom& phantom) {
  nlohmann::ordered_json bodies = nlohmann::ordered_json::array();
  for (const Body& body : phantom.bodies) {
    nlohmann::ordered_json entry = {{"name", body.name},
                                    {"form", body.form == Body::Form::kBiconcave ? "biconcave" : "ellipsoid"},
                                    {"centre_um", json_of(body.centre)},
                                    {"semi_axes_um", json_of(body.semi_axes)},
                                    {"refractive_index", body.index}};
    const Eigen::AngleAxisd turn(body.rotation);
    entry["rotation_rad"] = turn.angle();
    entry["rotation_axis"] = json_of(turn.axis());
    for (const Body::Ripple& ripple : body.roughness)
      entry["roughness"].push_back(
          {{"amplitude", ripple.amplitude}, {"wave", json_of(ripple.wave)}, {"phase", ripple.phase}});
    bodies.push_back(std::move(entry));
  }
  nlohmann::ordered_json json = {{"type", phantom.type}};
  if (!phantom.traits.empty()) json["traits"] = phantom.traits;
  json["bodies"] = std::move(bodies);
  return json.dump();
}

}  // namespace tomocyte
