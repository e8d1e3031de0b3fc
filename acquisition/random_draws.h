// Draws that the phantoms share. The same generator state gives the same cell.
#pragma once

#include <Eigen/Geometry>
#include <random>

namespace tomocyte {

using Random = std::mt19937_64;

[[nodiscard]] double uniform(Random& random, double low, double high);

// Normal, cut at 2.5 SD so that no cell is absurd.
[[nodiscard]] double normal(Random& random, double mean, double sd);

// Evenly distributed over the sphere, and over about half of all turns.
[[nodiscard]] Eigen::Vector3d direction(Random& random);
[[nodiscard]] Eigen::Matrix3d rotation(Random& random);

}  // namespace tomocyte
