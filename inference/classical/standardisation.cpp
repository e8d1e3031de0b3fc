#include "inference/classical/standardisation.h"

#include <cmath>

namespace tomocyte {

Standardisation fit_standardisation(const Eigen::MatrixXd& features) {
  Standardisation fit;
  fit.mean = features.colwise().mean().transpose();
  const Eigen::MatrixXd centred = features.rowwise() - fit.mean.transpose();
  fit.sd = (centred.colwise().squaredNorm().transpose() / static_cast<double>(features.rows() - 1)).cwiseSqrt();
  // Rounding of the mean gives a constant feature a spread of its last digits.
  constexpr double kRounding = 1e-12;
  fit.sd = (fit.sd.array() > kRounding * fit.mean.array().abs()).select(fit.sd, 0.0);
  return fit;
}

Eigen::MatrixXd standardised(const Eigen::MatrixXd& features, const Standardisation& standardisation) {
  const Eigen::ArrayXd sd = standardisation.sd.array();
  const Eigen::VectorXd scale = (sd > 0.0).select(sd.inverse(), 0.0);
  return (features.rowwise() - standardisation.mean.transpose()) * scale.asDiagonal();
}

}  // namespace tomocyte
