#include "inference/metrics.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <span>

#include "core/error.h"
#include "inference/bootstrap.h"

namespace tomocyte {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kSumTolerance = 1e-3;  // float32 softmax over many classes

void check(const Predictions& predictions) {
  const auto& p = predictions.probabilities;
  const auto cells = static_cast<Eigen::Index>(predictions.truth.size());
  const auto classes = static_cast<Eigen::Index>(predictions.classes.size());
  if (cells == 0 || p.rows() != cells || p.cols() != classes)
    throw InputError(fmt::format("predictions of {} cells x {} classes do not fit the truth of {} cells and {} classes",
                                 p.rows(), p.cols(), cells, classes),
                     "Evaluate at least one cell, with one probability for each class.");
  for (Eigen::Index cell = 0; cell < cells; ++cell) {
    // Written so that NaN fails it.
    if (!(p.row(cell).minCoeff() >= 0.0 && std::abs(p.row(cell).sum() - 1.0) <= kSumTolerance))
      throw InputError(fmt::format("the probabilities of cell {} are not between 0 and 1 with the sum 1", cell),
                       "Give probabilities, not logits or distances.");
    const int label = predictions.truth[static_cast<std::size_t>(cell)];
    if (label < 0 || label >= classes)
      throw InputError(fmt::format("the true class of cell {} is {}, expected 0 to {}", cell, label, classes - 1));
  }
}

std::vector<int> predicted_classes(const Eigen::MatrixXd& probabilities) {
  std::vector<int> predicted;
  for (Eigen::Index cell = 0; cell < probabilities.rows(); ++cell) {
    Eigen::Index best = 0;
    probabilities.row(cell).maxCoeff(&best);
    predicted.push_back(static_cast<int>(best));
  }
  return predicted;
}

// With each cell counted weights[cell] times, which is how a resample is expressed.
Eigen::MatrixXd weighted_confusion(const std::vector<int>& truth, const std::vector<int>& predicted,
                                   std::size_t classes, std::span<const int> weights) {
  const auto n = static_cast<Eigen::Index>(classes);
  Eigen::MatrixXd confusion = Eigen::MatrixXd::Zero(n, n);
  for (std::size_t cell = 0; cell < truth.size(); ++cell) confusion(truth[cell], predicted[cell]) += weights[cell];
  return confusion;
}

double ratio(double part, double whole) { return whole > 0.0 ? part / whole : kUndefined; }

// The accuracy, then for each class sensitivity, specificity, precision, F1 and ROC area: the order in which
// metrics_of() takes them out.
constexpr std::size_t kPerClass = 5;

std::vector<double> statistics(const Eigen::MatrixXd& confusion, const std::vector<RankedScores>& scores,
                               std::span<const int> weights) {
  const double cells = confusion.sum();
  std::vector<double> values = {ratio(confusion.trace(), cells)};
  for (Eigen::Index c = 0; c < confusion.rows(); ++c) {
    const double hits = confusion(c, c);
    const double of_class = confusion.row(c).sum();
    const double called = confusion.col(c).sum();
    values.push_back(ratio(hits, of_class));
    values.push_back(ratio(cells - of_class - called + hits, cells - of_class));
    values.push_back(ratio(hits, called));
    values.push_back(of_class > 0.0 ? 2.0 * hits / (of_class + called) : kUndefined);
    values.push_back(scores[static_cast<std::size_t>(c)].area(weights));
  }
  return values;
}

std::vector<RankedScores> ranked_scores(const Predictions& predictions) {
  std::vector<RankedScores> scores;
  for (std::size_t c = 0; c < predictions.classes.size(); ++c) {
    std::vector<bool> positive;
    for (const int label : predictions.truth) positive.push_back(label == static_cast<int>(c));
    scores.emplace_back(predictions.probabilities.col(static_cast<Eigen::Index>(c)), positive);
  }
  return scores;
}

ClassMetrics metrics_of(const std::string& name, int cells, const RankedScores& scores,
                        std::span<const std::optional<Interval>> intervals) {
  return {name, cells, intervals[0], intervals[1], intervals[2], intervals[3], intervals[4], scores.curve()};
}

}  // namespace

template <>
const OptionTable<BootstrapOptions>& option_table<BootstrapOptions>() {
  using O = BootstrapOptions;
  static const OptionTable<O> table = {
      {&O::repetitions, "bootstrap-repetitions", "", "resamples for the 95 % intervals", 100, 1000000, {}},
      {&O::seed, "bootstrap-seed", "", "seed of the resampling", 0, 2147483647, {}},
  };
  return table;
}

Eigen::MatrixXi confusion_matrix(const Predictions& predictions) {
  check(predictions);
  const std::vector<int> once(predictions.truth.size(), 1);
  return weighted_confusion(predictions.truth, predicted_classes(predictions.probabilities), predictions.classes.size(),
                            once)
      .cast<int>();
}

Evaluation evaluate(const Predictions& predictions, const BootstrapOptions& options) {
  validate_options(options);
  check(predictions);
  const std::vector<int> predicted = predicted_classes(predictions.probabilities);
  const std::vector<RankedScores> scores = ranked_scores(predictions);
  const auto statistic = [&](std::span<const int> weights) {
    return statistics(weighted_confusion(predictions.truth, predicted, predictions.classes.size(), weights), scores,
                      weights);
  };
  const Clusters clusters = clusters_of(predictions.truth.size(), predictions.donors);
  const std::vector<std::optional<Interval>> intervals = bootstrap_intervals(clusters, statistic, options);

  Evaluation evaluation;
  evaluation.cells = static_cast<int>(predictions.truth.size());
  evaluation.donors = predictions.donors.empty() ? 0 : static_cast<int>(clusters.size());
  evaluation.accuracy = *intervals[0];
  evaluation.confusion = confusion_matrix(predictions);
  for (std::size_t c = 0; c < predictions.classes.size(); ++c)
    evaluation.classes.push_back(metrics_of(predictions.classes[c],
                                            evaluation.confusion.row(static_cast<Eigen::Index>(c)).sum(), scores[c],
                                            std::span(intervals).subspan(1 + kPerClass * c, kPerClass)));
  evaluation.reliability = reliability_table(predictions.probabilities, predictions.truth);
  evaluation.expected_calibration_error = expected_calibration_error(evaluation.reliability);
  evaluation.brier_score = brier_score(predictions.probabilities, predictions.truth);
  return evaluation;
}

}  // namespace tomocyte
