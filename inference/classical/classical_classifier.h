// The five classifiers of cell indices that Ryu 2021 compares its network with (section 2.4): one interface, saved as
// JSON.
#pragma once

#include <Eigen/Core>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/options.h"
#include "inference/classical/standardisation.h"

namespace tomocyte {

enum class ClassicalKind { kSupportVectors, kNearestNeighbours, kLinearDiscriminant, kNaiveBayes, kDecisionTree };

// "svm", "knn", "lda", "naive-bayes", "tree".
[[nodiscard]] std::string name_of(ClassicalKind kind);
// Throws InputError that lists the names.
[[nodiscard]] ClassicalKind classical_kind(const std::string& name);

// Defaults are those of MATLAB's functions, which the paper used, and the paper's k.
struct ClassicalOptions {
  std::string kernel = "linear";  // of the support vector machines: linear, rbf
  double kernel_scale = 1.0;      // rbf: exp(-|x - y|²/scale²), in standardised features
  double box_constraint = 1.0;    // cost of a training cell on the wrong side of its margin
  int neighbours = 5;
  int maximum_splits = 0;   // of the tree; 0: no limit
  int minimum_parent = 10;  // nodes of fewer cells are not split
  int minimum_leaf = 1;
};
template <>
const OptionTable<ClassicalOptions>& option_table<ClassicalOptions>();

// What every classifier keeps beside its own model.
struct ClassifierHead {
  ClassicalKind kind;
  std::vector<std::string> classes;
  Standardisation standardisation;  // of the training set
};

class ClassicalClassifier {
 public:
  virtual ~ClassicalClassifier() = default;
  ClassicalClassifier(const ClassicalClassifier&) = delete;
  ClassicalClassifier& operator=(const ClassicalClassifier&) = delete;

  [[nodiscard]] ClassicalKind kind() const { return head_.kind; }
  [[nodiscard]] const std::vector<std::string>& classes() const { return head_.classes; }
  [[nodiscard]] Eigen::Index feature_count() const { return head_.standardisation.mean.size(); }

  // Whether predict() gives estimates of probabilities. The support vector machines do not: theirs only rank the
  // classes.
  [[nodiscard]] bool calibrated() const { return head_.kind != ClassicalKind::kSupportVectors; }

  // features: [cell, feature] in the units and order of the training set. Returns [cell, class], rows sum to 1.
  //   svm          softmax of the negative decoding losses, uncalibrated
  //   knn          share of the votes
  //   lda, naive-bayes  posterior probability with the training set's class frequencies as prior
  //   tree         class shares of the training cells in the leaf
  // Throws InputError: another number of features, a value that is not finite.
  [[nodiscard]] Eigen::MatrixXd predict(const Eigen::MatrixXd& features) const;

  // Everything that predict() needs, as data: a file of it runs no code when it is read.
  [[nodiscard]] std::string to_json() const;

 protected:
  explicit ClassicalClassifier(ClassifierHead head) : head_(std::move(head)) {}
  [[nodiscard]] Eigen::Index class_count() const { return static_cast<Eigen::Index>(head_.classes.size()); }

 private:
  [[nodiscard]] virtual Eigen::MatrixXd probabilities(const Eigen::MatrixXd& standardised) const = 0;
  [[nodiscard]] virtual nlohmann::ordered_json model_json() const = 0;

  ClassifierHead head_;
};

// features: [cell, feature]; truth: [cell], position in classes. Features are standardised with the mean and SD of the
// training set. Throws InputError: fewer than two classes, a class of fewer than two cells, sizes that differ, a value
// that is not finite, options out of range.
[[nodiscard]] std::unique_ptr<ClassicalClassifier> train_classical(ClassicalKind kind, const Eigen::MatrixXd& features,
                                                                   const std::vector<int>& truth,
                                                                   const std::vector<std::string>& classes,
                                                                   const ClassicalOptions& options = {});

// Reads what to_json() wrote. Throws InputError that says what is wrong when the text is damaged, of another format or
// version, or inconsistent: what is returned can be used with any input.
[[nodiscard]] std::unique_ptr<ClassicalClassifier> classical_from_json(const std::string& text);

}  // namespace tomocyte
