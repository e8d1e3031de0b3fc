// The simulated light against an exact solution: how far it can be trusted as a test of anything else.
#pragma once

#include <vector>

#include "acquisition/beam_propagation.h"
#include "core/hologram_stack.h"

namespace tomocyte {

struct MieComparison {
  std::vector<double> error_per_angle;  // |simulated - exact| / |exact - 1|: relative to the scattered field (L2)
  double field_error = 0.0;             // over all angles, |simulated - exact| / |exact| (L2)
  double scattered_error = 0.0;         // over all angles, |simulated - exact| / |exact - 1| (L2)
};

// `exact` holds u/u_incident of a homogeneous sphere at the origin, not yet limited by a pupil, in the plane
// z = focus_offset_um. Both are brought to the focal plane and limited to the pupil of exact.setup.
[[nodiscard]] MieComparison compare_with_mie(const FieldStack& exact, double radius_um, double sphere_index,
                                             const PropagationGrid& grid = {}, const Progress& progress = {});

}  // namespace tomocyte
