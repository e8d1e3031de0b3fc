#include "core/line_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kMostSamples = 1e6;

// Where a coordinate lies between two neighbouring voxel centres.
struct Between {
  Index lower = 0;
  Index upper = 0;
  double fraction = 0.0;  // of the upper one
};

std::optional<Between> between(double voxel, Index count) {
  const auto last = static_cast<double>(count - 1);
  constexpr double kRounding = 1e-9;  // an end on the volume's very border is inside
  if (!(voxel >= -0.5 - kRounding && voxel <= last + 0.5 + kRounding)) return std::nullopt;
  const double inside = std::clamp(voxel, 0.0, last);
  const auto lower = static_cast<Index>(std::floor(inside));
  return Between{lower, std::min(lower + 1, count - 1), inside - static_cast<double>(lower)};
}

}  // namespace

std::optional<double> interpolated_ri(const Tomogram& tomogram, const PositionUm& position) {
  const std::array<double, 3> step = {tomogram.voxel_size_um.z, tomogram.voxel_size_um.y, tomogram.voxel_size_um.x};
  std::array<Between, 3> at;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const Index count = tomogram.ri.shape(axis);
    const auto found = between(position[axis] / step[axis] + static_cast<double>(count / 2), count);
    if (!found) return std::nullopt;
    at[axis] = *found;
  }
  double ri = 0.0;
  for (int corner = 0; corner < 8; ++corner) {
    double weight = 1.0;
    Shape<3> voxel{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const bool upper = (corner >> axis) & 1;
      weight *= upper ? at[axis].fraction : 1.0 - at[axis].fraction;
      voxel[axis] = upper ? at[axis].upper : at[axis].lower;
    }
    if (weight > 0.0) ri += weight * tomogram.ri(voxel[0], voxel[1], voxel[2]);
  }
  return ri;
}

PositionUm LineProfile::position(std::size_t sample) const {
  const double t = distance_um[sample] / distance_um.back();
  PositionUm at{};
  for (std::size_t axis = 0; axis < 3; ++axis) at[axis] = from[axis] + t * (to[axis] - from[axis]);
  return at;
}

LineProfile line_profile(const Tomogram& tomogram, const PositionUm& from, const PositionUm& to, double step_um) {
  const VoxelSize& voxel = tomogram.voxel_size_um;
  if (step_um < 0.0) throw InputError("the step of a line profile cannot be negative");
  const double wanted = step_um > 0.0 ? step_um : 0.5 * std::min({voxel.z, voxel.y, voxel.x});
  const double length = tomocyte::distance_um(from, to);
  if (!(length > 0.0)) throw InputError("the line has no length", "Put its two ends at two places.");
  const double steps = std::max(1.0, std::ceil(length / wanted - 1e-9));
  if (!(steps < kMostSamples))
    throw InputError(fmt::format("the line profile would have {:.0f} samples", steps), "Choose a longer step.");
  LineProfile profile{from, to, length / steps, {}, {}};
  const auto count = static_cast<std::size_t>(steps) + 1;
  profile.distance_um.resize(count);
  for (std::size_t i = 0; i < count; ++i) profile.distance_um[i] = length * static_cast<double>(i) / steps;
  for (std::size_t i = 0; i < count; ++i) {
    const PositionUm at = profile.position(i);
    const std::optional<double> ri = interpolated_ri(tomogram, at);
    if (!ri)
      throw InputError(
          fmt::format("the line leaves the tomogram at x {:.2f}, y {:.2f}, z {:.2f} µm", at[2], at[1], at[0]),
          "Positions count from the centre voxel; both ends must lie inside.");
    profile.ri.push_back(*ri);
  }
  return profile;
}

}  // namespace tomocyte
