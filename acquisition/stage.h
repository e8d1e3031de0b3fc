// A motorised XYZ stage; positions in micrometres.
#pragma once

#include <optional>

#include "acquisition/device.h"

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

class Stage : public Device {
 public:
  // Soft limits. Absent: nobody has said, and the stage does not move until somebody does.
  [[nodiscard]] virtual std::optional<StageLimits> limits() const = 0;
  virtual void set_limits(const StageLimits& limits) = 0;

  [[nodiscard]] virtual StagePosition position() const = 0;
  // Moves and returns when settled. Throws DeviceError naming the allowed range, and does not move, when the target is
  // outside the limits, the limits are unknown or the axes are not homed; DeviceError when the stage stalls or is
  // stopped before it arrives.
  virtual void move_to(const StagePosition& target) = 0;
  // Finds the reference position of every axis that has one. Moves over the whole range: ask the user first.
  virtual void home() = 0;
  [[nodiscard]] virtual bool homed() const = 0;
  // Stops all axes at once; a move_to() that is under way throws. From any thread.
  virtual void stop() noexcept = 0;

  virtual void set_speed_um_s(double speed) = 0;
  [[nodiscard]] virtual double speed_um_s() const = 0;
  // Time to wait after a move before the sample is still.
  virtual void set_settle_time_ms(double time) = 0;
  [[nodiscard]] virtual double settle_time_ms() const = 0;
};

// Throws DeviceError naming the axis, the value and the range, or that the limits are unknown. For drivers and plans.
void check_inside(const std::optional<StageLimits>& limits, const StagePosition& target);

}  // namespace tomocyte
