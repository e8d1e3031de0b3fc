#include <limits>

#include "core/error.h"
#include "inference/embedding/find_ab.h"
#include "inference/embedding/fuzzy_union.h"
#include "inference/embedding/graph_components.h"
#include "inference/embedding/nearest_neighbours.h"
#include "inference/embedding/pca.h"
#include "inference/embedding/smooth_distances.h"
#include "inference/embedding/spectral_start.h"
#include "point_sets.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

FuzzyGraph graph_of(const std::vector<Eigen::Triplet<double>>& edges, Eigen::Index points) {
  FuzzyGraph graph(points, points);
  for (const auto& edge : edges) {
    graph.coeffRef(edge.row(), edge.col()) = edge.value();
    graph.coeffRef(edge.col(), edge.row()) = edge.value();
  }
  return graph;
}

}  // namespace

TEST_CASE("neighbours on a line are the next ones, the earlier first when both are as far") {
  const Eigen::MatrixXd line = Eigen::VectorXd::LinSpaced(5, 0.0, 4.0);
  const Neighbours found = nearest_neighbours(line, 2);
  Eigen::MatrixXi expected(5, 2);
  expected << 1, 2, 0, 2, 1, 3, 2, 4, 3, 2;
  CHECK(found.index == expected);
  CHECK(found.distance(0, 1) == Approx(2.0));
  const Neighbours beside = nearest_points(line, Eigen::MatrixXd::Constant(1, 1, 2.4), 2);
  CHECK(beside.index(0, 0) == 2);
  CHECK(beside.index(0, 1) == 3);
  CHECK(beside.distance(0, 1) == Approx(0.6));
}

TEST_CASE("neighbours far from the origin keep their distances") {
  const Eigen::MatrixXd line = Eigen::VectorXd::LinSpaced(300, 1e7, 1e7 + 2.99);
  const Neighbours found = nearest_neighbours(line, 1);
  CHECK(found.index(150, 0) == Approx(150).margin(1.01));
  CHECK(found.distance.maxCoeff() == Approx(0.01).epsilon(1e-5));
}

TEST_CASE("the graph search finds nearly all neighbours that comparing all pairs finds") {
  const Eigen::MatrixXd points = ten_groups(1500, 16);
  const Neighbours exact = nearest_neighbours(points, 15);
  const Neighbours graph = nearest_neighbours(points, 15, 0);
  double found = 0.0;
  for (Eigen::Index i = 0; i < points.rows(); ++i)
    for (Eigen::Index k = 0; k < 15; ++k) found += (exact.index.row(i).array() == graph.index(i, k)).count();
  CHECK(found / static_cast<double>(exact.index.size()) > 0.97);
  CHECK((graph.distance.array() - exact.distance.array()).minCoeff() > -1e-9);
}

TEST_CASE("more neighbours than cells, and features that are not finite, are refused") {
  Eigen::MatrixXd points = Eigen::MatrixXd::Random(10, 3);
  CHECK_THROWS_AS(nearest_neighbours(points, 10), InputError);
  CHECK_THROWS_AS(nearest_neighbours(points, 0), InputError);
  CHECK_THROWS_AS(nearest_points(points, Eigen::MatrixXd::Zero(1, 2), 3), InputError);
  points(4, 1) = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_AS(nearest_neighbours(points, 3), InputError);
}

TEST_CASE("memberships of neighbours sum to the logarithm of their number") {
  // sigma by scipy 1.10 optimize.brentq.
  Eigen::MatrixXd distance(2, 5);
  distance << 0.5, 0.7, 1.0, 1.2, 2.0, 0.1, 0.3, 0.4, 0.9, 1.0;
  const SmoothScales scales = smooth_distances(distance);
  CHECK(scales.rho(0) == 0.5);
  CHECK(scales.sigma(0) == Approx(0.4944268072111831));
  CHECK(scales.sigma(1) == Approx(0.40078877115361633));
  const Eigen::MatrixXd strength = membership(distance, scales);
  CHECK(strength(0, 0) == 1.0);
  CHECK(strength(0, 4) == Approx(0.04813161295116298));
  CHECK(strength.row(1).sum() == Approx(std::log2(5.0)));
  CHECK(smooth_distances(distance, LocalConnectivity::kNone).rho(0) == 0.0);
}

TEST_CASE("cells with the same features are neighbours of strength 1, not of infinite or no strength") {
  Eigen::MatrixXd distance(2, 4);
  distance << 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0;
  const Eigen::MatrixXd strength = membership(distance, smooth_distances(distance));
  CHECK((strength.array() == 1.0).all());
}

TEST_CASE("the union of two directions is the probability that either holds") {
  Eigen::MatrixXi neighbours(3, 1);
  neighbours << 1, 0, 0;
  Eigen::MatrixXd strength(3, 1);
  strength << 0.8, 0.5, 0.3;
  const FuzzyGraph graph = fuzzy_union(neighbours, strength);
  CHECK(graph.coeff(0, 1) == Approx(0.9));  // 0.8 + 0.5 - 0.4
  CHECK(graph.coeff(1, 0) == Approx(0.9));
  CHECK(graph.coeff(0, 2) == Approx(0.3));
  CHECK(graph.coeff(1, 2) == 0.0);
}

