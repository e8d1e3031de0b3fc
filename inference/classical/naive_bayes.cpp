// Gaussian naive Bayes: within a class, every feature has its own normal distribution.
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "inference/calibration.h"
#include "inference/classical/json_values.h"
#include "inference/classical/models.h"

namespace tomocyte {
namespace {

// A feature that never changes within a class would make any other value impossible; in units of its SD over all cells.
constexpr double kSmallestVariance = 1e-9;

struct Parameters {
  Eigen::VectorXd priors;     // [class]
  Eigen::MatrixXd means;      // [class, feature]
  Eigen::MatrixXd variances;  // [class, feature]
};

class NaiveBayes final : public ClassicalClassifier {
 public:
  NaiveBayes(ClassifierHead head, Parameters parameters)
      : ClassicalClassifier(std::move(head)), parameters_(std::move(parameters)) {}

 private:
  [[nodiscard]] Eigen::MatrixXd probabilities(const Eigen::MatrixXd& standardised) const override {
    Eigen::MatrixXd logits(standardised.rows(), class_count());
    for (Eigen::Index c = 0; c < class_count(); ++c) {
      const Eigen::ArrayXd variance = parameters_.variances.row(c).transpose().array();
      const double normalisation = (2.0 * std::numbers::pi * variance).log().sum();
      const Eigen::MatrixXd miss = standardised.rowwise() - parameters_.means.row(c);
      const Eigen::VectorXd distance = miss.array().square().matrix() * variance.inverse().matrix();
      logits.col(c) = std::log(parameters_.priors(c)) - 0.5 * (distance.array() + normalisation);
    }
    return softmax(logits);
  }

  [[nodiscard]] nlohmann::ordered_json model_json() const override {
    return {{"priors", json_of(parameters_.priors)},
            {"means", json_of(parameters_.means)},
            {"variances", json_of(parameters_.variances)}};
  }

  Parameters parameters_;
};

}  // namespace

Trained train_naive_bayes(ClassifierHead head, const TrainingSet& set) {
  const auto classes = static_cast<Eigen::Index>(head.classes.size());
  const Eigen::VectorXd counts = class_counts(set.truth, classes);
  Parameters parameters{counts / counts.sum(), class_means(set, classes),
                        Eigen::MatrixXd::Zero(classes, set.features.cols())};
  for (std::size_t cell = 0; cell < set.truth.size(); ++cell) {
    const int c = set.truth[cell];
    const auto miss = set.features.row(static_cast<Eigen::Index>(cell)) - parameters.means.row(c);
    parameters.variances.row(c) += miss.cwiseAbs2() / (counts(c) - 1.0);
  }
  parameters.variances = parameters.variances.cwiseMax(kSmallestVariance);
  return std::make_unique<NaiveBayes>(std::move(head), std::move(parameters));
}

Trained naive_bayes_from_json(ClassifierHead head, const nlohmann::json& model) {
  const auto classes = static_cast<Eigen::Index>(head.classes.size());
  const Eigen::Index features = head.standardisation.mean.size();
  Parameters parameters{vector_member(model, "priors", classes), matrix_member(model, "means", features),
                        matrix_member(model, "variances", features)};
  if (parameters.means.rows() != classes || parameters.variances.rows() != classes)
    refuse_classifier("the means and variances are not those of its classes");
  if (parameters.priors.minCoeff() <= 0.0 || parameters.variances.minCoeff() <= 0.0)
    refuse_classifier("a prior or a variance is not above 0");
  return std::make_unique<NaiveBayes>(std::move(head), std::move(parameters));
}

}  // namespace tomocyte
