#include "acquisition/stage.h"

#include <fmt/format.h>

#include "core/error.h"

namespace tomocyte {

void check_inside(const std::optional<StageLimits>& limits, const StagePosition& target) {
  if (!limits)
    throw DeviceError("the limits of the stage are unknown, so it does not move",
                      "Set the stage's soft limits in the instrument's configuration.");
  const auto check = [](const char* axis, double value, double low, double high) {
    if (!(value >= low && value <= high))
      throw DeviceError(
          fmt::format("the stage cannot go to {} = {} µm; {} to {} µm are allowed", axis, value, low, high),
          "Choose a position inside the range.");
  };
  check("x", target.x_um, limits->lowest.x_um, limits->highest.x_um);
  check("y", target.y_um, limits->lowest.y_um, limits->highest.y_um);
  check("z", target.z_um, limits->lowest.z_um, limits->highest.z_um);
}

}  // namespace tomocyte
