#include "inference/agreement.h"

#include <fmt/format.h>

#include <cmath>
#include <unsupported/Eigen/SpecialFunctions>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kTail = 0.025;

// The p at which the regularised incomplete beta function I_p(a, b), which grows with p, is `target`.
double beta_quantile(double a, double b, double target) {
  double low = 0.0;
  double high = 1.0;
  constexpr int kHalvings = 60;  // to 1e-18
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = 0.5 * (low + high);
    (Eigen::numext::betainc(a, b, middle) < target ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

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

Interval binomial_interval(int successes, int trials) {
  if (trials <= 0 || successes < 0 || successes > trials)
    throw InputError(fmt::format("{} of {} is not a proportion", successes, trials));
  const double x = successes;
  const double n = trials;
  Interval interval{x / n, 0.0, 1.0};
  if (successes > 0) interval.low = beta_quantile(x, n - x + 1.0, kTail);
  if (successes < trials) interval.high = beta_quantile(x + 1.0, n - x, 1.0 - kTail);
  return interval;
}

}  // namespace tomocyte
