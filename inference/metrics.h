// How well a classifier does on cells it was not trained on: rates with intervals, ROC curves, calibration.
#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <vector>

#include "core/options.h"
#include "core/statistics.h"
#include "inference/calibration.h"
#include "inference/roc.h"

namespace tomocyte {

struct Predictions {
  std::vector<std::string> classes;
  Eigen::MatrixXd
      probabilities;       // [cell, class], rows sum to 1; the largest is the predicted class, the first of equals
  std::vector<int> truth;  // [cell], position in classes
  std::vector<std::string> donors = {};  // [cell], or empty: cells are then taken as independent of each other
};

struct BootstrapOptions {
  int repetitions = 2000;
  int seed = 1;
};
template <>
const OptionTable<BootstrapOptions>& option_table<BootstrapOptions>();

// One class against the rest. Intervals: percentile bootstrap (Efron & Tibshirani 1993, chapter 13) over the resamples
// in which the value is defined. A value is absent where it is not defined: sensitivity, F1 and ROC without a cell of
// the class, precision without a cell called so, specificity and ROC without a cell of another class.
struct ClassMetrics {
  std::string name;
  int cells = 0;
  std::optional<Interval> sensitivity;
  std::optional<Interval> specificity;
  std::optional<Interval> precision;
  std::optional<Interval> f1;
  std::optional<Interval> roc_area;
  std::vector<RocPoint> roc;
};

struct Evaluation {
  std::vector<ClassMetrics> classes;
  int cells = 0;
  int donors = 0;  // 0: not given, the intervals are over cells; else over donors
  Interval accuracy;
  Eigen::MatrixXi confusion;  // [truth, predicted], cells
  std::vector<ReliabilityBin> reliability;
  double expected_calibration_error = 0.0;
  double brier_score = 0.0;
};

// With donors, the bootstrap draws donors with all their cells (cluster bootstrap). Throws InputError: no cell, sizes
// that differ, rows that are no probabilities, a truth that is no class, a single donor.
[[nodiscard]] Evaluation evaluate(const Predictions& predictions, const BootstrapOptions& options = {});

// Cells by [truth, predicted]. Throws InputError like evaluate().
[[nodiscard]] Eigen::MatrixXi confusion_matrix(const Predictions& predictions);

// Undefined values are left out.
[[nodiscard]] std::string evaluation_to_json(const Evaluation& evaluation);

}  // namespace tomocyte
