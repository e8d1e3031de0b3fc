// Binary support vector machines, one for each pair of classes, combined as error-correcting output codes with
// loss-weighted decoding (Allwein, Schapire & Singer 2000; Escalera, Pujol & Radeva 2010). With the four classes of Ryu
// 2021 these are its "six binary-SVM models with error-correcting output codes".
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <opencv2/ml.hpp>

#include "inference/calibration.h"
#include "inference/classical/json_values.h"
#include "inference/classical/models.h"

namespace tomocyte {
namespace {

// Positive for `first`: sum of coefficients times kernel(vector, x), minus the offset.
struct BinaryMachine {
  int first = 0;
  int second = 0;
  Eigen::MatrixXd vectors;       // [vector, feature]
  Eigen::VectorXd coefficients;  // [vector]
  double offset = 0.0;
};

// gamma 0: the kernel is linear.
Eigen::VectorXd decision(const BinaryMachine& machine, double gamma, const Eigen::MatrixXd& features) {
  Eigen::MatrixXd kernel = features * machine.vectors.transpose();
  if (gamma > 0.0) {
    const Eigen::VectorXd own = features.rowwise().squaredNorm();
    const Eigen::VectorXd theirs = machine.vectors.rowwise().squaredNorm();
    const Eigen::MatrixXd distance = ((-2.0 * kernel).colwise() + own).rowwise() + theirs.transpose();
    kernel = (-gamma * distance).array().exp();
  }
  return (kernel * machine.coefficients).array() - machine.offset;
}

class SupportVectors final : public ClassicalClassifier {
 public:
  SupportVectors(ClassifierHead head, double gamma, std::vector<BinaryMachine> machines)
      : ClassicalClassifier(std::move(head)), gamma_(gamma), machines_(std::move(machines)) {}

 private:
  // Hinge loss max(0, 1 - code · decision)/2, averaged over the machines that know the class.
  [[nodiscard]] Eigen::MatrixXd probabilities(const Eigen::MatrixXd& standardised) const override {
    Eigen::MatrixXd loss = Eigen::MatrixXd::Zero(standardised.rows(), class_count());
    for (const BinaryMachine& machine : machines_) {
      const Eigen::ArrayXd score = decision(machine, gamma_, standardised).array();
      loss.col(machine.first).array() += 0.5 * (1.0 - score).max(0.0);
      loss.col(machine.second).array() += 0.5 * (1.0 + score).max(0.0);
    }
    return softmax(-loss / static_cast<double>(class_count() - 1));
  }

  [[nodiscard]] nlohmann::ordered_json model_json() const override {
    auto machines = nlohmann::ordered_json::array();
    for (const BinaryMachine& machine : machines_)
      machines.push_back({{"first", machine.first},
                          {"second", machine.second},
                          {"vectors", json_of(machine.vectors)},
                          {"coefficients", json_of(machine.coefficients)},
                          {"offset", machine.offset}});
    return {{"gamma", gamma_}, {"machines", std::move(machines)}};
  }

  double gamma_;
  std::vector<BinaryMachine> machines_;
};

cv::Ptr<cv::ml::SVM> new_machine(double gamma, double box_constraint) {
  constexpr int kIterations = 1000000;
  constexpr double kTolerance = 1e-5;
  auto svm = cv::ml::SVM::create();
  svm->setType(cv::ml::SVM::C_SVC);
  svm->setKernel(gamma > 0.0 ? cv::ml::SVM::RBF : cv::ml::SVM::LINEAR);
  if (gamma > 0.0) svm->setGamma(gamma);
  svm->setC(box_constraint);
  svm->setTermCriteria({cv::TermCriteria::MAX_ITER | cv::TermCriteria::EPS, kIterations, kTolerance});
  return svm;
}

// OpenCV's decision function is positive for the smaller of its two labels: the first class is labelled 0.
BinaryMachine train_machine(const TrainingSet& set, int first, int second, double gamma, double box_constraint) {
  const auto columns = static_cast<int>(set.features.cols());
  cv::Mat samples(0, columns, CV_32F);
  std::vector<int> labels;
  for (std::size_t cell = 0; cell < set.truth.size(); ++cell) {
    if (set.truth[cell] != first && set.truth[cell] != second) continue;
    cv::Mat row(1, columns, CV_32F);
    for (int column = 0; column < columns; ++column)
      row.at<float>(column) = static_cast<float>(set.features(static_cast<Eigen::Index>(cell), column));
    samples.push_back(row);
    labels.push_back(set.truth[cell] == first ? 0 : 1);
  }
  const auto svm = new_machine(gamma, box_constraint);
  svm->train(samples, cv::ml::ROW_SAMPLE, cv::Mat(labels));

  cv::Mat coefficients;
  cv::Mat positions;
  const double offset = svm->getDecisionFunction(0, coefficients, positions);
  const cv::Mat vectors = svm->getSupportVectors();
  const int count = positions.cols;
  BinaryMachine machine{first, second, Eigen::MatrixXd(count, columns), Eigen::VectorXd(count), offset};
  for (int i = 0; i < count; ++i) {
    machine.coefficients(i) = coefficients.at<double>(i);
    for (int column = 0; column < columns; ++column)
      machine.vectors(i, column) = vectors.at<float>(positions.at<int>(i), column);
  }
  return machine;
}

BinaryMachine machine_from_json(const nlohmann::json& json, int classes, Eigen::Index features) {
  BinaryMachine machine;
  machine.first = integer_member(json, "first", 0, classes - 2);
  machine.second = integer_member(json, "second", machine.first + 1, classes - 1);
  machine.vectors = matrix_member(json, "vectors", features);
  machine.coefficients = vector_member(json, "coefficients", machine.vectors.rows());
  machine.offset = number_member(json, "offset");
  return machine;
}

}  // namespace

Trained train_support_vectors(ClassifierHead head, const TrainingSet& set, const ClassicalOptions& options) {
  const double gamma = options.kernel == "rbf" ? 1.0 / (options.kernel_scale * options.kernel_scale) : 0.0;
  const auto classes = static_cast<int>(head.classes.size());
  std::vector<BinaryMachine> machines;
  for (int first = 0; first < classes; ++first)
    for (int second = first + 1; second < classes; ++second)
      machines.push_back(train_machine(set, first, second, gamma, options.box_constraint));
  return std::make_unique<SupportVectors>(std::move(head), gamma, std::move(machines));
}

Trained support_vectors_from_json(ClassifierHead head, const nlohmann::json& model) {
  const auto classes = static_cast<int>(head.classes.size());
  const double gamma = number_member(model, "gamma");
  if (gamma < 0.0) refuse_classifier("\"gamma\" is negative");
  std::vector<BinaryMachine> machines;
  std::vector<std::pair<int, int>> pairs;
  for (const auto& json : array_member(model, "machines")) {
    machines.push_back(machine_from_json(json, classes, head.standardisation.mean.size()));
    pairs.emplace_back(machines.back().first, machines.back().second);
  }
  std::sort(pairs.begin(), pairs.end());
  const auto different = static_cast<std::size_t>(std::unique(pairs.begin(), pairs.end()) - pairs.begin());
  if (different != machines.size() || different != head.classes.size() * (head.classes.size() - 1) / 2)
    refuse_classifier("it does not hold one machine for each pair of its classes");
  return std::make_unique<SupportVectors>(std::move(head), gamma, std::move(machines));
}

}  // namespace tomocyte
