// What a person measures between points of a tomogram. Points are [z, y, x] in µm from the tomogram's centre voxel
// (n/2), like Cell::centroid_um: unequal voxel edges are in them already.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace tomocyte {

using PositionUm = std::array<double, 3>;

[[nodiscard]] double distance_um(const PositionUm& from, const PositionUm& to);

// Between the arms vertex→first and vertex→second, 0 to 180. Throws InputError when an arm has no length.
[[nodiscard]] double angle_degrees(const PositionUm& first, const PositionUm& vertex, const PositionUm& second);

enum class MeasurementKind { distance, angle, profile };

// Points that it takes: 2; an angle takes 3.
[[nodiscard]] std::size_t points_of(MeasurementKind kind);
// "distance", "angle", "profile"; "µm", "°".
[[nodiscard]] std::string name_of(MeasurementKind kind);
[[nodiscard]] std::string unit_of(MeasurementKind kind);

struct DrawnMeasurement {
  int number = 0;  // what it is called on the screen and in files
  MeasurementKind kind = MeasurementKind::distance;
  std::vector<PositionUm> points;  // of an angle: the vertex is the second
  bool operator==(const DrawnMeasurement&) const = default;
};

// Length of a distance or profile in µm, an angle in degrees. Throws InputError: wrong number of points, or an angle
// with an arm of no length.
[[nodiscard]] double value_of(const DrawnMeasurement& measurement);

// The measurements of one scan, with undo and redo. Numbers start at 1 and are not given twice.
class DrawnMeasurementList {
 public:
  [[nodiscard]] const std::vector<DrawnMeasurement>& items() const { return now_; }
  // Null when there is none.
  [[nodiscard]] const DrawnMeasurement* find(int number) const;
  // Returns its number. Throws InputError as value_of does.
  int add(MeasurementKind kind, std::vector<PositionUm> points);
  // Other points for the measurement `number`. Throws InputError as value_of does, and when there is none.
  void move(int number, std::vector<PositionUm> points);
  void remove(int number);
  void clear();
  // False when there is nothing to take back, or to do again.
  bool undo();
  bool redo();

 private:
  using State = std::vector<DrawnMeasurement>;
  void step_to(State next);
  State now_;
  std::vector<State> before_;
  std::vector<State> after_;
  int given_ = 0;
};

}  // namespace tomocyte
