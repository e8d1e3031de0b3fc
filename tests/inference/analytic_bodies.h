// Analytic bodies on voxels: an index step softened over one voxel, as band-limited imaging would show it.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "core/tomogram.h"

inline constexpr double kMedium = 1.337;

inline tomocyte::Tomogram empty_volume(const tomocyte::Shape<3>& shape, const tomocyte::VoxelSize& voxel) {
  tomocyte::Tomogram tomogram;
  tomogram.ri = tomocyte::Array<float, 3>(shape);
  std::fill(tomogram.ri.values().begin(), tomogram.ri.values().end(), static_cast<float>(kMedium));
  tomogram.voxel_size_um = voxel;
  tomogram.medium_index = kMedium;
  tomogram.wavelength_um = 0.532;
  return tomogram;
}

// Semi-axes and centre [z, y, x] in µm from the centre voxel n/2. `hard`: 0 or 1 by the voxel's centre.
inline void add_ellipsoid(tomocyte::Tomogram& tomogram, const std::array<double, 3>& semi_axes,
                          const std::array<double, 3>& centre, double index, bool hard = false) {
  const auto& shape = tomogram.ri.shape();
  const std::array<double, 3> step = {tomogram.voxel_size_um.z, tomogram.voxel_size_um.y, tomogram.voxel_size_um.x};
  for (tomocyte::Index z = 0; z < shape[0]; ++z)
    for (tomocyte::Index y = 0; y < shape[1]; ++y)
      for (tomocyte::Index x = 0; x < shape[2]; ++x) {
        const std::array<tomocyte::Index, 3> at = {z, y, x};
        double level = 0.0;
        double slope = 0.0;
        for (std::size_t i = 0; i < 3; ++i) {
          const double d = static_cast<double>(at[i] - shape[i] / 2) * step[i] - centre[i];
          level += d * d / (semi_axes[i] * semi_axes[i]);
          slope += 4.0 * d * d / std::pow(semi_axes[i], 4);
        }
        // Signed distance to the surface, to first order.
        const double distance = slope > 0.0 ? (1.0 - level) / std::sqrt(slope) : 1.0;
        const double edge = hard ? (level < 1.0 ? 1.0 : 0.0) : std::clamp(0.5 + distance / (2.0 * step[2]), 0.0, 1.0);
        float& n = tomogram.ri(z, y, x);
        n = std::max(n, static_cast<float>(kMedium + edge * (index - kMedium)));
      }
}