TEST_CASE("the curve of the map has the published parameters") {
  // umap-learn's find_ab_params: scipy 1.10 curve_fit of the same curve.
  struct Row {
    double spread, minimum_distance, a, b;
  };
  const auto row = GENERATE(Row{1, 0.05, 1.7502, 0.8421}, Row{1, 0.01, 1.8956, 0.8006}, Row{1, 0.1, 1.5769, 0.8951},
                            Row{1, 0.5, 0.5830, 1.3342}, Row{2, 0.1, 0.5447, 0.8421});
  const MembershipCurve curve = find_ab(row.spread, row.minimum_distance);
  CHECK(curve.a == Approx(row.a).margin(1e-4));
  CHECK(curve.b == Approx(row.b).margin(1e-4));
  CHECK_THROWS_AS(find_ab(1.0, 3.0), InputError);
  CHECK_THROWS_AS(find_ab(0.0, 0.1), InputError);
}

TEST_CASE("forces are the slope of the cross entropy") {
  const MembershipCurve curve{1.5769, 0.8951};
  const auto membership_at = [&](double d) { return 1.0 / (1.0 + curve.a * std::pow(d, 2.0 * curve.b)); };
  const double d = GENERATE(0.4, 1.0, 2.5);
  const double step = 1e-5;
  const double pull = (std::log(membership_at(d + step)) - std::log(membership_at(d - step))) / (2.0 * step);
  CHECK(attraction(curve, d * d) * d == Approx(pull).epsilon(1e-6));
  const double push =
      (std::log(1.0 - membership_at(d + step)) - std::log(1.0 - membership_at(d - step))) / (2.0 * step);
  // Softened by 0.001 at small distances.
  CHECK(repulsion(curve, d * d) * d == Approx(push * d * d / (d * d + 1e-3)).epsilon(1e-6));
}

TEST_CASE("eigenvectors of a small graph's Laplacian are numpy's") {
  const FuzzyGraph graph = graph_of({{0, 1, 1.0}, {1, 2, 0.5}, {2, 3, 0.8}, {3, 4, 0.3}, {4, 5, 0.9}, {0, 3, 0.2}}, 6);
  // numpy 1.24 linalg.eigh of the dense normalised Laplacian, vectors 1 and 2.
  Eigen::MatrixXd expected(6, 2);
  expected << -0.358360297471684, -0.45761964013123785, -0.3991273002754624, -0.3714763726969964, -0.20666901908093352,
      0.5306714999662678, -0.05478628423314282, 0.5668534090787932, 0.5734682325535837, -0.09472076905149895,
      0.5811160479927793, -0.20169907571338194;
  const Eigen::MatrixXd found = laplacian_eigenvectors(graph, 2);
  REQUIRE(found.rows() == 6);
  CHECK((found - expected).cwiseAbs().maxCoeff() < 1e-8);
}

TEST_CASE("the Laplacian of a long chain has its closed-form vectors") {
  // Chung 1997, example 1.4: sqrt(degree) cos(pi k i/(n - 1)). By Lanczos, the chain being above the dense limit.
  constexpr int kPoints = 300;
  std::vector<Eigen::Triplet<double>> edges;
  for (int i = 0; i + 1 < kPoints; ++i) edges.emplace_back(i, i + 1, 1.0);
  const Eigen::MatrixXd found = laplacian_eigenvectors(graph_of(edges, kPoints), 2);
  REQUIRE(found.rows() == kPoints);
  for (const int k : {1, 2}) {
    Eigen::VectorXd expected(kPoints);
    for (int i = 0; i < kPoints; ++i)
      expected(i) =
          std::sqrt(i == 0 || i + 1 == kPoints ? 1.0 : 2.0) * std::cos(std::numbers::pi * k * i / (kPoints - 1.0));
    CHECK(std::abs(expected.normalized().dot(found.col(k - 1))) == Approx(1.0).epsilon(1e-4));
  }
}

TEST_CASE("parts of a graph are found and start apart from each other") {
  std::vector<Eigen::Triplet<double>> edges;
  for (int i = 0; i < 60; ++i)
    if (i % 20 != 19) edges.emplace_back(i, i + 1, 1.0);
  edges.emplace_back(60, 61, 0.5);
  const FuzzyGraph graph = graph_of(edges, 62);
  const auto parts = graph_components(graph);
  REQUIRE(parts.size() == 4);
  CHECK(parts[1].front() == 20);
  CHECK(parts[3] == std::vector<int>{60, 61});
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(62, 3);
  for (int i = 0; i < 62; ++i) points(i, (i / 20) % 3) = 5.0 + i / 20;
  const Eigen::MatrixXd start = spectral_start(graph, points, 2, 1);
  CHECK(start.allFinite());
  CHECK(start.cwiseAbs().maxCoeff() == Approx(10.0).margin(0.01));
  // Nearest others are of the same part.
  for (int part = 0; part < 3; ++part) {
    const Eigen::RowVectorXd mean = start.middleRows(20 * part, 20).colwise().mean();
    for (int i = 0; i < 60; ++i) {
      const Eigen::RowVectorXd own = start.middleRows(20 * (i / 20), 20).colwise().mean();
      CHECK((start.row(i) - own).norm() <= (start.row(i) - mean).norm() + 1e-9);
    }
  }
}

TEST_CASE("principal components of stretched points are their long axes") {
  Eigen::MatrixXd points(4, 3);
  points << 1, 5, 2, 1, -5, 2, 3, 0, 2, -1, 0, 2;
  const Eigen::MatrixXd components = principal_components(points, 4);
  CHECK(components.col(0).isApprox(Eigen::Vector4d(5, -5, 0, 0)));
  CHECK(components.col(1).isApprox(Eigen::Vector4d(0, 0, 2, -2)));
  CHECK(components.rightCols(2).norm() < 1e-12);
}
