#include "inference/embedding/umap.h"

#include "core/error.h"
#include "inference/embedding/pca.h"
#include "inference/embedding/trustworthiness.h"
#include "point_sets.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("UMAP unrolls a swiss roll that principal components fold") {
  const Eigen::MatrixXd roll = swiss_roll(1000);
  const double folded = trustworthiness(roll, principal_components(roll, 2), 12);
  CHECK(folded == Approx(0.8610234335201222).epsilon(1e-6));  // scikit-learn 1.2.1: PCA and trustworthiness
  const Umap umap = fit_umap(roll);
  const double unrolled = trustworthiness(roll, umap.map, 12);
  CAPTURE(unrolled);
  CHECK(unrolled > 0.99);  // scikit-learn's t-SNE: 0.9996
}

TEST_CASE("UMAP separates groups in many features, and puts new cells into their groups") {
  const Eigen::MatrixXd groups = ten_groups(2000, 64);
  const Umap umap = fit_umap(groups.topRows(1800));
  const double flat = trustworthiness(groups.topRows(1800), principal_components(groups.topRows(1800), 2), 12);
  const double trust = trustworthiness(groups.topRows(1800), umap.map, 12);
  CAPTURE(flat, trust);
  CHECK(trust > 0.98);  // scikit-learn's t-SNE of all 2,000: 0.9992, PCA 0.905
  CHECK(trust > flat + 0.05);
  CHECK(share_beside_own_group(umap.map) > 0.999);

  Eigen::MatrixXd all(2000, 2);
  all << umap.map, transform(umap, groups.bottomRows(200));
  CHECK(share_beside_own_group(all) > 0.999);
  CHECK(trustworthiness(groups, all, 12) > 0.97);
}

TEST_CASE("the same seed gives the same map, another seed another one") {
  const Eigen::MatrixXd groups = ten_groups(200, 8);
  UmapOptions options;
  options.epochs = 50;
  const Eigen::MatrixXd map = fit_umap(groups, options).map;
  CHECK(map == fit_umap(groups, options).map);
  options.seed = 2;
  CHECK(map != fit_umap(groups, options).map);
}

TEST_CASE("a new cell lands at the same place whatever is placed with it, and moves no other") {
  const Eigen::MatrixXd groups = ten_groups(300, 8);
  UmapOptions options;
  options.epochs = 60;
  const Umap umap = fit_umap(groups.topRows(280), options);
  const Eigen::MatrixXd before = umap.map;
  const Eigen::MatrixXd together = transform(umap, groups.bottomRows(20));
  CHECK(transform(umap, groups.row(287)).row(0) == together.row(7));
  CHECK(umap.map == before);
}

TEST_CASE("maps of groups without a link, of equal cells and of few cells are finite") {
  UmapOptions options;
  options.neighbours = 5;
  options.epochs = 100;
  Eigen::MatrixXd apart(60, 3);
  for (int i = 0; i < 60; ++i) apart.row(i) << 1000.0 * (i / 20), first_sequence(i), second_sequence(i);
  const Eigen::MatrixXd map = fit_umap(apart, options).map;
  CHECK(map.allFinite());
  CHECK(trustworthiness(apart, map, 5) > 0.9);
  CHECK(fit_umap(Eigen::MatrixXd::Constant(30, 4, 1.5), options).map.allFinite());
  CHECK(fit_umap(apart.topRows(6), options).map.allFinite());
  CHECK_THROWS_AS(fit_umap(apart.topRows(5), options), InputError);
}

TEST_CASE("a cancelled map stops") {
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(fit_umap(ten_groups(100, 4), {}, Progress({}, stop.get_token())), Cancelled);
}
