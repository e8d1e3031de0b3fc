// The steps of train_classical() and classical_from_json(): one pair of functions for each kind, one file each.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>

#include "inference/classical/classical_classifier.h"

namespace tomocyte {

// Checked by train_classical(): every class has at least two cells.
struct TrainingSet {
  Eigen::MatrixXd features;  // [cell, feature], standardised
  std::vector<int> truth;    // [cell]
};

using Trained = std::unique_ptr<ClassicalClassifier>;

// One binary machine for each pair of classes, decoded as error-correcting output codes.
[[nodiscard]] Trained train_support_vectors(ClassifierHead head, const TrainingSet& set,
                                            const ClassicalOptions& options);
[[nodiscard]] Trained support_vectors_from_json(ClassifierHead head, const nlohmann::json& model);

[[nodiscard]] Trained train_nearest_neighbours(ClassifierHead head, const TrainingSet& set,
                                               const ClassicalOptions& options);
[[nodiscard]] Trained nearest_neighbours_from_json(ClassifierHead head, const nlohmann::json& model);

[[nodiscard]] Trained train_linear_discriminant(ClassifierHead head, const TrainingSet& set);
[[nodiscard]] Trained linear_discriminant_from_json(ClassifierHead head, const nlohmann::json& model);

[[nodiscard]] Trained train_naive_bayes(ClassifierHead head, const TrainingSet& set);
[[nodiscard]] Trained naive_bayes_from_json(ClassifierHead head, const nlohmann::json& model);

[[nodiscard]] Trained train_decision_tree(ClassifierHead head, const TrainingSet& set, const ClassicalOptions& options);
[[nodiscard]] Trained decision_tree_from_json(ClassifierHead head, const nlohmann::json& model);

// Cells of each class. truth: [cell].
[[nodiscard]] Eigen::VectorXd class_counts(const std::vector<int>& truth, Eigen::Index classes);

// Mean of each class, [class, feature].
[[nodiscard]] Eigen::MatrixXd class_means(const TrainingSet& set, Eigen::Index classes);

}  // namespace tomocyte
