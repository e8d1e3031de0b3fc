// A network's parameters outside LibTorch: what weight files hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tomocyte {

struct NamedTensor {
  std::string name;                 // "down0.norm.weight"
  std::vector<std::int64_t> shape;  // last axis fastest; empty for a scalar
  std::vector<float> values;
  bool operator==(const NamedTensor&) const = default;
};
using NamedTensors = std::vector<NamedTensor>;

}  // namespace tomocyte
