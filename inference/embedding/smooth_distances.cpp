#include "inference/embedding/smooth_distances.h"

#include <cmath>
#include <limits>

namespace tomocyte {
namespace {

constexpr double kSmallestScale = 1e-3;  // of the mean distance, as in the authors' program

double nearest_other(const Eigen::RowVectorXd& distance) {
  for (const double d : distance)
    if (d > 0.0) return d;
  return 0.0;
}

double total_membership(const Eigen::RowVectorXd& distance, double rho, double sigma) {
  return (-(distance.array() - rho).max(0.0) / sigma).exp().sum();
}

// The total grows with sigma from the number of neighbours within rho to k.
double solve_sigma(const Eigen::RowVectorXd& distance, double rho, double target) {
  double low = 0.0;
  double high = std::numeric_limits<double>::infinity();
  double sigma = 1.0;
  constexpr int kSteps = 100;
  for (int step = 0; step < kSteps; ++step) {
    (total_membership(distance, rho, sigma) < target ? low : high) = sigma;
    sigma = std::isinf(high) ? 2.0 * sigma : 0.5 * (low + high);
  }
  return sigma;
}

}  // namespace

SmoothScales smooth_distances(const Eigen::MatrixXd& distance, LocalConnectivity connectivity) {
  const double target = std::log2(static_cast<double>(distance.cols()));
  const double mean = distance.mean();
  SmoothScales scales{Eigen::VectorXd::Zero(distance.rows()), Eigen::VectorXd(distance.rows())};
  for (Eigen::Index i = 0; i < distance.rows(); ++i) {
    if (connectivity == LocalConnectivity::kNearest) scales.rho(i) = nearest_other(distance.row(i));
    const double floor = kSmallestScale * (scales.rho(i) > 0.0 ? distance.row(i).mean() : mean);
    const double sigma = solve_sigma(distance.row(i), scales.rho(i), target);
    scales.sigma(i) = std::max({sigma, floor, std::numeric_limits<double>::min()});
  }
  return scales;
}

Eigen::MatrixXd membership(const Eigen::MatrixXd& distance, const SmoothScales& scales) {
  const Eigen::ArrayXXd beyond = (distance.colwise() - scales.rho).array().max(0.0);
  return (-(beyond.colwise() / scales.sigma.array())).exp();
}

}  // namespace tomocyte
