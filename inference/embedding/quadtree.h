// The repulsion of t-SNE's map in N log N steps: far groups of points act as one (Barnes & Hut 1986; van der Maaten
// 2014).
#pragma once

#include <Eigen/Core>
#include <vector>

namespace tomocyte {

class Quadtree {
 public:
  // positions: [point, 2].
  explicit Quadtree(const Eigen::MatrixX2d& positions);

  struct Repulsion {
    Eigen::RowVector2d force = Eigen::RowVector2d::Zero();  // sum over the others of q² (y - y_other)
    double normalisation = 0.0;                             // sum over the others of q = 1/(1 + |y - y_other|²)
  };
  // On one of the points. A group acts as one where its width is below `opening` times its distance; 0: never.
  [[nodiscard]] Repulsion repulsion_of(Eigen::Index point, double opening) const;

 private:
  struct Node {
    Eigen::RowVector2d centre;  // of mass
    double width;               // of the square
    int begin;                  // points order_[begin, end)
    int end;
    int first_child;  // four in a row; -1: a leaf
  };
  void divide(std::size_t node, const Eigen::RowVector2d& middle, int depth);

  Eigen::MatrixX2d positions_;
  std::vector<int> order_;
  std::vector<Node> nodes_;
};

}  // namespace tomocyte
