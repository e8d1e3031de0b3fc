#include "acquisition/dlpc900/compression.h"

#include <algorithm>

namespace tomocyte::dlpc900 {
namespace {

class RunLengthEncoder {
 public:
  RunLengthEncoder(Bytes& out, bool enhanced) : out_(out), enhanced_(enhanced) {}

  // `above` is empty for the first line, and ignored by plain RLE.
  void encode_line(std::span<const std::uint32_t> line, std::span<const std::uint32_t> above) {
    std::size_t plain = 0;  // where the pixels begin that neither repeat nor copy
    for (std::size_t x = 0; x < line.size();) {
      const std::size_t repeat = repeats(line, x);
      const std::size_t copy = enhanced_ && !above.empty() ? equal(line, above, x) : 0;
      if (std::max(repeat, copy) < 2) {
        ++x;
        continue;
      }
      put_plain(line.subspan(plain, x - plain));
      if (copy >= repeat) {
        put(out_, 0, 1);
        put(out_, 1, 1);
        put_count(copy);
      } else {
        put_count(repeat);
        put_pixel(line[x]);
      }
      x += std::max(repeat, copy);
      plain = x;
    }
    put_plain(line.subspan(plain));
  }

  void put_pixel(std::uint32_t pixel) {
    put(out_, pixel >> 16, 1);
    put(out_, pixel >> 8, 1);
    put(out_, pixel, 1);
  }

 private:
  [[nodiscard]] std::size_t longest_run() const { return enhanced_ ? 0x7FFF : 0xFF; }

  [[nodiscard]] std::size_t repeats(std::span<const std::uint32_t> line, std::size_t x) const {
    const std::size_t end = std::min(line.size(), x + longest_run());
    std::size_t i = x + 1;
    while (i < end && line[i] == line[x]) ++i;
    return i - x;
  }

  [[nodiscard]] static std::size_t equal(std::span<const std::uint32_t> line, std::span<const std::uint32_t> above,
                                         std::size_t x) {
    std::size_t i = x;
    while (i < line.size() && line[i] == above[i]) ++i;
    return i - x;
  }

  void put_count(std::size_t count) {
    const auto n = static_cast<std::uint32_t>(count);
    if (!enhanced_ || n < 128) {
      put(out_, n, 1);
    } else {
      put(out_, (n & 0x7F) | 0x80, 1);
      put(out_, n >> 7, 1);
    }
  }

  void put_plain(std::span<const std::uint32_t> pixels) {
    while (!pixels.empty()) {
      const std::size_t count = std::min(pixels.size(), longest_run());
      if (count > 1) put(out_, 0, 1);
      put_count(count);
      for (const std::uint32_t pixel : pixels.first(count)) put_pixel(pixel);
      pixels = pixels.subspan(count);
    }
  }

  Bytes& out_;
  bool enhanced_;
};

void put_header(Bytes& out, const Shape<2>& shape, std::size_t data_bytes, Compression compression) {
  for (const char letter : {'S', 'p', 'l', 'd'}) put(out, static_cast<std::uint8_t>(letter), 1);
  put(out, static_cast<std::uint32_t>(shape[1]), 2);
  put(out, static_cast<std::uint32_t>(shape[0]), 2);
  put(out, static_cast<std::uint32_t>(data_bytes), 4);
  put(out, 0xFFFFFFFF, 4);
  put(out, 0xFFFFFFFF, 4);
  put(out, 0, 4);  // background: black
  put(out, 1, 1);  // TI's program: 24-bit pixels; the guide: reserved, 0
  put(out, static_cast<std::uint8_t>(compression), 1);
  put(out, 1, 1);
  put(out, 0, 2);
  put(out, 1, 1);  // TI's program: left half of the image; the guide: reserved, 0
  out.resize(kImageHeaderBytes, 0);
}

}  // namespace

Bytes encode_image(const PackedImage& image, Compression compression) {
  Bytes data;
  RunLengthEncoder encoder(data, compression == Compression::kEnhanced);
  const Index height = image.shape()[0];
  const auto width = static_cast<std::size_t>(image.shape()[1]);
  const auto line = [&](Index y) { return std::span<const std::uint32_t>(image.data() + y * image.shape()[1], width); };
  for (Index y = 0; y < height; ++y) {
    if (compression == Compression::kNone) {
      for (const std::uint32_t pixel : line(y)) encoder.put_pixel(pixel);
      continue;
    }
    encoder.encode_line(line(y), y > 0 ? line(y - 1) : std::span<const std::uint32_t>{});
    // Enhanced RLE goes on by itself at the end of a line, as TI's encoder has it.
    if (compression == Compression::kRunLength && y + 1 < height) put(data, 0, 2);
  }
  if (compression != Compression::kNone) put(data, 0x000100, compression == Compression::kEnhanced ? 3 : 2);

  Bytes encoded;
  encoded.reserve(kImageHeaderBytes + data.size());
  put_header(encoded, image.shape(), data.size(), compression);
  encoded.insert(encoded.end(), data.begin(), data.end());
  return encoded;
}

Bytes encode_image(const PackedImage& image) {
  Bytes encoded = encode_image(image, Compression::kEnhanced);
  const std::size_t plain = kImageHeaderBytes + 3 * static_cast<std::size_t>(image.size());
  return encoded.size() <= plain ? encoded : encode_image(image, Compression::kNone);
}

std::size_t longest_encoding(const Shape<2>& shape) {
  // Repeats and copies of two or more pixels are shorter than the pixels by at least the two bytes that a run of plain
  // pixels costs around them; what is left is one start per line, one more per 127 plain pixels, and the end of line.
  const auto width = static_cast<std::size_t>(shape[1]);
  const std::size_t line = 3 * width + 6 + width / 100;
  return kImageHeaderBytes + static_cast<std::size_t>(shape[0]) * line + 3;
}

}  // namespace tomocyte::dlpc900
