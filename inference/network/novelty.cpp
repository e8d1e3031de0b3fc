#include "inference/network/novelty.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/error.h"
#include "inference/bootstrap.h"

namespace tomocyte {
namespace {

constexpr Eigen::Index kNeighbours = 5;
constexpr double kPercentile = 0.99;

// One row, so that squared distances weigh all features equally; a constant feature tells nothing and weighs nothing.
Eigen::RowVectorXf inverse_deviation(const Eigen::MatrixXf& features) {
  const Eigen::RowVectorXf mean = features.colwise().mean();
  const Eigen::RowVectorXf variance =
      (features.rowwise() - mean).array().square().colwise().mean() * static_cast<float>(features.cols());
  return variance.unaryExpr([](float v) { return v > 1e-12F ? 1.0F / std::sqrt(v) : 0.0F; });
}

// Mean distance of `cell` to its nearest rows of `reference`, `itself` left out (-1: none).
double mean_distance(const Eigen::MatrixXf& reference, const Eigen::RowVectorXf& cell, Eigen::Index itself) {
  Eigen::VectorXf squared = (reference.rowwise() - cell).rowwise().squaredNorm();
  if (itself >= 0) squared(itself) = std::numeric_limits<float>::max();
  std::vector<float> values(squared.data(), squared.data() + squared.size());
  std::nth_element(values.begin(), values.begin() + kNeighbours - 1, values.end());
  double sum = 0.0;
  for (Eigen::Index i = 0; i < kNeighbours; ++i) sum += std::sqrt(values[static_cast<std::size_t>(i)]);
  return sum / static_cast<double>(kNeighbours);
}

}  // namespace

NoveltyReference novelty_reference(const Eigen::MatrixXf& training_features, int kept) {
  if (training_features.rows() < kNeighbours + 2)
    throw InputError("too few training cells to tell what is unlike them", "Train on more cells.");
  NoveltyReference reference;
  const Eigen::Index count = std::min<Eigen::Index>(kept, training_features.rows());
  reference.features.resize(count, training_features.cols());
  for (Eigen::Index i = 0; i < count; ++i)
    reference.features.row(i) = training_features.row(i * training_features.rows() / count);
  const Eigen::RowVectorXf scale = inverse_deviation(reference.features);
  const Eigen::MatrixXf scaled = reference.features.array().rowwise() * scale.array();
  std::vector<double> distances;
  for (Eigen::Index i = 0; i < count; ++i) distances.push_back(mean_distance(scaled, scaled.row(i), i));
  std::sort(distances.begin(), distances.end());
  reference.threshold = percentile(distances, kPercentile);
  return reference;
}

Eigen::VectorXd novelty(const NoveltyReference& reference, const Eigen::MatrixXf& features) {
  const Eigen::RowVectorXf scale = inverse_deviation(reference.features);
  const Eigen::MatrixXf scaled = reference.features.array().rowwise() * scale.array();
  Eigen::VectorXd distances(features.rows());
  for (Eigen::Index i = 0; i < features.rows(); ++i)
    distances(i) = mean_distance(scaled, features.row(i).cwiseProduct(scale), -1);
  return distances;
}

}  // namespace tomocyte
