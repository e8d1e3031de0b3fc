#include "inference/embedding/spectral_start.h"

#include <Spectra/MatOp/SparseSymMatProd.h>
#include <Spectra/SymEigsSolver.h>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "inference/embedding/graph_components.h"
#include "inference/embedding/pca.h"

namespace tomocyte {
namespace {

constexpr double kExtent = 10.0;  // as in the authors' program
constexpr double kNoise = 1e-4;   // parts points that would start at the same place

// D^(-1/2) W D^(-1/2): the normalised Laplacian is 1 minus it, its smallest eigenvalues are this matrix's largest.
FuzzyGraph normalised(const FuzzyGraph& graph) {
  const Eigen::VectorXd scale = (graph * Eigen::VectorXd::Ones(graph.rows())).cwiseSqrt().cwiseInverse();
  return scale.asDiagonal() * graph * scale.asDiagonal();
}

// The eigenvectors of the `count` largest eigenvalues, largest first; empty when they did not converge.
Eigen::MatrixXd largest_eigenvectors(const FuzzyGraph& matrix, Eigen::Index count) {
  constexpr Eigen::Index kDense = 256;
  if (matrix.rows() <= kDense) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver{Eigen::MatrixXd(matrix)};
    return solver.eigenvectors().rightCols(count).rowwise().reverse();
  }
  constexpr Eigen::Index kLanczosVectors = 40;
  constexpr Eigen::Index kRestarts = 500;
  constexpr double kTolerance = 1e-6;
  Spectra::SparseSymMatProd<double, Eigen::Lower, Eigen::RowMajor> product(matrix);
  Spectra::SymEigsSolver solver(product, count, std::max(kLanczosVectors, 4 * count));
  solver.init();
  solver.compute(Spectra::SortRule::LargestAlge, kRestarts, kTolerance);
  if (solver.info() != Spectra::CompInfo::Successful) return {};
  return solver.eigenvectors();
}

Eigen::MatrixXd random_start(Eigen::Index points, int dimensions, std::mt19937_64& random) {
  std::uniform_real_distribution<double> anywhere(-1.0, 1.0);
  return Eigen::MatrixXd::NullaryExpr(points, dimensions, [&] { return anywhere(random); });
}

// One part of the graph about 0, within a radius of 1.
Eigen::MatrixXd start_of_part(const FuzzyGraph& part, int dimensions, std::mt19937_64& random) {
  Eigen::MatrixXd start = laplacian_eigenvectors(part, dimensions);
  if (start.size() == 0) start = random_start(part.rows(), dimensions, random);
  start.rowwise() -= start.colwise().mean().eval();
  return start / std::max(start.rowwise().norm().maxCoeff(), std::numeric_limits<double>::min());
}

Eigen::MatrixXd centres_of_parts(const std::vector<std::vector<int>>& parts, const Eigen::MatrixXd& points,
                                 int dimensions) {
  Eigen::MatrixXd means(static_cast<Eigen::Index>(parts.size()), points.cols());
  for (std::size_t part = 0; part < parts.size(); ++part)
    means.row(static_cast<Eigen::Index>(part)) = points(parts[part], Eigen::all).colwise().mean();
  return principal_components(means, dimensions);
}

// Half the way to the nearest other centre, so that parts do not begin inside each other.
double radius_of_part(const Eigen::MatrixXd& centres, Eigen::Index part) {
  double nearest = std::numeric_limits<double>::infinity();
  for (Eigen::Index other = 0; other < centres.rows(); ++other)
    if (other != part) nearest = std::min(nearest, (centres.row(other) - centres.row(part)).norm());
  return std::isinf(nearest) ? 1.0 : 0.5 * nearest;
}

}  // namespace

Eigen::MatrixXd laplacian_eigenvectors(const FuzzyGraph& graph, int dimensions) {
  if (graph.rows() < dimensions + 2) return {};
  Eigen::MatrixXd vectors = largest_eigenvectors(normalised(graph), dimensions + 1);
  if (vectors.size() == 0) return {};
  // The first is the constant one, weighted by the degrees.
  Eigen::MatrixXd start = vectors.rightCols(dimensions);
  for (auto column : start.colwise()) {
    Eigen::Index largest = 0;
    column.cwiseAbs().maxCoeff(&largest);
    if (column(largest) < 0.0) column = -column;
  }
  return start;
}

Eigen::MatrixXd spectral_start(const FuzzyGraph& graph, const Eigen::MatrixXd& points, int dimensions, int seed) {
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  const auto parts = graph_components(graph);
  const Eigen::MatrixXd centres = centres_of_parts(parts, points, dimensions);
  Eigen::MatrixXd start(graph.rows(), dimensions);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const auto p = static_cast<Eigen::Index>(part);
    start(parts[part], Eigen::all) =
        (radius_of_part(centres, p) * start_of_part(subgraph(graph, parts[part]), dimensions, random)).rowwise() +
        centres.row(p);
  }
  start *= kExtent / std::max(start.cwiseAbs().maxCoeff(), std::numeric_limits<double>::min());
  return start + kNoise * random_start(start.rows(), dimensions, random);
}

}  // namespace tomocyte
