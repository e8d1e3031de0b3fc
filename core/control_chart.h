// The chart of a control that is measured day by day (Levey & Jennings 1950, American Journal of Clinical Pathology
// 20:1059): each measurement's distance from the target, and the control rules it breaks.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/westgard.h"

namespace tomocyte {

// As many as the baseline needs: fewer tell too little of the SD.
inline constexpr int kBaselineMeasurements = 20;

struct ControlTarget {
  double mean = 0.0;
  double standard_deviation = 1.0;
  bool operator==(const ControlTarget&) const = default;
};

struct ControlPoint {
  double value = 0.0;
  double deviation = 0.0;  // from the target mean in target SDs; 0 without a target
  std::vector<WestgardRule> rules;
};

struct ControlChart {
  std::optional<ControlTarget> target;  // entered, or the baseline's; none while the baseline is too short or all equal
  int baseline = 0;  // measurements at the start that the target was computed from; 0: it was entered
  std::vector<ControlPoint> points;
};

// Oldest value first. Measurements of the baseline made their own limits: no rule is applied to them, and rules that
// look back begin after them. Throws InputError: a value that is not finite, an entered SD that is not positive.
[[nodiscard]] ControlChart control_chart(std::span<const double> values, const std::optional<ControlTarget>& entered);

}  // namespace tomocyte
