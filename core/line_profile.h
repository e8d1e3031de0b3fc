// Refractive index along a straight line through a tomogram.
#pragma once

#include <optional>
#include <vector>

#include "core/drawn_measurement.h"
#include "core/tomogram.h"

namespace tomocyte {

// Trilinear between the centres of the eight voxels around `position`; within the outer half of a border voxel its own
// value. Nothing outside of the volume.
[[nodiscard]] std::optional<double> interpolated_ri(const Tomogram& tomogram, const PositionUm& position);

struct LineProfile {
  PositionUm from{};
  PositionUm to{};
  double step_um = 0.0;             // between samples
  std::vector<double> distance_um;  // from `from`; the last is the length
  std::vector<double> ri;

  [[nodiscard]] PositionUm position(std::size_t sample) const;
};

// Equidistant samples from one end to the other, at most `step_um` apart (0: half the shortest edge of a voxel). Throws
// InputError: an end outside of the tomogram, no length, a negative step, more than a million samples.
[[nodiscard]] LineProfile line_profile(const Tomogram& tomogram, const PositionUm& from, const PositionUm& to,
                                       double step_um = 0.0);

}  // namespace tomocyte
