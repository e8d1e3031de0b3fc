// Watershed of the distance map by flooding from its maxima downwards; a maximum that rises less than `depth_um`
// above the pass to a higher neighbour belongs to that neighbour (the h-maxima criterion, applied while flooding).
#include <algorithm>
#include <numeric>

#include "inference/segmentation.h"

namespace tomocyte {
namespace {

class Basins {
 public:
  std::int32_t make(float peak) {
    peak_.push_back(peak);
    parent_.push_back(static_cast<std::int32_t>(parent_.size()));
    return static_cast<std::int32_t>(parent_.size());
  }
  std::int32_t find(std::int32_t label) {
    while (parent_[at(label)] + 1 != label) label = parent_[at(label)] + 1;
    return label;
  }
  // Two basins meet at height `pass`: the shallower one is swallowed unless it is deep enough to be a cell.
  void meet(std::int32_t a, std::int32_t b, float pass, double depth) {
    a = find(a);
    b = find(b);
    if (a == b) return;
    if (peak_[at(a)] < peak_[at(b)]) std::swap(a, b);
    if (peak_[at(b)] - pass < depth) parent_[at(b)] = a - 1;
  }
  [[nodiscard]] std::size_t size() const { return parent_.size(); }

 private:
  static std::size_t at(std::int32_t label) { return static_cast<std::size_t>(label - 1); }
  std::vector<float> peak_;
  std::vector<std::int32_t> parent_;
};

}  // namespace

int split_by_watershed(View<const float, 3> distance, double depth_um, Array<std::int32_t, 3>& basins) {
  const Shape<3>& shape = distance.shape();
  const Shape<3> stride = contiguous_stride(shape);
  std::vector<Index> order;
  for (Index i = 0; i < distance.size(); ++i)
    if (distance.data()[i] > 0.0F) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](Index a, Index b) { return distance.data()[a] > distance.data()[b]; });
  basins = Array<std::int32_t, 3>(shape);
  std::int32_t* label = basins.data();
  Basins sets;
  for (const Index i : order) {
    const Shape<3> at = {i / stride[0], i / stride[1] % shape[1], i % shape[2]};
    std::int32_t own = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
      for (const Index step : {Index{-1}, Index{1}}) {
        if (at[axis] + step < 0 || at[axis] + step >= shape[axis]) continue;
        const std::int32_t neighbour = label[i + step * stride[axis]];
        if (neighbour == 0) continue;
        if (own != 0)
          sets.meet(own, neighbour, distance.data()[i], depth_um);
        else
          own = neighbour;
      }
    label[i] = own != 0 ? own : sets.make(distance.data()[i]);
  }
  std::vector<std::int32_t> number(sets.size() + 1);
  int count = 0;
  for (std::int32_t& basin : basins.values()) {
    if (basin == 0) continue;
    auto& final = number[static_cast<std::size_t>(sets.find(basin))];
    if (final == 0) final = ++count;
    basin = final;
  }
  return count;
}

}  // namespace tomocyte
