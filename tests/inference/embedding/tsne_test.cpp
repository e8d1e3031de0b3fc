#include "inference/embedding/tsne.h"

#include "core/error.h"
#include "inference/embedding/nearest_neighbours.h"
#include "inference/embedding/pca.h"
#include "inference/embedding/perplexity.h"
#include "inference/embedding/quadtree.h"
#include "inference/embedding/trustworthiness.h"
#include "point_sets.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

FuzzyGraph joint_of(const Eigen::MatrixXd& points, double perplexity) {
  const Neighbours found = nearest_neighbours(points, static_cast<int>(points.rows()) - 1);
  return joint_similarities(found.index, conditional_similarities(found.distance, perplexity));
}

// Kullback-Leibler divergence from all pairs.
double divergence(const FuzzyGraph& joint, const Eigen::MatrixX2d& map) {
  double total = 0.0;
  for (Eigen::Index i = 0; i < map.rows(); ++i)
    for (Eigen::Index j = 0; j < map.rows(); ++j)
      if (i != j) total += 1.0 / (1.0 + (map.row(i) - map.row(j)).squaredNorm());
  double sum = 0.0;
  for (int i = 0; i < static_cast<int>(map.rows()); ++i)
    for (FuzzyGraph::InnerIterator pair(joint, i); pair; ++pair)
      sum += pair.value() * std::log(pair.value() * total * (1.0 + (map.row(i) - map.row(pair.col())).squaredNorm()));
  return sum;
}

}  // namespace

TEST_CASE("similarities have the entropy of the perplexity") {
  // Perplexity 2 of five neighbours: precision by scipy 1.10 optimize.brentq.
  Eigen::MatrixXd distance(2, 5);
  distance << 0.5, 0.7, 1.0, 1.2, 2.0, 0.1, 0.3, 0.4, 0.9, 1.0;
  Eigen::MatrixXd expected(2, 5);
  expected << 0.7234297453618662, 0.24763689745218573, 0.025377901849085067, 0.003555416904850983,
      3.8432011879159415e-08, 0.7526066430884535, 0.1902687444043807, 0.05712377915634825, 8.027163256235753e-07,
      3.063449194513865e-08;
  const Eigen::MatrixXd found = conditional_similarities(distance, 2.0);
  CHECK((found - expected).cwiseAbs().maxCoeff() < 1e-8);
  CHECK_THROWS_AS(conditional_similarities(distance, 5.0), InputError);
  CHECK_THROWS_AS(conditional_similarities(distance, 0.5), InputError);
}

TEST_CASE("similarities do not break on cells with equal features") {
  Eigen::MatrixXd distance(2, 4);
  distance << 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1e6;
  const Eigen::MatrixXd found = conditional_similarities(distance, 2.0);
  CHECK((found.rowwise().sum().array() - 1.0).abs().maxCoeff() < 1e-12);
  CHECK(found(0, 3) == Approx(0.25));
  CHECK(found(1, 3) < 1e-100);
}

TEST_CASE("joint similarities are symmetric and sum to 1") {
  const FuzzyGraph joint = joint_of(ten_groups(60, 6), 10.0);
  CHECK(joint.sum() == Approx(1.0));
  CHECK(FuzzyGraph(joint - FuzzyGraph(joint.transpose())).norm() < 1e-15);
}

TEST_CASE("the quadtree's repulsion is that of all pairs, exactly or nearly") {
  Eigen::MatrixX2d points = ten_groups(700, 2);
  points.row(5) = points.row(6);  // at the same place
  points.middleRows(20, 30).rowwise() = points.row(20).eval();
  const Quadtree tree(points);
  for (const Eigen::Index i : {0, 5, 25, 699}) {
    Eigen::RowVector2d force = Eigen::RowVector2d::Zero();
    double normalisation = 0.0;
    for (Eigen::Index j = 0; j < points.rows(); ++j) {
      if (j == i) continue;
      const Eigen::RowVector2d difference = points.row(i) - points.row(j);
      const double q = 1.0 / (1.0 + difference.squaredNorm());
      normalisation += q;
      force += q * q * difference;
    }
    CHECK(tree.repulsion_of(i, 0.0).normalisation == Approx(normalisation).epsilon(1e-12));
    CHECK((tree.repulsion_of(i, 0.0).force - force).norm() < 1e-10);
    CHECK(tree.repulsion_of(i, 0.5).normalisation == Approx(normalisation).epsilon(0.01));
    CHECK((tree.repulsion_of(i, 0.5).force - force).norm() < 0.03 * normalisation);
  }
}

TEST_CASE("the gradient is the slope of the divergence") {
  const Eigen::MatrixXd points = ten_groups(40, 5);
  const FuzzyGraph joint = joint_of(points, 8.0);
  Eigen::MatrixX2d map = principal_components(points, 2);
  const Eigen::MatrixX2d gradient = tsne_gradient(joint, map, 1.0, 0.0);
  constexpr double kStep = 1e-5;
  for (const Eigen::Index i : {3, 17, 39})
    for (const Eigen::Index axis : {0, 1}) {
      const double there = map(i, axis);
      map(i, axis) = there + kStep;
      const double above = divergence(joint, map);
      map(i, axis) = there - kStep;
      const double below = divergence(joint, map);
      map(i, axis) = there;
      CHECK(gradient(i, axis) == Approx((above - below) / (2.0 * kStep)).epsilon(1e-4).margin(1e-9));
    }
}

TEST_CASE("t-SNE unrolls a swiss roll and separates groups as scikit-learn's does") {
  const Eigen::MatrixXd roll = swiss_roll(1000);
  const double unrolled = trustworthiness(roll, tsne(roll), 12);
  CAPTURE(unrolled);
  CHECK(unrolled > 0.998);  // scikit-learn 1.2.1 (PCA start): 0.99956; PCA 0.861

  const Eigen::MatrixXd groups = ten_groups(500, 64);
  const Eigen::MatrixXd map = tsne(groups);
  CHECK(share_beside_own_group(map) > 0.999);
  CHECK(trustworthiness(groups, map, 12) > trustworthiness(groups, principal_components(groups, 2), 12) + 0.05);
}

TEST_CASE("t-SNE of too few or equal cells is refused, and it can be cancelled") {
  CHECK_THROWS_AS(tsne(ten_groups(90, 4)), InputError);
  CHECK_THROWS_AS(tsne(Eigen::MatrixXd::Constant(100, 4, 2.0)), InputError);
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(tsne(ten_groups(100, 4), {}, Progress({}, stop.get_token())), Cancelled);
}

TEST_CASE("trustworthiness is scikit-learn's") {
  const Eigen::MatrixXd roll = swiss_roll(1000).topRows(40);
  CHECK(trustworthiness(roll, roll.leftCols(2), 3) == Approx(0.7702380952380953));
  CHECK(trustworthiness(roll, roll.leftCols(2), 7) == Approx(0.8518472906403941));
  CHECK(trustworthiness(roll, roll, 7) == 1.0);
  CHECK_THROWS_AS(trustworthiness(roll, roll, 20), InputError);
  CHECK_THROWS_AS(trustworthiness(roll, roll.topRows(39), 5), InputError);
}
