#include "core/transfer_function.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kLeastStep = 1e-5;  // refractive index between neighbouring points

// `density`: attenuation per µm.
TransferPoint stop(double above_medium, double red, double green, double blue, double density) {
  return {above_medium, 1.0 - std::exp(-density), {red, green, blue}};
}

// The first point above, and how far the way from the one before it is done.
struct Place {
  std::size_t lower = 0;
  std::size_t upper = 0;
  double t = 0.0;
};

Place place_of(const std::vector<TransferPoint>& points, double above_medium) {
  if (points.empty()) throw InputError("a transfer function without points");
  const auto next = std::find_if(points.begin(), points.end(),
                                 [&](const TransferPoint& point) { return point.above_medium > above_medium; });
  if (next == points.begin()) return {};
  const auto upper = static_cast<std::size_t>(next - points.begin());
  if (next == points.end()) return {upper - 1, upper - 1, 0.0};
  const double from = points[upper - 1].above_medium;
  return {upper - 1, upper, (above_medium - from) / (next->above_medium - from)};
}

}  // namespace

TransferFunction preset_function(const std::string& name) {
  if (name == "White cell")
    return {"",
            {stop(0.006, 0.30, 0.55, 0.80, 0.000), stop(0.012, 0.35, 0.65, 0.90, 0.060),
             stop(0.024, 0.45, 0.80, 0.85, 0.090), stop(0.034, 0.95, 0.85, 0.45, 0.280),
             stop(0.046, 0.98, 0.60, 0.25, 0.650), stop(0.070, 1.00, 0.95, 0.85, 1.200)}};
  if (name == "Red cell")
    return {"",
            {stop(0.008, 0.55, 0.05, 0.08, 0.000), stop(0.020, 0.70, 0.10, 0.12, 0.250),
             stop(0.045, 0.85, 0.20, 0.18, 0.700), stop(0.080, 1.00, 0.60, 0.50, 1.200)}};
  if (name == "Bead")
    return {"",
            {stop(0.010, 0.55, 0.60, 0.70, 0.000), stop(0.020, 0.60, 0.70, 0.85, 0.600),
             stop(0.040, 0.75, 0.85, 0.95, 1.500), stop(0.200, 1.00, 1.00, 1.00, 3.000)}};
  throw InputError("there is no 3D preset \"" + name + "\"", "Choose White cell, Red cell or Bead.");
}

TransferFunction colour_map_function(const std::string& colour_map, double low, double high) {
  TransferFunction function{colour_map, {}};
  for (const double t : {0.12, 0.25, 0.4, 0.6, 0.8, 1.0})
    function.points.push_back({low + t * (high - low), 0.9 * std::pow(t - 0.12, 1.5), {t, t, t}});
  return function;
}

double opacity_at(const TransferFunction& function, double above_medium) {
  const auto& points = function.points;
  const Place at = place_of(points, above_medium);
  return points[at.lower].opacity + at.t * (points[at.upper].opacity - points[at.lower].opacity);
}

std::array<double, 3> colour_at(const TransferFunction& function, double above_medium) {
  const auto& points = function.points;
  const Place at = place_of(points, above_medium);
  std::array<double, 3> colour{};
  for (std::size_t channel = 0; channel < 3; ++channel) {
    const double from = points[at.lower].colour[channel];
    colour[channel] = from + at.t * (points[at.upper].colour[channel] - from);
  }
  return colour;
}

std::size_t add_point(TransferFunction& function, double above_medium, double opacity) {
  const std::array<double, 3> colour = colour_at(function, above_medium);
  auto& points = function.points;
  const auto next = std::find_if(points.begin(), points.end(),
                                 [&](const TransferPoint& point) { return point.above_medium > above_medium; });
  const auto added = points.insert(next, {above_medium, opacity, colour});
  const auto place = static_cast<std::size_t>(added - points.begin());
  move_point(function, place, above_medium, opacity);
  return place;
}

void move_point(TransferFunction& function, std::size_t point, double above_medium, double opacity) {
  auto& points = function.points;
  const double low = point > 0 ? points[point - 1].above_medium + kLeastStep : -1.0;
  const double high = point + 1 < points.size() ? points[point + 1].above_medium - kLeastStep : 2.0;
  points[point].above_medium = low < high ? std::clamp(above_medium, low, high) : 0.5 * (low + high);
  points[point].opacity = std::clamp(opacity, 0.0, 1.0);
}

void remove_point(TransferFunction& function, std::size_t point) {
  if (function.points.size() > 2 && point < function.points.size())
    function.points.erase(function.points.begin() + static_cast<std::ptrdiff_t>(point));
}

std::string transfer_function_json(const TransferFunction& function) {
  nlohmann::ordered_json points = nlohmann::ordered_json::array();
  for (const TransferPoint& point : function.points)
    points.push_back({{"above_medium", point.above_medium}, {"opacity_per_um", point.opacity}, {"rgb", point.colour}});
  return nlohmann::ordered_json({{"colour_map", function.colour_map}, {"points", points}}).dump();
}

TransferFunction transfer_function_from_json(const std::string& json) {
  TransferFunction function;
  try {
    const auto parsed = nlohmann::json::parse(json);
    function.colour_map = parsed.at("colour_map").get<std::string>();
    for (const auto& point : parsed.at("points"))
      function.points.push_back({point.at("above_medium").get<double>(), point.at("opacity_per_um").get<double>(),
                                 point.at("rgb").get<std::array<double, 3>>()});
  } catch (const nlohmann::json::exception& error) {
    throw InputError(std::string("the 3D look cannot be read: ") + error.what());
  }
  if (function.points.size() < 2) throw InputError("the 3D look has fewer than two points");
  for (std::size_t i = 0; i < function.points.size(); ++i) {
    const TransferPoint& point = function.points[i];
    const bool ordered = i == 0 || point.above_medium > function.points[i - 1].above_medium;
    bool within = point.opacity >= 0.0 && point.opacity <= 1.0 && std::abs(point.above_medium) <= 2.0;
    for (const double channel : point.colour) within &= channel >= 0.0 && channel <= 1.0;
    if (!ordered || !within) throw InputError("point " + std::to_string(i + 1) + " of the 3D look cannot be used");
  }
  return function;
}

}  // namespace tomocyte
