#include "inference/agreement.h"

#include <fmt/format.h>

#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

void check_counts(const Eigen::MatrixXi& counts) {
  if (counts.rows() != counts.cols() || counts.rows() == 0)
    throw InputError(fmt::format("kappa needs a square table of counts, got {} x {}", counts.rows(), counts.cols()));
  if (counts.minCoeff() < 0 || counts.sum() == 0) throw InputError("kappa needs counts of at least one cell");
}

}  // namespace

Kappa cohen_kappa(const Eigen::MatrixXi& counts) {
  check_counts(counts);
  const Eigen::MatrixXd p = counts.cast<double>() / counts.cast<double>().sum();
  const Eigen::VectorXd rows = p.rowwise().sum();
  const Eigen::VectorXd columns = p.colwise().sum().transpose();
  const double observed = p.diagonal().sum();
  const double chance = rows.dot(columns);
  if (chance >= 1.0)
    throw InputError("kappa is undefined: both raters gave every cell the same class",
                     "Include cells of at least two classes.");
  Kappa kappa;
  kappa.value = (observed - chance) / (1.0 - chance);
  const double k = kappa.value;
  double spread = 0.0;
  for (Eigen::Index i = 0; i < p.rows(); ++i)
    for (Eigen::Index j = 0; j < p.cols(); ++j) {
      const double marginals = columns(i) + rows(j);
      const double term = i == j ? 1.0 - marginals * (1.0 - k) : marginals * (1.0 - k);
      spread += p(i, j) * term * term;
    }
  const double shift = k - chance * (1.0 - k);
  const double variance = (spread - shift * shift) / (counts.cast<double>().sum() * (1.0 - chance) * (1.0 - chance));
  kappa.standard_error = std::sqrt(std::max(0.0, variance));
  return kappa;
}

}  // namespace tomocyte
