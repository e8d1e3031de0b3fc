// Images as the controller takes them: a 48-byte header and the pixels, plain or run-length encoded (DLPU018J, sections
// 2.4.2 and 2.4.3; the header's three marked bytes as TI's own program sends them, where the guide says "reserved").
//
// RLE, counts of one byte:            Enhanced RLE, counts below 128 in one byte, above in two (7 bits, then 8):
//   n pixel      repeat n times         n pixel        repeat n times
//   0 n pixels   n > 1 plain pixels     0 n pixels     n > 1 plain pixels
//   0 0          end of line            0 1 n          copy n pixels from the line above
//   0 1          end of image           0 1 0          end of image
// Runs do not cross the end of a line. A single plain pixel is a repeat of one.
#pragma once

#include "acquisition/dlpc900/packets.h"
#include "acquisition/dlpc900/pattern_packing.h"

namespace tomocyte::dlpc900 {

enum class Compression : std::uint8_t { kNone = 0, kRunLength = 1, kEnhanced = 2 };

inline constexpr std::size_t kImageHeaderBytes = 48;

[[nodiscard]] Bytes encode_image(const PackedImage& image, Compression compression);
// Enhanced RLE, or plain where that is shorter (24 unrelated patterns do not compress).
[[nodiscard]] Bytes encode_image(const PackedImage& image);
// No image of this shape is longer than this, however it is encoded.
[[nodiscard]] std::size_t longest_encoding(const Shape<2>& shape);

}  // namespace tomocyte::dlpc900
