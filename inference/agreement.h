// Agreement of two raters.
#pragma once

#include <Eigen/Core>

namespace tomocyte {

struct Kappa {
  double value = 0.0;
  double standard_error = 0.0;  // for intervals around the value, not for the test against 0
};

// Cohen's kappa (1960) with the large-sample standard error of Fleiss, Cohen & Everitt (1969). counts: [rater 1, rater
// 2]. Throws InputError: not square, empty, negative, or both raters used one and the same class only (kappa is
// undefined).
[[nodiscard]] Kappa cohen_kappa(const Eigen::MatrixXi& counts);

}  // namespace tomocyte
