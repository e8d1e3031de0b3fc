#pragma once

#include <algorithm>
#include <vector>

#include "core/array.h"

namespace tomocyte {

// The upper of the two middle values of an even count; 0 of none.
[[nodiscard]] inline double median(std::vector<double> values) {
  if (values.empty()) return 0.0;
  const auto middle = values.begin() + static_cast<Index>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace tomocyte
