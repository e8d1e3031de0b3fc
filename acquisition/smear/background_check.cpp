#include "acquisition/smear/background_check.h"

#include <fmt/format.h>

#include <cmath>

namespace tomocyte {
namespace {

constexpr Index kBlock = 8;
constexpr double kSaturatedPart = 1e-3;
constexpr double kStep = 0.04;   // bend between neighbouring blocks; red cells bend by 0.1 and more, noise by 0.01
constexpr Index kFewBlocks = 4;  // dust

Array<double, 2> block_means(View<const std::uint16_t, 2> frame) {
  Array<double, 2> means({frame.shape(0) / kBlock, frame.shape(1) / kBlock});
  for (Index y = 0; y < means.shape(0) * kBlock; ++y)
    for (Index x = 0; x < means.shape(1) * kBlock; ++x)
      means(y / kBlock, x / kBlock) += frame(y, x) / static_cast<double>(kBlock * kBlock);
  return means;
}

Index bent_blocks(const Array<double, 2>& means) {
  Index bent = 0;
  for (Index y = 1; y + 1 < means.shape(0); ++y)
    for (Index x = 1; x + 1 < means.shape(1); ++x) {
      const double twice = 2.0 * means(y, x);
      const double along_x = means(y, x - 1) + means(y, x + 1) - twice;
      const double along_y = means(y - 1, x) + means(y + 1, x) - twice;
      if (std::max(std::abs(along_x), std::abs(along_y)) > kStep * means(y, x)) ++bent;
    }
  return bent;
}

}  // namespace

std::string background_problem(View<const std::uint16_t, 2> frame, int bit_depth) {
  const int full_scale = (1 << bit_depth) - 1;
  Index saturated = 0;
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x) saturated += frame(y, x) >= full_scale ? 1 : 0;
  if (static_cast<double>(saturated) > kSaturatedPart * static_cast<double>(frame.size()))
    return fmt::format("{} of its {} pixels are overexposed", saturated, frame.size());
  if (bent_blocks(block_means(frame)) > kFewBlocks) return "there are cells or dirt in it";
  return {};
}

}  // namespace tomocyte
