// Point sets from formulas alone, so that another program can compute the very same ones.
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <numbers>
#include <vector>

namespace tomocyte {

inline double fraction(double x) { return x - std::floor(x); }

// Two low-discrepancy sequences (multiples of irrational numbers), so that the sets are evenly filled.
inline double first_sequence(Eigen::Index i) { return fraction(static_cast<double>(i + 1) * 0.7548776662466927); }
inline double second_sequence(Eigen::Index i) { return fraction(static_cast<double>(i + 1) * 0.5698402909980532); }

// A sheet rolled up one and a half times: [point, 3].
inline Eigen::MatrixXd swiss_roll(Eigen::Index points) {
  Eigen::MatrixXd roll(points, 3);
  for (Eigen::Index i = 0; i < points; ++i) {
    const double t = 1.5 * std::numbers::pi * (1.0 + 2.0 * first_sequence(i));
    roll.row(i) << t * std::cos(t), 21.0 * second_sequence(i), t * std::sin(t);
  }
  return roll;
}

// Ten groups (point % 10), each a bent sheet of its own with noise: [point, feature].
inline Eigen::MatrixXd ten_groups(Eigen::Index points, Eigen::Index features) {
  Eigen::MatrixXd groups(points, features);
  for (Eigen::Index i = 0; i < points; ++i) {
    const auto c = static_cast<double>(i % 10);
    const double u = 2.0 * std::numbers::pi * first_sequence(i);
    const double v = 3.0 * second_sequence(i);
    for (Eigen::Index k = 0; k < features; ++k) {
      const auto d = static_cast<double>(k);
      const double middle = 2.0 * std::sin(12.9898 * (c + 1.0) * (d + 1.0));
      const double sheet =
          std::cos(u + 0.3 * d * (1.0 + std::fmod(c, 3.0))) + 0.7 * std::sin(v + 0.17 * d * (2.0 + std::fmod(c, 4.0)));
      const double noise = fraction(43758.5453 * std::sin(78.233 * static_cast<double>(i * features + k + 1))) - 0.5;
      groups(i, k) = middle + sheet + noise;
    }
  }
  return groups;
}

// Share of points whose nearest other on the map is of their group (point % 10).
inline double share_beside_own_group(const Eigen::MatrixXd& map) {
  double own = 0.0;
  for (Eigen::Index i = 0; i < map.rows(); ++i) {
    Eigen::VectorXd squared = (map.rowwise() - map.row(i)).rowwise().squaredNorm();
    squared(i) = squared.maxCoeff() + 1.0;
    Eigen::Index nearest = 0;
    squared.minCoeff(&nearest);
    own += nearest % 10 == i % 10 ? 1.0 : 0.0;
  }
  return own / static_cast<double>(map.rows());
}

}  // namespace tomocyte
