#include "acquisition/dlpc900/pattern_packing.h"

#include <fmt/format.h>

#include "core/error.h"

namespace tomocyte::dlpc900 {

void put_pattern(PackedImage& image, const BinaryPattern& pattern, int bit) {
  if (bit < 0 || bit >= kPatternsPerImage) throw InputError(fmt::format("a 24-bit image has no bit {}", bit));
  if (image.shape() != pattern.shape())
    throw InputError(fmt::format("a pattern of {} mirrors does not fit into an image of {}",
                                 tomocyte::to_string(pattern.shape()), tomocyte::to_string(image.shape())));
  const std::uint32_t mask = std::uint32_t{1} << bit;
  std::uint32_t* const pixels = image.data();
  const std::uint8_t* const mirrors = pattern.data();
  for (Index i = 0; i < image.size(); ++i) pixels[i] = mirrors[i] != 0 ? pixels[i] | mask : pixels[i] & ~mask;
}

}  // namespace tomocyte::dlpc900
