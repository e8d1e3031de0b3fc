#include "tests/acquisition/dlpc900/peer_image.h"

#include <cstring>

namespace {

class Decoder {
 public:
  Decoder(PeerImage& image, const std::vector<std::uint8_t>& data, std::size_t at)
      : image_(image), data_(data), at_(at) {}

  void plain() {
    while (y_ < image_.height) emit(pixel(), 1);
  }

  // Compression 1: a line ends where it says so, and may not be longer than the image is wide.
  void run_length() {
    for (;;) {
      const int n = byte();
      if (n > 0) {
        emit(pixel(), n);
        continue;
      }
      const int c = byte();
      if (c == 1) break;
      if (c == 0) {
        while (x_ < image_.width) emit(0, 1);
        next_line();
        continue;
      }
      for (int i = 0; i < c; ++i) emit(pixel(), 1);
    }
    if (y_ != image_.height - 1 || x_ != image_.width) throw std::runtime_error("image ends too early");
  }

  // Compression 2: the next line begins by itself.
  void enhanced() {
    for (;;) {
      const int n = count();
      if (n > 0) {
        emit_wrapping(n, [p = pixel()] { return p; });
        continue;
      }
      const int c = count();
      if (c == 0) throw std::runtime_error("end of line inside a full line");
      if (c > 1) {
        emit_wrapping(c, [this] { return pixel(); });
        continue;
      }
      const int copied = count();
      if (copied == 0) break;
      if (y_ == 0) throw std::runtime_error("copies from above the first line");
      emit_wrapping(copied, [this] { return image_.pixels[place() - static_cast<std::size_t>(image_.width)]; });
    }
    if (y_ != image_.height || x_ != 0) throw std::runtime_error("image ends too early");
  }

  void finish() const {
    if (at_ != data_.size()) throw std::runtime_error("bytes after the end of the image");
  }

 private:
  int byte() {
    if (at_ >= data_.size()) throw std::runtime_error("image data end too early");
    return data_[at_++];
  }
  int count() {
    const int low = byte();
    return low < 128 ? low : (low & 127) + 128 * byte();
  }
  std::uint32_t pixel() {
    const int high = byte();
    const int middle = byte();
    return static_cast<std::uint32_t>(high * 65536 + middle * 256 + byte());
  }
  [[nodiscard]] std::size_t place() const { return static_cast<std::size_t>(y_ * image_.width + x_); }
  void next_line() {
    x_ = 0;
    ++y_;
  }
  void emit(std::uint32_t value, int times) {
    for (int i = 0; i < times; ++i) {
      if (x_ >= image_.width || y_ >= image_.height) throw std::runtime_error("line too long");
      image_.pixels[place()] = value;
      ++x_;
    }
    if (image_.compression == 0 && x_ == image_.width) next_line();
  }
  template <class Source>
  void emit_wrapping(int times, Source source) {
    if (x_ + times > image_.width) throw std::runtime_error("run across the end of a line");
    if (y_ >= image_.height) throw std::runtime_error("too many lines");
    for (int i = 0; i < times; ++i) {
      image_.pixels[place()] = source();
      ++x_;
    }
    if (x_ == image_.width) next_line();
  }

  PeerImage& image_;
  const std::vector<std::uint8_t>& data_;
  std::size_t at_;
  int x_ = 0;
  int y_ = 0;
};

}  // namespace

PeerImage decode_peer_image(const std::vector<std::uint8_t>& data) {
  if (data.size() < 48 || std::memcmp(data.data(), "Spld", 4) != 0) throw std::runtime_error("no image header");
  PeerImage image;
  image.width = data[4] + 256 * data[5];
  image.height = data[6] + 256 * data[7];
  const std::size_t payload = data[8] + 256U * data[9] + 65536U * data[10] + 16777216U * data[11];
  for (std::size_t i = 12; i < 20; ++i)
    if (data[i] != 0xFF) throw std::runtime_error("reserved bytes 12 to 19 of the header must be 0xFF");
  if (payload + 48 != data.size()) throw std::runtime_error("header and data differ in size");
  image.compression = data[25];
  image.bytes = data.size();
  image.pixels.resize(static_cast<std::size_t>(image.width * image.height));
  Decoder decoder(image, data, 48);
  if (image.compression == 0) decoder.plain();
  if (image.compression == 1) decoder.run_length();
  if (image.compression == 2) decoder.enhanced();
  if (image.compression > 2) throw std::runtime_error("unknown compression");
  decoder.finish();
  return image;
}
