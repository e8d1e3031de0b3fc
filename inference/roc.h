// Receiver operating characteristic of one class against the rest.
#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

namespace tomocyte {

// Cells that score at or above the threshold are called positive.
struct RocPoint {
  double false_positive_rate = 0.0;
  double true_positive_rate = 0.0;
  double threshold = 0.0;  // +infinity at the first point, where no cell is called
};

// The scores of one class, sorted once, so that each bootstrap resample costs one pass.
class RankedScores {
 public:
  // scores: [cell]; positive: [cell], whether the cell is of the class.
  RankedScores(const Eigen::VectorXd& scores, const std::vector<bool>& positive);

  // Area under the curve with each cell counted weights[cell] times: the chance that a positive cell scores higher than
  // a negative one, ties counted half (Hanley & McNeil 1982). NaN without a positive or without a negative cell.
  [[nodiscard]] double area(std::span<const int> weights) const;

  // The corners of the curve from (0, 0) to (1, 1); empty without a positive or without a negative cell. Cells of equal
  // score share one step, and points on the straight line between their neighbours are left out.
  [[nodiscard]] std::vector<RocPoint> curve() const;

 private:
  struct Ranked {
    double score;
    int cell;
    bool positive;
  };
  std::vector<Ranked> ranked_;  // highest score first
};

}  // namespace tomocyte
