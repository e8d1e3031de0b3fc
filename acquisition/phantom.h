// Cells as analytic bodies: an index of refraction that can be asked for at any point.
#pragma once

#include <Eigen/Geometry>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/tomogram.h"

namespace tomocyte {

// Lengths in µm; axes (x, y, z).
struct Body {
  enum class Form {
    kEllipsoid,  // semi-axes, rotated; its radius modulated by `roughness`
    kBiconcave,  // red cell of Evans & Fung 1972; semi_axes.x() is the radius, .z() scales the thickness (1 =
                 // published)
  };
  std::string name;  // "nucleus"
  Form form = Form::kEllipsoid;
  Eigen::Vector3d centre = Eigen::Vector3d::Zero();
  Eigen::Vector3d semi_axes = Eigen::Vector3d::Ones();
  Eigen::Matrix3d rotation = Eigen::Matrix3d::Identity();  // columns: the body's axes
  double index = 1.337;
  // Relative modulation of the radius: amplitudes of cos(m·direction_m + phase_m), a low-order membrane shape.
  struct Ripple {
    double amplitude = 0.0;
    Eigen::Vector3d wave = Eigen::Vector3d::Zero();
    double phase = 0.0;
  };
  std::vector<Ripple> roughness;

  [[nodiscard]] bool contains(const Eigen::Vector3d& point) const;
  [[nodiscard]] Eigen::Vector3d half_extent() const;  // of the axis-aligned box around the centre that holds the body
};

// Later bodies lie inside, or replace, earlier ones: the last that contains a point gives its index.
struct Phantom {
  std::string type;  // "monocyte"
  std::vector<Body> bodies;
  double medium_index = 1.337;
  std::map<std::string, double> traits;  // what was drawn to make the cell; empty where nothing was

  // Index at a point, nothing where no body is.
  [[nodiscard]] std::optional<double> index_at(const Eigen::Vector3d& point) const;
  // Axis-aligned box of all bodies.
  [[nodiscard]] Eigen::AlignedBox3d box() const;
  // The same cell elsewhere, and its lengths multiplied.
  void move(const Eigen::Vector3d& by);
  void scale(double factor);
};

// Points first + (i, j, k)·step, µm; axes (x, y, z), shape [z, y, x].
struct PointGrid {
  Eigen::Vector3d first = Eigen::Vector3d::Zero();
  Eigen::Vector3d step = Eigen::Vector3d::Ones();
  Shape<3> shape{};
};
// Writes the phantom's index at every point of the grid that lies in one of its bodies and leaves the others: what
// index_at() says, body by body instead of point by point.
void paint(const Phantom& phantom, const PointGrid& grid, View<float, 3> values);

struct PhantomTruth {
  double volume_fl = 0.0;
  double mean_ri = 0.0;
};
// By counting on a grid of `step_um`.
[[nodiscard]] PhantomTruth integrate(const Phantom& phantom, double step_um);

// n averaged over each voxel of `shape` [z, y, x] (supersampled 2 x 2 x 2) whose voxel n/2 lies at the origin.
[[nodiscard]] Tomogram sample_phantoms(const std::vector<Phantom>& phantoms, double medium_index, const Shape<3>& shape,
                                       const VoxelSize& voxel);

// Every body with its parameters, as a JSON object.
[[nodiscard]] std::string describe(const Phantom& phantom);

}  // namespace tomocyte
