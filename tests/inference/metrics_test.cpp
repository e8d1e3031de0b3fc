#include "inference/metrics.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "inference/agreement.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

// Twelve cells of three classes with ties among the scores.
Predictions twelve_cells() {
  Predictions predictions;
  predictions.classes = {"B lymphocyte", "monocyte", "myelocyte"};
  predictions.truth = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2};
  predictions.probabilities.resize(12, 3);
  predictions.probabilities << .7, .2, .1, .5, .3, .2, .2, .6, .2, .4, .3, .3, .1, .8, .1, .3, .4, .3, .5, .3, .2, .1,
      .2, .7, .2, .2, .6, .3, .3, .4, .2, .5, .3, .05, .05, .9;
  return predictions;
}

// `right` of `cells` cells called correctly, in two classes.
Predictions partly_right(int cells, int right) {
  Predictions predictions;
  predictions.classes = {"a", "b"};
  predictions.probabilities.resize(cells, 2);
  for (int cell = 0; cell < cells; ++cell) {
    predictions.truth.push_back(0);
    const double p = cell < right ? 0.9 : 0.1;
    predictions.probabilities.row(cell) << p, 1.0 - p;
  }
  return predictions;
}

}  // namespace

TEST_CASE("rates, areas and calibration of twelve cells are those of scikit-learn") {
  // scikit-learn 1.2.1: confusion_matrix, precision_recall_fscore_support, roc_auc_score one against rest;
  // Brier score and calibration error with numpy 1.24 from their definitions.
  const Evaluation result = evaluate(twelve_cells());
  CHECK(result.cells == 12);
  CHECK(result.accuracy.value == Approx(0.75));
  Eigen::Matrix3i confusion;
  confusion << 3, 1, 0, 1, 2, 0, 0, 1, 4;
  CHECK(result.confusion == confusion);
  const std::vector<std::array<double, 5>> expected = {
      // sensitivity, specificity, precision, F1, area
      {0.75, 7.0 / 8.0, 0.75, 0.75, 0.828125},
      {2.0 / 3.0, 7.0 / 9.0, 0.5, 4.0 / 7.0, 0.7962962962962963},
      {0.8, 1.0, 1.0, 8.0 / 9.0, 0.9714285714285714},
  };
  for (std::size_t c = 0; c < 3; ++c) {
    CAPTURE(c);
    const ClassMetrics& metrics = result.classes[c];
    CHECK(metrics.sensitivity->value == Approx(expected[c][0]));
    CHECK(metrics.specificity->value == Approx(expected[c][1]));
    CHECK(metrics.precision->value == Approx(expected[c][2]));
    CHECK(metrics.f1->value == Approx(expected[c][3]));
    CHECK(metrics.roc_area->value == Approx(expected[c][4]));
  }
  CHECK(result.brier_score == Approx(0.43291666666666667));
  CHECK(result.expected_calibration_error == Approx(0.2833333333333333));
  CHECK(result.reliability[7].cells == 3);
  CHECK(*result.reliability[7].accuracy == Approx(1.0 / 3.0));
  CHECK(*result.reliability[7].confidence == Approx(0.5));
  CHECK_FALSE(result.reliability[0].accuracy);
}

TEST_CASE("a ROC curve has the corners of scikit-learn's, with one step for cells of equal score") {
  const Evaluation result = evaluate(twelve_cells());
  // sklearn.metrics.roc_curve of the second class, corners only.
  const std::vector<std::array<double, 3>> expected = {{0.0, 0.0, std::numeric_limits<double>::infinity()},
                                                       {0.0, 1.0 / 3.0, 0.8},
                                                       {2.0 / 9.0, 1.0 / 3.0, 0.5},
                                                       {2.0 / 9.0, 2.0 / 3.0, 0.4},
                                                       {5.0 / 9.0, 1.0, 0.3},
                                                       {1.0, 1.0, 0.05}};
  const auto& roc = result.classes[1].roc;
  REQUIRE(roc.size() == expected.size());
  for (std::size_t i = 0; i < roc.size(); ++i) {
    CHECK(roc[i].false_positive_rate == Approx(expected[i][0]));
    CHECK(roc[i].true_positive_rate == Approx(expected[i][1]));
    CHECK((roc[i].threshold == expected[i][2]));
  }
}

TEST_CASE("a class without a cell has no sensitivity, F1 or ROC, and JSON leaves them out") {
  Predictions predictions = twelve_cells();
  predictions.classes.emplace_back("T lymphocyte");
  predictions.probabilities.conservativeResize(12, 4);
  predictions.probabilities.col(3).setZero();
  const Evaluation result = evaluate(predictions);
  const ClassMetrics& empty = result.classes[3];
  CHECK(empty.cells == 0);
  CHECK_FALSE(empty.sensitivity);
  CHECK_FALSE(empty.precision);
  CHECK_FALSE(empty.f1);
  CHECK_FALSE(empty.roc_area);
  CHECK(empty.specificity->value == 1.0);

  const std::string text = evaluation_to_json(result);
  CHECK(text.find("null") == std::string::npos);
  const auto json = nlohmann::json::parse(text);
  const auto& item = json.at("classes").at(3);
  for (const char* name : {"sensitivity", "precision", "f1", "roc_area", "roc"}) CHECK_FALSE(item.contains(name));
  CHECK(json.at("classes").at(1).at("sensitivity").at("value").get<double>() == Approx(2.0 / 3.0));
  CHECK(json.at("confusion").at(2).at(1) == 1);
}

