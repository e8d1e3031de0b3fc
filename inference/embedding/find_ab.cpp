#include "inference/embedding/find_ab.h"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr int kSamples = 300;

struct Target {
  Eigen::ArrayXd distance;
  Eigen::ArrayXd membership;
};

// Residuals, and their derivatives by log(a) and log(b): both stay positive.
double residuals(const Target& target, const Eigen::Vector2d& logs, Eigen::VectorXd& residual,
                 Eigen::MatrixX2d& jacobian) {
  const double b = std::exp(logs(1));
  const Eigen::ArrayXd log_distance = target.distance.max(1e-300).log();
  const Eigen::ArrayXd power = (logs(0) + 2.0 * b * log_distance).exp();  // a d^(2b)
  const Eigen::ArrayXd value = (1.0 + power).inverse();
  residual = (value - target.membership).matrix();
  const Eigen::ArrayXd slope = -value.square() * power;
  jacobian.col(0) = slope.matrix();
  jacobian.col(1) = (slope * 2.0 * b * log_distance).matrix();
  return residual.squaredNorm();
}

}  // namespace

// Levenberg-Marquardt in two unknowns.
MembershipCurve find_ab(double spread, double minimum_distance) {
  if (!(spread > 0.0 && minimum_distance >= 0.0 && minimum_distance < 3.0 * spread))
    throw InputError(fmt::format("a minimum distance of {} does not fit a spread of {}", minimum_distance, spread),
                     "Choose a minimum distance from 0 to below three times the spread.");
  Target target;
  target.distance = Eigen::ArrayXd::LinSpaced(kSamples, 0.0, 3.0 * spread);
  target.membership = (-(target.distance - minimum_distance).max(0.0) / spread).exp();
  Eigen::Vector2d logs = Eigen::Vector2d::Zero();
  Eigen::VectorXd residual(kSamples);
  Eigen::MatrixX2d jacobian(kSamples, 2);
  double error = residuals(target, logs, residual, jacobian);
  double damping = 1e-3;
  constexpr int kSteps = 200;
  for (int step = 0; step < kSteps && damping < 1e12; ++step) {
    Eigen::Matrix2d normal = jacobian.transpose() * jacobian;
    normal.diagonal() *= 1.0 + damping;
    const Eigen::Vector2d trial = logs - normal.ldlt().solve(jacobian.transpose() * residual);
    Eigen::VectorXd trial_residual(kSamples);
    Eigen::MatrixX2d trial_jacobian(kSamples, 2);
    const double trial_error = residuals(target, trial, trial_residual, trial_jacobian);
    const bool better = trial_error < error;
    damping *= better ? 0.3 : 4.0;
    if (!better) continue;
    logs = trial;
    error = trial_error;
    residual = trial_residual;
    jacobian = trial_jacobian;
  }
  return {std::exp(logs(0)), std::exp(logs(1))};
}

double attraction(const MembershipCurve& curve, double squared_distance) {
  if (squared_distance <= 0.0) return 0.0;
  const double power = std::pow(squared_distance, curve.b);
  return -2.0 * curve.a * curve.b * power / (squared_distance * (1.0 + curve.a * power));
}

double repulsion(const MembershipCurve& curve, double squared_distance) {
  constexpr double kSoftening = 1e-3;  // points at the same place are not thrown to infinity
  return 2.0 * curve.b / ((kSoftening + squared_distance) * (1.0 + curve.a * std::pow(squared_distance, curve.b)));
}

}  // namespace tomocyte
