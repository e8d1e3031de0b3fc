// k nearest training cells vote, at Euclidean distance in standardised features.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/error.h"
#include "inference/classical/json_values.h"
#include "inference/classical/models.h"

namespace tomocyte {
namespace {

class NearestNeighbours final : public ClassicalClassifier {
 public:
  NearestNeighbours(ClassifierHead head, TrainingSet set, int neighbours)
      : ClassicalClassifier(std::move(head)), set_(std::move(set)), neighbours_(neighbours) {}

 private:
  [[nodiscard]] Eigen::MatrixXd probabilities(const Eigen::MatrixXd& standardised) const override {
    Eigen::MatrixXd votes = Eigen::MatrixXd::Zero(standardised.rows(), class_count());
    std::vector<Eigen::Index> order(set_.truth.size());
    for (Eigen::Index cell = 0; cell < standardised.rows(); ++cell) {
      const Eigen::VectorXd distance = (set_.features.rowwise() - standardised.row(cell)).rowwise().squaredNorm();
      std::iota(order.begin(), order.end(), 0);
      // Of cells at equal distance the earlier one counts, so that the answer does not depend on the sort.
      std::partial_sort(order.begin(), order.begin() + neighbours_, order.end(), [&](Eigen::Index a, Eigen::Index b) {
        return distance(a) != distance(b) ? distance(a) < distance(b) : a < b;
      });
      for (int k = 0; k < neighbours_; ++k)
        votes(cell, set_.truth[static_cast<std::size_t>(order[static_cast<std::size_t>(k)])]) += 1.0 / neighbours_;
    }
    return votes;
  }

  [[nodiscard]] nlohmann::ordered_json model_json() const override {
    return {{"neighbours", neighbours_}, {"cells", json_of(set_.features)}, {"truth", set_.truth}};
  }

  TrainingSet set_;
  int neighbours_;
};

}  // namespace

Trained train_nearest_neighbours(ClassifierHead head, const TrainingSet& set, const ClassicalOptions& options) {
  if (options.neighbours > static_cast<int>(set.truth.size()))
    throw InputError(
        fmt::format("--neighbours: {} neighbours of {} training cells", options.neighbours, set.truth.size()),
        "Train with more cells or ask for fewer neighbours.");
  return std::make_unique<NearestNeighbours>(std::move(head), set, options.neighbours);
}

Trained nearest_neighbours_from_json(ClassifierHead head, const nlohmann::json& model) {
  TrainingSet set;
  set.features = matrix_member(model, "cells", head.standardisation.mean.size());
  const Eigen::VectorXd truth = vector_member(model, "truth", set.features.rows());
  for (const double label : truth) {
    if (label < 0.0 || label >= static_cast<double>(head.classes.size()) || label != std::floor(label))
      refuse_classifier(fmt::format("\"truth\" holds {}, which is no class", label));
    set.truth.push_back(static_cast<int>(label));
  }
  const int neighbours = integer_member(model, "neighbours", 1, static_cast<int>(set.truth.size()));
  return std::make_unique<NearestNeighbours>(std::move(head), std::move(set), neighbours);
}

}  // namespace tomocyte
