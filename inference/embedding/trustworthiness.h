// How far a map can be trusted: whether cells that lie together on it are alike (Venna & Kaski 2001).
#pragma once

#include <Eigen/Core>

namespace tomocyte {

// 1 - 2/(n k (2n - 3k - 1)) times the sum, over all cells' k neighbours on the map, of how much their rank in the
// features exceeds k: 1 is best, 0.5 about what chance gives. features: [cell, feature]; map: [cell, dimension]. Throws
// InputError unless 1 <= k < n/2 and the sizes fit.
[[nodiscard]] double trustworthiness(const Eigen::MatrixXd& features, const Eigen::MatrixXd& map, int k);

}  // namespace tomocyte
