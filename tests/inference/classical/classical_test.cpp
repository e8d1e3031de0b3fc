#include <limits>

#include "core/error.h"
#include "inference/classical/classical_classifier.h"
#include "inference/classical/index_features.h"
#include "iris.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

Eigen::MatrixXd iris_prediction(ClassicalKind kind, const ClassicalOptions& options = {}) {
  return train_classical(kind, iris_features(), iris_truth(), iris_classes(), options)->predict(other_flowers());
}

void check_close(const Eigen::MatrixXd& found, const Eigen::MatrixXd& expected, double tolerance) {
  REQUIRE(found.rows() == expected.rows());
  CAPTURE(found, expected);
  CHECK((found - expected).cwiseAbs().maxCoeff() < tolerance);
  CHECK((found.rowwise().sum().array() - 1.0).abs().maxCoeff() < 1e-12);
}

// Two classes on a line: -2, -1 and 1, 2, which are their own standardised order.
Eigen::MatrixXd line() { return Eigen::Vector4d(-2.0, -1.0, 1.0, 2.0); }
const std::vector<int> kLineTruth = {0, 0, 1, 1};
const std::vector<std::string> kTwo = {"a", "b"};

}  // namespace

TEST_CASE("linear discriminant posteriors are those of the formula in numpy") {
  // numpy 1.24: pooled covariance with n - K, equal priors, features standardised with n - 1.
  Eigen::MatrixXd expected(4, 3);
  expected << 1.0, 9.372763624133545e-43, 0.0, 0.0, 0.9541258222309237, 0.04587417776907618, 0.0, 0.14860947089049723,
      0.8513905291095027, 1.0097870061370366e-07, 0.9999998990212995, 0.0;
  check_close(iris_prediction(ClassicalKind::kLinearDiscriminant), expected, 1e-10);
}

TEST_CASE("naive Bayes posteriors are those of scipy's normal densities") {
  // scipy 1.10 stats.norm.logpdf with variances of n - 1.
  Eigen::MatrixXd expected(4, 3);
  expected << 1.0, 0.0, 0.0, 0.0, 0.9137536506980317, 0.0862463493019683, 0.0, 0.13864254623370692, 0.8613574537662931,
      0.0, 0.9999930370223888, 6.962977611096038e-06;
  check_close(iris_prediction(ClassicalKind::kNaiveBayes), expected, 1e-10);
}

TEST_CASE("vote shares of the five nearest are those of scikit-learn") {
  // scikit-learn 1.2.1 KNeighborsClassifier(5).
  Eigen::MatrixXd expected(4, 3);
  expected << 1.0, 0.0, 0.0, 0.0, 0.6, 0.4, 0.0, 0.4, 0.6, 0.2, 0.8, 0.0;
  check_close(iris_prediction(ClassicalKind::kNearestNeighbours), expected, 1e-12);
}

TEST_CASE("decoded support vector machines are those of scikit-learn's binary machines") {
  // scikit-learn 1.2.1 SVC(C=1, tol=1e-9) for each pair, rbf with gamma 1; hinge losses decoded with numpy.
  Eigen::MatrixXd linear(4, 3);
  linear << 0.6169042437794993, 0.33024220589335757, 0.052853550327143145, 0.17059276103315424, 0.4366358313512299,
      0.39277140761561585, 0.16090438463655887, 0.39425119295866834, 0.4448444224047728, 0.3457585663911395,
      0.49261490676409847, 0.16162652684476203;
  check_close(iris_prediction(ClassicalKind::kSupportVectors), linear, 1e-3);
  Eigen::MatrixXd rbf(4, 3);
  rbf << 0.5152975970236566, 0.23456690375698225, 0.2501354992193612, 0.1995663974690597, 0.42185648219191346,
      0.3785771203390268, 0.20263730589801696, 0.3717914382014849, 0.42557125590049827, 0.28901843896056034,
      0.40586189350156004, 0.30511966753787967;
  ClassicalOptions options;
  options.kernel = "rbf";
  check_close(iris_prediction(ClassicalKind::kSupportVectors, options), rbf, 1e-3);
}

TEST_CASE("a tree splits the irises where scikit-learn's does") {
  // scikit-learn 1.2.1 DecisionTreeClassifier(min_samples_split=10): petal length 2.5, petal width 1.65, pure leaves.
  Eigen::MatrixXd expected(4, 3);
  expected << 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0;
  const auto tree = train_classical(ClassicalKind::kDecisionTree, iris_features(), iris_truth(), iris_classes());
  check_close(tree->predict(other_flowers()), expected, 1e-12);
  Eigen::MatrixXd around(4, 4);
  around << 5, 3, 2.49, 1, 5, 3, 2.51, 1, 5, 3, 4, 1.64, 5, 3, 4, 1.66;
  Eigen::MatrixXd sides(4, 3);
  sides << 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1;
  check_close(tree->predict(around), sides, 1e-12);
}

TEST_CASE("the widest margin of two classes on a line is half-way between their nearest cells") {
  ClassicalOptions options;
  options.box_constraint = 1000.0;
  const auto machine = train_classical(ClassicalKind::kSupportVectors, line(), kLineTruth, kTwo, options);
  // On the margin's edges the decision is ±1: losses 0 and 1.
  const double edge = 1.0 / (1.0 + std::exp(-1.0));
  Eigen::MatrixXd expected(3, 2);
  expected << edge, 1.0 - edge, 0.5, 0.5, 1.0 - edge, edge;
  check_close(machine->predict(Eigen::Vector3d(-1.0, 0.0, 1.0)), expected, 1e-3);
  CHECK_FALSE(machine->calibrated());
}

