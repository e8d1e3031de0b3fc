#include "core/drawn_measurement.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/error.h"

namespace tomocyte {
namespace {

PositionUm difference(const PositionUm& from, const PositionUm& to) {
  return {to[0] - from[0], to[1] - from[1], to[2] - from[2]};
}

double dot(const PositionUm& a, const PositionUm& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

PositionUm cross(const PositionUm& a, const PositionUm& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

}  // namespace

double distance_um(const PositionUm& from, const PositionUm& to) {
  const PositionUm way = difference(from, to);
  return std::sqrt(dot(way, way));
}

// By the arc tangent: the arc cosine loses half of its digits near 0 and 180 degrees.
double angle_degrees(const PositionUm& first, const PositionUm& vertex, const PositionUm& second) {
  const PositionUm a = difference(vertex, first);
  const PositionUm b = difference(vertex, second);
  if (dot(a, a) == 0.0 || dot(b, b) == 0.0)
    throw InputError("an arm of the angle has no length", "Put its three points at three places.");
  const PositionUm normal = cross(a, b);
  constexpr double kDegrees = 57.29577951308232;
  return kDegrees * std::atan2(std::sqrt(dot(normal, normal)), dot(a, b));
}

std::size_t points_of(MeasurementKind kind) { return kind == MeasurementKind::angle ? 3 : 2; }

std::string name_of(MeasurementKind kind) {
  switch (kind) {
    case MeasurementKind::distance:
      return "distance";
    case MeasurementKind::angle:
      return "angle";
    case MeasurementKind::profile:
      return "profile";
  }
  return {};
}

std::string unit_of(MeasurementKind kind) { return kind == MeasurementKind::angle ? "°" : "µm"; }

double value_of(const DrawnMeasurement& measurement) {
  const std::vector<PositionUm>& points = measurement.points;
  if (points.size() != points_of(measurement.kind))
    throw InputError("a measurement of the kind \"" + name_of(measurement.kind) + "\" takes " +
                     std::to_string(points_of(measurement.kind)) + " points, not " + std::to_string(points.size()));
  if (measurement.kind == MeasurementKind::angle) return angle_degrees(points[0], points[1], points[2]);
  return distance_um(points[0], points[1]);
}

const DrawnMeasurement* DrawnMeasurementList::find(int number) const {
  const auto found =
      std::find_if(now_.begin(), now_.end(), [&](const DrawnMeasurement& m) { return m.number == number; });
  return found == now_.end() ? nullptr : &*found;
}

void DrawnMeasurementList::step_to(State next) {
  before_.push_back(std::exchange(now_, std::move(next)));
  after_.clear();
}

int DrawnMeasurementList::add(MeasurementKind kind, std::vector<PositionUm> points) {
  DrawnMeasurement added{given_ + 1, kind, std::move(points)};
  (void)value_of(added);
  State next = now_;
  next.push_back(std::move(added));
  step_to(std::move(next));
  return ++given_;
}

void DrawnMeasurementList::move(int number, std::vector<PositionUm> points) {
  State next = now_;
  const auto found =
      std::find_if(next.begin(), next.end(), [&](const DrawnMeasurement& m) { return m.number == number; });
  if (found == next.end()) throw InputError("there is no measurement " + std::to_string(number));
  found->points = std::move(points);
  (void)value_of(*found);
  if (next != now_) step_to(std::move(next));
}

void DrawnMeasurementList::remove(int number) {
  State next = now_;
  std::erase_if(next, [&](const DrawnMeasurement& m) { return m.number == number; });
  if (next != now_) step_to(std::move(next));
}

void DrawnMeasurementList::clear() {
  if (!now_.empty()) step_to({});
}

bool DrawnMeasurementList::undo() {
  if (before_.empty()) return false;
  after_.push_back(std::exchange(now_, std::move(before_.back())));
  before_.pop_back();
  return true;
}

bool DrawnMeasurementList::redo() {
  if (after_.empty()) return false;
  before_.push_back(std::exchange(now_, std::move(after_.back())));
  after_.pop_back();
  return true;
}

}  // namespace tomocyte
