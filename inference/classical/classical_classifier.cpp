#include "inference/classical/classical_classifier.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/error.h"
#include "inference/classical/json_values.h"
#include "inference/classical/models.h"

namespace tomocyte {
namespace {

constexpr const char* kFormat = "tomocyte classical classifier";
constexpr int kVersion = 1;

void check_classes(const std::vector<std::string>& classes) {
  if (classes.size() < 2)
    throw InputError(fmt::format("a classifier needs at least two classes, got {}", classes.size()));
  if (std::set(classes.begin(), classes.end()).size() != classes.size())
    throw InputError("two classes of the classifier have the same name");
}

void check_training(const Eigen::MatrixXd& features, const std::vector<int>& truth,
                    const std::vector<std::string>& classes) {
  check_classes(classes);
  if (features.rows() != static_cast<Eigen::Index>(truth.size()) || features.cols() == 0)
    throw InputError(fmt::format("features of {} cells x {} values do not fit the classes of {} cells", features.rows(),
                                 features.cols(), truth.size()));
  if (!features.allFinite())
    throw InputError("a feature of a training cell is not finite", "Leave out cells that could not be measured.");
  for (const int label : truth)
    if (label < 0 || label >= static_cast<int>(classes.size()))
      throw InputError(fmt::format("class {} of a training cell is not one of {} classes", label, classes.size()));
  const Eigen::VectorXd counts = class_counts(truth, static_cast<Eigen::Index>(classes.size()));
  for (std::size_t c = 0; c < classes.size(); ++c)
    if (counts(static_cast<Eigen::Index>(c)) < 2.0)
      throw InputError(fmt::format("the class \"{}\" has {} training cells, at least 2 are needed", classes[c],
                                   counts(static_cast<Eigen::Index>(c))),
                       "Add cells of the class or leave it out.");
}

ClassifierHead head_from_json(const nlohmann::json& json) {
  if (json.at("format") != kFormat) refuse_classifier("it is not a classical classifier");
  if (json.at("version") != kVersion)
    refuse_classifier(fmt::format("its version is {}, this program reads {}", json.at("version").dump(), kVersion));
  ClassifierHead head;
  head.kind = classical_kind(json.at("kind").get<std::string>());
  head.classes = json.at("classes").get<std::vector<std::string>>();
  check_classes(head.classes);
  const auto features = static_cast<Eigen::Index>(array_member(json, "mean").size());
  if (features == 0) refuse_classifier("it has no features");
  head.standardisation.mean = vector_member(json, "mean", features);
  head.standardisation.sd = vector_member(json, "sd", features);
  if (head.standardisation.sd.minCoeff() < 0.0) refuse_classifier("a standard deviation is negative");
  return head;
}

Trained model_from_json(ClassifierHead head, const nlohmann::json& model) {
  switch (head.kind) {
    case ClassicalKind::kSupportVectors:
      return support_vectors_from_json(std::move(head), model);
    case ClassicalKind::kNearestNeighbours:
      return nearest_neighbours_from_json(std::move(head), model);
    case ClassicalKind::kLinearDiscriminant:
      return linear_discriminant_from_json(std::move(head), model);
    case ClassicalKind::kNaiveBayes:
      return naive_bayes_from_json(std::move(head), model);
    case ClassicalKind::kDecisionTree:
      return decision_tree_from_json(std::move(head), model);
  }
  refuse_classifier("its kind is unknown");
}

}  // namespace

Eigen::VectorXd class_counts(const std::vector<int>& truth, Eigen::Index classes) {
  Eigen::VectorXd counts = Eigen::VectorXd::Zero(classes);
  for (const int label : truth) counts(label) += 1.0;
  return counts;
}

Eigen::MatrixXd class_means(const TrainingSet& set, Eigen::Index classes) {
  Eigen::MatrixXd means = Eigen::MatrixXd::Zero(classes, set.features.cols());
  for (std::size_t cell = 0; cell < set.truth.size(); ++cell)
    means.row(set.truth[cell]) += set.features.row(static_cast<Eigen::Index>(cell));
  return class_counts(set.truth, classes).cwiseInverse().asDiagonal() * means;
}

Eigen::MatrixXd ClassicalClassifier::predict(const Eigen::MatrixXd& features) const {
  if (features.cols() != feature_count())
    throw InputError(
        fmt::format("the classifier takes {} features of a cell, got {}", feature_count(), features.cols()));
  if (!features.allFinite())
    throw InputError("a feature of a cell is not finite", "Leave out cells that could not be measured.");
  return probabilities(standardised(features, head_.standardisation));
}

std::string ClassicalClassifier::to_json() const {
  const nlohmann::ordered_json json = {{"format", kFormat},
                                       {"version", kVersion},
                                       {"kind", name_of(head_.kind)},
                                       {"classes", head_.classes},
                                       {"mean", json_of(head_.standardisation.mean)},
                                       {"sd", json_of(head_.standardisation.sd)},
                                       {"model", model_json()}};
  return json.dump(1);
}

Trained train_classical(ClassicalKind kind, const Eigen::MatrixXd& features, const std::vector<int>& truth,
                        const std::vector<std::string>& classes, const ClassicalOptions& options) {
  validate_options(options);
  check_training(features, truth, classes);
  ClassifierHead head{kind, classes, fit_standardisation(features)};
  const TrainingSet set{standardised(features, head.standardisation), truth};
  switch (kind) {
    case ClassicalKind::kSupportVectors:
      return train_support_vectors(std::move(head), set, options);
    case ClassicalKind::kNearestNeighbours:
      return train_nearest_neighbours(std::move(head), set, options);
    case ClassicalKind::kLinearDiscriminant:
      return train_linear_discriminant(std::move(head), set);
    case ClassicalKind::kNaiveBayes:
      return train_naive_bayes(std::move(head), set);
    case ClassicalKind::kDecisionTree:
      return train_decision_tree(std::move(head), set, options);
  }
  throw InputError("unknown kind of classifier");
}

Trained classical_from_json(const std::string& text) {
  try {
    const auto json = nlohmann::json::parse(text);
    return model_from_json(head_from_json(json), json.at("model"));
  } catch (const nlohmann::json::exception& error) {
    refuse_classifier(error.what());
  }
}

}  // namespace tomocyte