TEST_CASE("the limits of a tree hold") {
  Eigen::VectorXd features(12);
  std::vector<int> truth;
  for (int i = 0; i < 12; ++i) {
    features(i) = i;
    truth.push_back(i < 1 || i > 8 ? 1 : 0);  // 1 0 0 0 0 0 0 0 0 1 1 1
  }
  const auto share = [&](const ClassicalOptions& options, double x) {
    const auto tree = train_classical(ClassicalKind::kDecisionTree, features, truth, kTwo, options);
    return tree->predict(Eigen::VectorXd::Constant(1, x))(0, 1);
  };
  ClassicalOptions options;
  options.minimum_parent = 2;
  CHECK(share(options, 0.0) == 1.0);
  options.maximum_splits = 1;
  CHECK(share(options, 0.0) == Approx(1.0 / 9.0));  // only the split at 8.5
  options.maximum_splits = 0;
  options.minimum_leaf = 2;
  CHECK(share(options, 0.0) == Approx(1.0 / 2.0));  // 0 and 1 stay together
  options.minimum_leaf = 1;
  options.minimum_parent = 13;
  CHECK(share(options, 0.0) == Approx(4.0 / 12.0));
}

TEST_CASE("rare classes are rarer in the posteriors of cells that could be either") {
  // Four cells around -2 and two around 2: half-way between the means the posterior is the prior.
  Eigen::VectorXd features(6);
  features << -3, -2, -2, -1, 1, 3;
  const auto lda = train_classical(ClassicalKind::kLinearDiscriminant, features, {0, 0, 0, 0, 1, 1}, kTwo);
  CHECK(lda->predict(Eigen::VectorXd::Constant(1, 0.0))(0, 0) == Approx(4.0 / 6.0));
}

TEST_CASE("features that depend on each other or never change do not break a classifier") {
  const auto kind =
      GENERATE(ClassicalKind::kSupportVectors, ClassicalKind::kNearestNeighbours, ClassicalKind::kLinearDiscriminant,
               ClassicalKind::kNaiveBayes, ClassicalKind::kDecisionTree);
  Eigen::MatrixXd features(30, 6);
  features << iris_features(), 2.0 * iris_features().col(2), Eigen::VectorXd::Constant(30, 1.337);
  const auto classifier = train_classical(kind, features, iris_truth(), iris_classes());
  Eigen::MatrixXd unusual(2, 6);
  unusual << 5.0, 3.4, 1.5, 0.2, 3.0, 99.0, 6.5, 3.0, 5.9, 2.2, 11.8, 1.337;
  const Eigen::MatrixXd p = classifier->predict(unusual);
  CAPTURE(name_of(kind), p);
  CHECK(p.allFinite());
  CHECK(p(0, 0) > 0.5);
  CHECK(p(1, 2) > p(1, 1));
}

TEST_CASE("a classifier that had nothing to tell the classes by does not choose for certain") {
  const auto kind = GENERATE(ClassicalKind::kSupportVectors, ClassicalKind::kLinearDiscriminant,
                             ClassicalKind::kNaiveBayes, ClassicalKind::kDecisionTree);
  const Eigen::MatrixXd same = Eigen::MatrixXd::Constant(30, 2, 1.5);
  const auto classifier = train_classical(kind, same, iris_truth(), iris_classes());
  const Eigen::MatrixXd p = classifier->predict(Eigen::MatrixXd::Constant(1, 2, 7.0));
  CAPTURE(name_of(kind), p);
  CHECK(p.allFinite());
  CHECK(p.maxCoeff() < 0.6);
}

TEST_CASE("training sets that cannot teach are refused") {
  Eigen::MatrixXd features = iris_features();
  std::vector<int> truth = iris_truth();
  std::vector<std::string> classes = iris_classes();
  ClassicalOptions options;
  SECTION("one class") { classes.resize(1); }
  SECTION("a class without cells") { classes.emplace_back("none"); }
  SECTION("a class of one cell") { std::fill(truth.begin() + 21, truth.end(), 1); }
  SECTION("a feature that is not finite") { features(3, 1) = std::numeric_limits<double>::quiet_NaN(); }
  SECTION("fewer cells than classes of cells") { features.conservativeResize(29, 4); }
  SECTION("a class that is none") { truth[0] = -1; }
  SECTION("more neighbours than cells") { options.neighbours = 31; }
  SECTION("two classes of one name") { classes[1] = classes[0]; }
  CHECK_THROWS_AS(train_classical(ClassicalKind::kNearestNeighbours, features, truth, classes, options), InputError);
}

TEST_CASE("cells with other features than the training set are refused") {
  const auto lda = train_classical(ClassicalKind::kLinearDiscriminant, iris_features(), iris_truth(), iris_classes());
  CHECK_THROWS_AS(lda->predict(Eigen::MatrixXd::Zero(2, 3)), InputError);
  CHECK_THROWS_AS(lda->predict(Eigen::MatrixXd::Constant(1, 4, std::numeric_limits<double>::infinity())), InputError);
}

TEST_CASE("indices become features in the order of their names") {
  CellIndices indices;
  indices.volume_fl = 1;
  indices.surface_area_um2 = 2;
  indices.sphericity = 3;
  indices.dry_mass_pg = 4;
  indices.protein_density_g_dl = 5;
  indices.mean_ri = 6;
  Eigen::MatrixXd expected(1, 6);
  expected << 1, 2, 3, 4, 5, 6;
  CHECK(index_features({indices}) == expected);
  CHECK(index_names().size() == 6);
}
