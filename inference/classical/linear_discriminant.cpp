// Linear discriminant analysis: normal distributions with one covariance for all classes.
#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <cmath>
#include <nlohmann/json.hpp>

#include "inference/calibration.h"
#include "inference/classical/json_values.h"
#include "inference/classical/models.h"

namespace tomocyte {
namespace {

// Below this ratio of its eigenvalues a covariance is singular (dry mass = volume x density makes indices nearly
// dependent).
constexpr double kSingular = 1e-10;
// Added to the variance of every standardised feature then.
constexpr double kRidge = 1e-6;

// The discriminant functions x·coefficients + constants; softmax of them is the posterior.
class LinearDiscriminant final : public ClassicalClassifier {
 public:
  LinearDiscriminant(ClassifierHead head, Eigen::MatrixXd coefficients, Eigen::VectorXd constants)
      : ClassicalClassifier(std::move(head)),
        coefficients_(std::move(coefficients)),
        constants_(std::move(constants)) {}

 private:
  [[nodiscard]] Eigen::MatrixXd probabilities(const Eigen::MatrixXd& standardised) const override {
    return softmax((standardised * coefficients_).rowwise() + constants_.transpose());
  }

  [[nodiscard]] nlohmann::ordered_json model_json() const override {
    return {{"coefficients", json_of(coefficients_)}, {"constants", json_of(constants_)}};
  }

  Eigen::MatrixXd coefficients_;  // [feature, class]
  Eigen::VectorXd constants_;     // [class]
};

Eigen::MatrixXd pooled_covariance(const TrainingSet& set, const Eigen::MatrixXd& means) {
  Eigen::MatrixXd residuals = set.features;
  for (std::size_t cell = 0; cell < set.truth.size(); ++cell)
    residuals.row(static_cast<Eigen::Index>(cell)) -= means.row(set.truth[cell]);
  Eigen::MatrixXd covariance = residuals.transpose() * residuals / static_cast<double>(residuals.rows() - means.rows());
  const Eigen::VectorXd eigenvalues = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(covariance).eigenvalues();
  if (eigenvalues.minCoeff() <= kSingular * eigenvalues.maxCoeff()) covariance.diagonal().array() += kRidge;
  return covariance;
}

}  // namespace

Trained train_linear_discriminant(ClassifierHead head, const TrainingSet& set) {
  const auto classes = static_cast<Eigen::Index>(head.classes.size());
  const Eigen::VectorXd counts = class_counts(set.truth, classes);
  const Eigen::MatrixXd means = class_means(set, classes);
  const Eigen::MatrixXd coefficients = pooled_covariance(set, means).ldlt().solve(means.transpose());
  Eigen::VectorXd constants(classes);
  for (Eigen::Index c = 0; c < classes; ++c)
    constants(c) = std::log(counts(c) / counts.sum()) - 0.5 * means.row(c).dot(coefficients.col(c));
  return std::make_unique<LinearDiscriminant>(std::move(head), coefficients, constants);
}

Trained linear_discriminant_from_json(ClassifierHead head, const nlohmann::json& model) {
  const auto classes = static_cast<Eigen::Index>(head.classes.size());
  Eigen::MatrixXd coefficients = matrix_member(model, "coefficients", classes);
  if (coefficients.rows() != head.standardisation.mean.size())
    refuse_classifier("the coefficients are not those of its features");
  Eigen::VectorXd constants = vector_member(model, "constants", classes);
  return std::make_unique<LinearDiscriminant>(std::move(head), std::move(coefficients), std::move(constants));
}

}  // namespace tomocyte
