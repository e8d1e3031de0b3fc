#include "inference/roc.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tomocyte {
namespace {

bool on_line(const RocPoint& a, const RocPoint& b, const RocPoint& c) {
  // Rates are ratios of small whole numbers: what is collinear is so up to rounding.
  constexpr double kRounding = 1e-12;
  const double cross = (b.false_positive_rate - a.false_positive_rate) * (c.true_positive_rate - a.true_positive_rate) -
                       (c.false_positive_rate - a.false_positive_rate) * (b.true_positive_rate - a.true_positive_rate);
  return std::abs(cross) < kRounding;
}

}  // namespace

RankedScores::RankedScores(const Eigen::VectorXd& scores, const std::vector<bool>& positive) {
  ranked_.reserve(positive.size());
  for (std::size_t cell = 0; cell < positive.size(); ++cell)
    ranked_.push_back({scores(static_cast<Eigen::Index>(cell)), static_cast<int>(cell), positive[cell]});
  std::stable_sort(ranked_.begin(), ranked_.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
}

double RankedScores::area(std::span<const int> weights) const {
  double positives = 0.0;
  double negatives = 0.0;
  double pairs_won = 0.0;
  for (std::size_t i = 0; i < ranked_.size();) {
    double tied_positives = 0.0;
    double tied_negatives = 0.0;
    const double score = ranked_[i].score;
    for (; i < ranked_.size() && ranked_[i].score == score; ++i)
      (ranked_[i].positive ? tied_positives : tied_negatives) += weights[static_cast<std::size_t>(ranked_[i].cell)];
    pairs_won += tied_negatives * (positives + 0.5 * tied_positives);
    positives += tied_positives;
    negatives += tied_negatives;
  }
  if (positives == 0.0 || negatives == 0.0) return std::numeric_limits<double>::quiet_NaN();
  return pairs_won / (positives * negatives);
}

std::vector<RocPoint> RankedScores::curve() const {
  const auto positives = std::count_if(ranked_.begin(), ranked_.end(), [](const auto& cell) { return cell.positive; });
  const auto negatives = static_cast<std::ptrdiff_t>(ranked_.size()) - positives;
  if (positives == 0 || negatives == 0) return {};
  std::vector<RocPoint> points = {{0.0, 0.0, std::numeric_limits<double>::infinity()}};
  std::ptrdiff_t called_positives = 0;
  std::ptrdiff_t called_negatives = 0;
  for (std::size_t i = 0; i < ranked_.size(); ++i) {
    ++(ranked_[i].positive ? called_positives : called_negatives);
    if (i + 1 < ranked_.size() && ranked_[i + 1].score == ranked_[i].score) continue;
    const RocPoint point = {static_cast<double>(called_negatives) / static_cast<double>(negatives),
                            static_cast<double>(called_positives) / static_cast<double>(positives), ranked_[i].score};
    if (points.size() > 1 && on_line(points[points.size() - 2], points.back(), point)) points.pop_back();
    points.push_back(point);
  }
  return points;
}

}  // namespace tomocyte
