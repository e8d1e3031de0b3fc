// How refractive index becomes colour and opacity in the 3D view: control points, joined by straight lines.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace tomocyte {

struct TransferPoint {
  double above_medium = 0.0;              // refractive index above the medium's, so that it holds in any medium
  double opacity = 0.0;                   // of 1 µm of it, 0 to 1
  std::array<double, 3> colour{1, 1, 1};  // red, green, blue, 0 to 1; not used with a colour map
  bool operator==(const TransferPoint&) const = default;
};

struct TransferFunction {
  std::string colour_map;  // colours over the range of refractive index that is shown; empty: the points' own
  std::vector<TransferPoint> points;  // ascending; below the first and above the last its value holds on
  bool operator==(const TransferFunction&) const = default;
};

// "White cell", "Red cell", "Bead": cytoplasm glassy, nucleus and nucleoli denser and warmer; haemoglobin red; a bead
// as a solid. Throws InputError for another name.
[[nodiscard]] TransferFunction preset_function(const std::string& name);
// The points' colours from `colour_map`, opacity growing from nothing at `low` to 0.74 at `high` (above the medium).
[[nodiscard]] TransferFunction colour_map_function(const std::string& colour_map, double low, double high);

[[nodiscard]] double opacity_at(const TransferFunction& function, double above_medium);
[[nodiscard]] std::array<double, 3> colour_at(const TransferFunction& function, double above_medium);

// Edits. A moved or added point keeps between its neighbours' refractive indices and within opacity 0 to 1.
// Adds a point of the colour that is there already; returns its place.
std::size_t add_point(TransferFunction& function, double above_medium, double opacity);
void move_point(TransferFunction& function, std::size_t point, double above_medium, double opacity);
// The last two stay.
void remove_point(TransferFunction& function, std::size_t point);

[[nodiscard]] std::string transfer_function_json(const TransferFunction& function);
// Throws InputError: no JSON, points missing, out of order or out of range.
[[nodiscard]] TransferFunction transfer_function_from_json(const std::string& json);

}  // namespace tomocyte
