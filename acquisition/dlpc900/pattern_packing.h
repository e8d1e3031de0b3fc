// 24 binary patterns in one 24-bit image, as the controller stores them: the pattern with bit position b of the lookup
// table is bit b of the pixel. On the wire a pixel is three bytes, bits 23:16 first.
#pragma once

#include "acquisition/dlpc900/holograms.h"

namespace tomocyte::dlpc900 {

inline constexpr int kPatternsPerImage = 24;

// [y, x], bits 23:0.
using PackedImage = Array<std::uint32_t, 2>;

// Sets bit `bit` of every pixel from the pattern. Throws InputError when the shapes differ or there is no such bit.
void put_pattern(PackedImage& image, const BinaryPattern& pattern, int bit);

}  // namespace tomocyte::dlpc900
