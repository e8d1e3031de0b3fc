// Features brought to mean 0 and SD 1, by the training set's mean and SD.
#pragma once

#include <Eigen/Core>

namespace tomocyte {

struct Standardisation {
  Eigen::VectorXd mean;  // [feature]
  Eigen::VectorXd sd;    // [feature], with n - 1; 0 for a feature that never changed in the training set
};

// features: [cell, feature], at least two cells.
[[nodiscard]] Standardisation fit_standardisation(const Eigen::MatrixXd& features);

// A feature of SD 0 becomes 0: nothing was learnt about it.
[[nodiscard]] Eigen::MatrixXd standardised(const Eigen::MatrixXd& features, const Standardisation& standardisation);

}  // namespace tomocyte
