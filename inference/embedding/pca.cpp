#include "inference/embedding/pca.h"

#include <Eigen/Eigenvalues>

namespace tomocyte {

Eigen::MatrixXd principal_components(const Eigen::MatrixXd& points, int dimensions) {
  const Eigen::MatrixXd centred = points.rowwise() - points.colwise().mean();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(centred.transpose() * centred);
  Eigen::MatrixXd components = Eigen::MatrixXd::Zero(points.rows(), dimensions);
  for (Eigen::Index i = 0; i < std::min<Eigen::Index>(dimensions, points.cols()); ++i) {
    Eigen::VectorXd axis = solver.eigenvectors().col(points.cols() - 1 - i);
    Eigen::Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    if (axis(largest) < 0.0) axis = -axis;
    components.col(i) = centred * axis;
  }
  return components;
}

}  // namespace tomocyte
