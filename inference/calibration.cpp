#include "inference/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr int kBins = 15;
constexpr double kLowestTemperature = 0.01;
constexpr double kHighestTemperature = 100.0;

void check_logits(const Eigen::MatrixXd& logits, const std::vector<int>& truth) {
  if (truth.empty() || logits.rows() != static_cast<Eigen::Index>(truth.size()))
    throw InputError(
        fmt::format("a temperature needs as many logits as cells, got {} and {}", logits.rows(), truth.size()),
        "Give a validation set with at least one cell.");
  if (!logits.allFinite()) throw InputError("a logit is not finite", "Check the network's input and training.");
  for (const int label : truth)
    if (label < 0 || label >= logits.cols())
      throw InputError(fmt::format("class {} of a cell is not one of {} classes", label, logits.cols()));
}

// Derivative of the negative log likelihood by 1/temperature: sum over cells of the expected minus the true logit.
// It grows with 1/temperature, because the likelihood is log-concave in it.
double likelihood_slope(const Eigen::MatrixXd& logits, const std::vector<int>& truth, double inverse_temperature) {
  const Eigen::MatrixXd p = softmax(logits, 1.0 / inverse_temperature);
  double slope = p.cwiseProduct(logits).sum();
  for (std::size_t cell = 0; cell < truth.size(); ++cell) slope -= logits(static_cast<Eigen::Index>(cell), truth[cell]);
  return slope;
}

}  // namespace

std::vector<ReliabilityBin> reliability_table(const Eigen::MatrixXd& probabilities, const std::vector<int>& truth) {
  std::vector<ReliabilityBin> table(kBins);
  std::vector<double> confidence(kBins);
  std::vector<double> correct(kBins);
  for (Eigen::Index cell = 0; cell < probabilities.rows(); ++cell) {
    Eigen::Index predicted = 0;
    const double highest = probabilities.row(cell).maxCoeff(&predicted);
    const int bin = std::clamp(static_cast<int>(std::ceil(highest * kBins)) - 1, 0, kBins - 1);
    const auto b = static_cast<std::size_t>(bin);
    ++table[b].cells;
    confidence[b] += highest;
    correct[b] += predicted == truth[static_cast<std::size_t>(cell)] ? 1.0 : 0.0;
  }
  for (std::size_t b = 0; b < table.size(); ++b) {
    table[b].low = static_cast<double>(b) / kBins;
    table[b].high = static_cast<double>(b + 1) / kBins;
    if (table[b].cells == 0) continue;
    table[b].confidence = confidence[b] / table[b].cells;
    table[b].accuracy = correct[b] / table[b].cells;
  }
  return table;
}

double expected_calibration_error(const std::vector<ReliabilityBin>& table) {
  double sum = 0.0;
  double cells = 0.0;
  for (const ReliabilityBin& bin : table) {
    if (bin.cells == 0) continue;
    sum += bin.cells * std::abs(*bin.accuracy - *bin.confidence);
    cells += bin.cells;
  }
  return cells > 0.0 ? sum / cells : 0.0;
}

double brier_score(const Eigen::MatrixXd& probabilities, const std::vector<int>& truth) {
  double sum = 0.0;
  for (std::size_t cell = 0; cell < truth.size(); ++cell) {
    Eigen::RowVectorXd miss = probabilities.row(static_cast<Eigen::Index>(cell));
    miss(truth[cell]) -= 1.0;
    sum += miss.squaredNorm();
  }
  return sum / static_cast<double>(truth.size());
}

double fit_temperature(const Eigen::MatrixXd& logits, const std::vector<int>& truth) {
  check_logits(logits, truth);
  double low = 1.0 / kHighestTemperature;
  double high = 1.0 / kLowestTemperature;
  if (likelihood_slope(logits, truth, low) >= 0.0) return kHighestTemperature;
  if (likelihood_slope(logits, truth, high) <= 0.0) return kLowestTemperature;
  // Bisection of log(1/temperature): the slope changes sign once.
  constexpr double kTolerance = 1e-10;
  while (high / low > 1.0 + kTolerance) {
    const double middle = std::sqrt(low * high);
    (likelihood_slope(logits, truth, middle) < 0.0 ? low : high) = middle;
  }
  return 1.0 / std::sqrt(low * high);
}

Eigen::MatrixXd softmax(const Eigen::MatrixXd& logits, double temperature) {
  if (!(temperature > 0.0)) throw InputError(fmt::format("a temperature of {} is not above 0", temperature));
  // The row's largest logit is taken off so that no exponential overflows.
  Eigen::MatrixXd p = ((logits.colwise() - logits.rowwise().maxCoeff()) / temperature).array().exp();
  p.array().colwise() /= p.rowwise().sum().array().eval();
  return p;
}

}  // namespace tomocyte
