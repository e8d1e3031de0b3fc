// How close a tomogram comes to the homogeneous sphere that it is known to show: the numbers of docs/benchmarks.md.
#pragma once

#include "core/tomogram.h"

namespace tomocyte {

struct SphereAccuracy {
  double radius_um = 0.0;                // exact
  double sphere_index = 0.0;             // exact
  double true_volume_fl = 0.0;           // exact
  double mean_ri_inner = 0.0;            // within 0.8 of the radius
  double mean_ri = 0.0;                  // within the radius
  double half_contrast_volume_fl = 0.0;  // voxels above the middle between medium and sphere, near the sphere
  double dry_mass_ratio = 0.0;           // sum of n - n_m over voxels above n_m + 0.005 near the sphere / exact
  double background_sd = 0.0;            // SD of n between 1.3 radii + 1 µm and 2.5 radii
};

// The sphere sits at the origin, the centre voxel n/2. "Near" is within 1.5 radii + 0.5 µm.
// Throws InputError when the sphere does not fit into the volume.
[[nodiscard]] SphereAccuracy compare_with_sphere(const Tomogram& tomogram, double radius_um, double sphere_index);

}  // namespace tomocyte
