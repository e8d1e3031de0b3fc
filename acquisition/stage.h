// A motorised XYZ stage; positions in micrometres.
#pragma once

namespace tomocyte {

struct StagePosition {
  double x_um = 0.0;
  double y_um = 0.0;
  double z_um = 0.0;  // positive towards the objective
  bool operator==(const StagePosition&) const = default;
};

struct StageLimits {
  StagePosition lowest;
  StagePosition highest;
};

class Stage {
 public:
  virtual ~Stage() = default;
  [[nodiscard]] virtual StageLimits limits() const = 0;
  [[nodiscard]] virtual StagePosition position() const = 0;
  // Moves and returns when settled. Throws DeviceError naming the allowed range, and does not move, when the target is
  // outside the limits.
  virtual void move_to(const StagePosition& target) = 0;
  virtual void stop() = 0;
};

}  // namespace tomocyte