TEST_CASE("a class that is never called has no precision and an F1 of 0") {
  Predictions predictions = partly_right(10, 10);
  predictions.truth[0] = 1;
  const Evaluation result = evaluate(predictions);
  CHECK_FALSE(result.classes[1].precision);
  CHECK(result.classes[1].f1->value == 0.0);
  CHECK(result.classes[1].roc_area->value == 0.5);  // all scores are equal
}

TEST_CASE("the bootstrap interval over cells approaches the normal interval of a proportion") {
  const Evaluation result = evaluate(partly_right(400, 320), {4000, 7});
  const double half = 1.96 * std::sqrt(0.8 * 0.2 / 400.0);
  CHECK(result.accuracy.low == Approx(0.8 - half).margin(0.004));
  CHECK(result.accuracy.high == Approx(0.8 + half).margin(0.004));
  CHECK(result.donors == 0);
}

TEST_CASE("cells of a donor that stand or fall together count as one in the interval") {
  Predictions predictions = partly_right(400, 320);
  for (int cell = 0; cell < 400; ++cell) predictions.donors.push_back(std::to_string(cell / 10));
  const Evaluation result = evaluate(predictions, {4000, 7});
  const double half = 1.96 * std::sqrt(0.8 * 0.2 / 40.0);
  CHECK(result.donors == 40);
  CHECK(result.accuracy.value == Approx(0.8));
  CHECK(result.accuracy.low == Approx(0.8 - half).margin(0.013));
  CHECK(result.accuracy.high == Approx(0.8 + half).margin(0.013));
}

TEST_CASE("the bootstrap gives the same intervals for the same seed") {
  const Evaluation first = evaluate(twelve_cells(), {500, 3});
  const Evaluation again = evaluate(twelve_cells(), {500, 3});
  CHECK(evaluation_to_json(first) == evaluation_to_json(again));
}

TEST_CASE("predictions that are no probabilities or do not fit the truth are refused") {
  Predictions predictions = twelve_cells();
  SECTION("logits") { predictions.probabilities(4, 0) = 3.0; }
  SECTION("not a number") { predictions.probabilities(4, 0) = std::numeric_limits<double>::quiet_NaN(); }
  SECTION("negative") { predictions.probabilities.row(4) << -0.2, 0.6, 0.6; }
  SECTION("too few") { predictions.truth.pop_back(); }
  SECTION("none") { predictions = {}; }
  SECTION("no such class") { predictions.truth[0] = 3; }
  SECTION("donors of other cells") { predictions.donors = {"1", "2"}; }
  SECTION("one donor") { predictions.donors.assign(12, "1"); }
  CHECK_THROWS_AS(evaluate(predictions), InputError);
}

TEST_CASE("kappa and its standard error are those of the published table") {
  // Fleiss, Levin & Paik 2003, table 18.1 (100 cases, kappa 0.68); standard errors by the delta method with numerical
  // derivatives (numpy 1.24).
  Eigen::Matrix3i fleiss;
  fleiss << 75, 1, 4, 5, 4, 1, 0, 0, 10;
  CHECK(cohen_kappa(fleiss).value == Approx(0.676470588235294));
  CHECK(cohen_kappa(fleiss).standard_error == Approx(0.0877029535).epsilon(1e-6));
  Eigen::Matrix2i two;
  two << 20, 5, 10, 15;
  CHECK(cohen_kappa(two).value == Approx(0.4));
  CHECK(cohen_kappa(two).standard_error == Approx(0.1269960626).epsilon(1e-6));
}

TEST_CASE("kappa of raters that agree always is 1, and is refused where it is undefined") {
  Eigen::Matrix2i counts;
  counts << 5, 0, 0, 7;
  CHECK(cohen_kappa(counts).value == Approx(1.0));
  CHECK(cohen_kappa(counts).standard_error == Approx(0.0).margin(1e-12));
  counts << 5, 0, 0, 0;
  CHECK_THROWS_AS(cohen_kappa(counts), InputError);
  CHECK_THROWS_AS(cohen_kappa(Eigen::MatrixXi::Zero(2, 2)), InputError);
  CHECK_THROWS_AS(cohen_kappa(Eigen::MatrixXi::Ones(2, 3)), InputError);
}

TEST_CASE("the temperature minimises the likelihood like scipy's minimiser") {
  Eigen::MatrixXd logits(6, 3);
  logits << 3, 1, 0, 2, 2.5, 0, 0, 4, 1, 1, 0, 0.5, 0, 1, 3, 2, 0, 1;
  // scipy 1.10 optimize.minimize_scalar of the negative log likelihood over the log temperature.
  CHECK(fit_temperature(logits, {0, 0, 1, 2, 2, 0}) == Approx(0.6611755457).epsilon(1e-6));
  // Logits ten times too sure need ten times the temperature.
  CHECK(fit_temperature(10.0 * logits, {0, 0, 1, 2, 2, 0}) == Approx(6.611755457).epsilon(1e-6));
}

TEST_CASE("the temperature stays within its bounds for logits that are always right or always wrong") {
  Eigen::MatrixXd logits(2, 2);
  logits << 1000, 0, 0, 1000;
  CHECK(fit_temperature(logits, {0, 1}) == 0.01);
  CHECK(fit_temperature(logits, {1, 0}) == 100.0);
  CHECK_THROWS_AS(fit_temperature(logits, {0}), InputError);
  CHECK_THROWS_AS(fit_temperature(logits, {0, 2}), InputError);
}
