// Connected components by union-find over the scan (two passes).
#include <numeric>

#include "inference/segmentation.h"

namespace tomocyte {
namespace {

class UnionFind {
 public:
  UnionFind() : parent_{0} {}
  std::int32_t make() {
    parent_.push_back(static_cast<std::int32_t>(parent_.size()));
    return parent_.back();
  }
  std::int32_t find(std::int32_t a) {
    while (parent_[static_cast<std::size_t>(a)] != a) {
      auto& up = parent_[static_cast<std::size_t>(a)];
      up = parent_[static_cast<std::size_t>(up)];
      a = up;
    }
    return a;
  }
  std::int32_t join(std::int32_t a, std::int32_t b) {
    a = find(a);
    b = find(b);
    if (a > b) std::swap(a, b);
    parent_[static_cast<std::size_t>(b)] = a;
    return a;
  }
  [[nodiscard]] std::size_t size() const { return parent_.size(); }

 private:
  std::vector<std::int32_t> parent_;
};

std::int32_t label_from_neighbours(const Array<std::int32_t, 3>& labels, UnionFind& sets, Index z, Index y, Index x) {
  std::int32_t label = 0;
  const auto meet = [&](std::int32_t neighbour) {
    if (neighbour != 0) label = label == 0 ? neighbour : sets.join(label, neighbour);
  };
  if (z > 0) meet(labels(z - 1, y, x));
  if (y > 0) meet(labels(z, y - 1, x));
  if (x > 0) meet(labels(z, y, x - 1));
  return label == 0 ? sets.make() : label;
}

}  // namespace

std::vector<Index> label_components(View<const unsigned char, 3> mask, Array<std::int32_t, 3>& labels) {
  labels = Array<std::int32_t, 3>(mask.shape());
  UnionFind sets;
  for (Index z = 0; z < mask.shape(0); ++z)
    for (Index y = 0; y < mask.shape(1); ++y)
      for (Index x = 0; x < mask.shape(2); ++x)
        if (mask(z, y, x) != 0) labels(z, y, x) = label_from_neighbours(labels, sets, z, y, x);
  std::vector<std::int32_t> number(sets.size());
  std::vector<Index> sizes;
  for (std::int32_t& label : labels.values()) {
    if (label == 0) continue;
    auto& final = number[static_cast<std::size_t>(sets.find(label))];
    if (final == 0) {
      sizes.push_back(0);
      final = static_cast<std::int32_t>(sizes.size());
    }
    label = final;
    ++sizes[static_cast<std::size_t>(final - 1)];
  }
  return sizes;
}

}  // namespace tomocyte
