// Whether a classifier's probabilities mean what they say, and temperature scaling, which corrects them
// (Guo et al. 2017, "On calibration of modern neural networks").
#pragma once

#include <Eigen/Core>
#include <optional>
#include <vector>

namespace tomocyte {

// Cells whose confidence (largest probability) lies in (low, high].
struct ReliabilityBin {
  double low = 0.0;
  double high = 0.0;
  int cells = 0;
  std::optional<double> confidence;  // mean; absent in an empty bin
  std::optional<double> accuracy;
};

// 15 bins of equal width. probabilities: [cell, class]; truth: [cell], class.
[[nodiscard]] std::vector<ReliabilityBin> reliability_table(const Eigen::MatrixXd& probabilities,
                                                            const std::vector<int>& truth);

// Mean of |accuracy - confidence| over the bins, weighted by their cells (Guo, equation 3).
[[nodiscard]] double expected_calibration_error(const std::vector<ReliabilityBin>& table);

// Mean over cells of the squared distance between probabilities and truth, summed over classes: 0 to 2 (Brier 1950).
[[nodiscard]] double brier_score(const Eigen::MatrixXd& probabilities, const std::vector<int>& truth);

// The temperature that minimises the negative log likelihood of softmax(logits / temperature) on a validation set.
// logits: [cell, class]. At most 100 and at least 0.01: classes that the logits separate without a mistake have no
// optimum, and get 0.01. Throws InputError: no cell, sizes that differ, a logit that is not finite.
[[nodiscard]] double fit_temperature(const Eigen::MatrixXd& logits, const std::vector<int>& truth);

// softmax(logits / temperature), row by row. Throws InputError when the temperature is not above 0.
[[nodiscard]] Eigen::MatrixXd softmax(const Eigen::MatrixXd& logits, double temperature = 1.0);

}  // namespace tomocyte
