#include "core/control_chart.h"

#include <cmath>

#include "core/error.h"
#include "core/statistics.h"

namespace tomocyte {
namespace {

std::optional<ControlTarget> baseline_target(std::span<const double> values) {
  if (std::ssize(values) < kBaselineMeasurements) return std::nullopt;
  const Summary summary = summarize(values.first(kBaselineMeasurements));
  if (summary.minimum == summary.maximum) return std::nullopt;
  return ControlTarget{summary.mean, summary.standard_deviation};
}

}  // namespace

ControlChart control_chart(std::span<const double> values, const std::optional<ControlTarget>& entered) {
  if (entered && (!std::isfinite(entered->mean) || !(entered->standard_deviation > 0.0)))
    throw InputError("the target of a control needs a mean and a positive SD", "Enter both anew.");
  for (const double value : values)
    if (!std::isfinite(value)) throw InputError("a control measurement is not a finite number");
  ControlChart chart;
  chart.target = entered ? entered : baseline_target(values);
  if (chart.target && !entered) chart.baseline = kBaselineMeasurements;
  for (const double value : values) {
    const double distance = chart.target ? (value - chart.target->mean) / chart.target->standard_deviation : 0.0;
    chart.points.push_back({value, distance, {}});
  }
  if (!chart.target) return chart;
  std::vector<double> judged;
  for (std::size_t i = static_cast<std::size_t>(chart.baseline); i < chart.points.size(); ++i)
    judged.push_back(chart.points[i].deviation);
  const auto rules = westgard_rules(judged);
  for (std::size_t i = 0; i < rules.size(); ++i)
    chart.points[static_cast<std::size_t>(chart.baseline) + i].rules = rules[i];
  return chart;
}

}  // namespace tomocyte
