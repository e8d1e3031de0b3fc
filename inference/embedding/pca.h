// Principal components: the linear map that others start from and are compared with.
#pragma once

#include <Eigen/Core>

namespace tomocyte {

// points: [point, feature]. Returns [point, dimension], the largest variance first; zeros beyond the number of
// features. The sign is such that the largest weight of each component is positive.
[[nodiscard]] Eigen::MatrixXd principal_components(const Eigen::MatrixXd& points, int dimensions);

}  // namespace tomocyte
