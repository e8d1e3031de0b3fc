// Goldstein, Zebker & Werner 1988, "Satellite radar interferometry: two-dimensional phase unwrapping".
#include <cstdlib>
#include <vector>

#include "reconstruction/phase_unwrapping.h"
#include "reconstruction/wrapping.h"

namespace tomocyte {
namespace {

// Pixels that no path of integration may cross.
class BranchCuts {
 public:
  explicit BranchCuts(const Array<signed char, 2>& residues)
      : residues_(residues), cut_({residues.shape(0) + 1, residues.shape(1) + 1}), balanced_(residues.shape()) {
    for (Index y = 0; y < residues.shape(0); ++y)
      for (Index x = 0; x < residues.shape(1); ++x)
        if (residues(y, x) != 0 && balanced_(y, x) == 0) balance({y, x});
  }
  [[nodiscard]] bool crosses(Index y, Index x) const { return cut_(y, x) != 0; }

 private:
  struct Point {
    Index y;
    Index x;
  };

  // Joins residues into a tree, searching ever larger boxes around every member, until the charges cancel or the
  // tree reaches the border, which can take any charge.
  void balance(Point first) {
    std::vector<Point> tree = {first};
    balanced_(first.y, first.x) = 1;
    int charge = residues_(first.y, first.x);
    const Index largest = std::max(residues_.shape(0), residues_.shape(1));
    for (Index radius = 1; charge != 0 && radius <= largest; ++radius) {
      for (std::size_t member = 0; member < tree.size() && charge != 0; ++member)
        search_box(tree, member, radius, charge);
    }
  }

  void search_box(std::vector<Point>& tree, std::size_t member, Index radius, int& charge) {
    const Point centre = tree[member];
    for (Index dy = -radius; dy <= radius && charge != 0; ++dy)
      for (Index dx = -radius; dx <= radius && charge != 0; ++dx) {
        if (std::max(std::abs(dy), std::abs(dx)) != radius) continue;
        const Point at{centre.y + dy, centre.x + dx};
        const bool outside = at.y < 0 || at.x < 0 || at.y >= residues_.shape(0) || at.x >= residues_.shape(1);
        if (outside) {
          draw(centre,
               {std::clamp<Index>(at.y, -1, residues_.shape(0)), std::clamp<Index>(at.x, -1, residues_.shape(1))});
          charge = 0;
        } else if (residues_(at.y, at.x) != 0 && !is_in(tree, at)) {
          draw(centre, at);
          if (balanced_(at.y, at.x) == 0) charge += residues_(at.y, at.x);
          balanced_(at.y, at.x) = 1;
          tree.push_back(at);
        }
      }
  }

  static bool is_in(const std::vector<Point>& tree, Point p) {
    for (const Point& q : tree)
      if (q.y == p.y && q.x == p.x) return true;
    return false;
  }

  // A residue sits at the corner between four pixels; the pixel below and right of it stands for it.
  void draw(Point from, Point to) {
    const Index steps = std::max({std::abs(to.y - from.y), std::abs(to.x - from.x), Index{1}});
    for (Index i = 0; i <= steps; ++i) {
      const Index y = from.y + (to.y - from.y) * i / steps;
      const Index x = from.x + (to.x - from.x) * i / steps;
      if (y + 1 >= 0 && x + 1 >= 0 && y + 1 < cut_.shape(0) && x + 1 < cut_.shape(1)) cut_(y + 1, x + 1) = 1;
      // Diagonal steps would leave a gap that a 4-connected path slips through.
      if (i > 0 && y + 1 >= 0 && y + 1 < cut_.shape(0)) {
        const Index previous_x = from.x + (to.x - from.x) * (i - 1) / steps;
        if (previous_x + 1 >= 0 && previous_x + 1 < cut_.shape(1)) cut_(y + 1, previous_x + 1) = 1;
      }
    }
  }

  const Array<signed char, 2>& residues_;
  Array<unsigned char, 2> cut_;
  Array<unsigned char, 2> balanced_;
};

class FloodFill {
 public:
  explicit FloodFill(View<const float, 2> wrapped)
      : wrapped_(wrapped), phase_(wrapped.shape()), done_(wrapped.shape()) {}

  // Integrates from every unvisited pixel of a region; a new region is tied to a neighbour that is already known.
  template <class Blocked>
  void fill(const Blocked& blocked) {
    for (Index y = 0; y < wrapped_.shape(0); ++y)
      for (Index x = 0; x < wrapped_.shape(1); ++x)
        if (done_(y, x) == 0 && !blocked(y, x)) {
          seed(y, x);
          grow(blocked);
        }
  }

  [[nodiscard]] Array<float, 2> result() { return std::move(phase_); }

 private:
  void seed(Index y, Index x) {
    phase_(y, x) = wrapped_(y, x);
    for (const auto& [dy, dx] : kNeighbours)
      if (inside(y + dy, x + dx) && done_(y + dy, x + dx) != 0) {
        follow(y + dy, x + dx, y, x);
        break;
      }
    done_(y, x) = 1;
    front_ = {{y, x}};
  }

  template <class Blocked>
  void grow(const Blocked& blocked) {
    while (!front_.empty()) {
      const auto [y, x] = front_.back();
      front_.pop_back();
      for (const auto& [dy, dx] : kNeighbours) {
        const Index ny = y + dy;
        const Index nx = x + dx;
        if (!inside(ny, nx) || done_(ny, nx) != 0 || blocked(ny, nx)) continue;
        follow(y, x, ny, nx);
        done_(ny, nx) = 1;
        front_.emplace_back(ny, nx);
      }
    }
  }

  void follow(Index from_y, Index from_x, Index y, Index x) {
    phase_(y, x) = phase_(from_y, from_x) + wrap(wrapped_(y, x) - wrapped_(from_y, from_x));
  }
  [[nodiscard]] bool inside(Index y, Index x) const {
    return y >= 0 && x >= 0 && y < wrapped_.shape(0) && x < wrapped_.shape(1);
  }

  static constexpr std::pair<Index, Index> kNeighbours[] = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}};
  View<const float, 2> wrapped_;
  Array<float, 2> phase_;
  Array<unsigned char, 2> done_;
  std::vector<std::pair<Index, Index>> front_;
};

}  // namespace

Array<signed char, 2> find_residues(View<const float, 2> wrapped) {
  Array<signed char, 2> residues({std::max<Index>(0, wrapped.shape(0) - 1), std::max<Index>(0, wrapped.shape(1) - 1)});
  for (Index y = 0; y < residues.shape(0); ++y)
    for (Index x = 0; x < residues.shape(1); ++x) {
      const float a = wrapped(y, x);
      const float b = wrapped(y, x + 1);
      const float c = wrapped(y + 1, x + 1);
      const float d = wrapped(y + 1, x);
      const float turn = wrap(b - a) + wrap(c - b) + wrap(d - c) + wrap(a - d);
      residues(y, x) = static_cast<signed char>(std::lround(turn / (2.0 * std::numbers::pi)));
    }
  return residues;
}

Array<float, 2> unwrap_goldstein(View<const float, 2> wrapped) {
  const Array<signed char, 2> residues = find_residues(wrapped);
  const BranchCuts cuts(residues);
  FloodFill flood(wrapped);
  flood.fill([&](Index y, Index x) { return cuts.crosses(y, x); });
  // The cut pixels themselves are tied to whatever neighbour is known.
  flood.fill([](Index, Index) { return false; });
  return flood.result();
}

}  // namespace tomocyte
