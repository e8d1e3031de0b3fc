#include <random>

#include "acquisition/dlpc900/compression.h"
#include "core/error.h"
#include "tests/acquisition/dlpc900/peer_image.h"
#include "tests/catch.h"

using namespace tomocyte;
using namespace tomocyte::dlpc900;

namespace {

PackedImage filled(const Shape<2>& shape, const std::function<std::uint32_t(Index, Index)>& pixel) {
  PackedImage image(shape);
  for (Index y = 0; y < shape[0]; ++y)
    for (Index x = 0; x < shape[1]; ++x) image(y, x) = pixel(y, x);
  return image;
}

void check_round_trip(const PackedImage& image) {
  for (const Compression compression : {Compression::kNone, Compression::kRunLength, Compression::kEnhanced}) {
    const Bytes encoded = encode_image(image, compression);
    CHECK(encoded.size() <= longest_encoding(image.shape()));
    const PeerImage decoded = decode_peer_image(encoded);
    CHECK(decoded.compression == static_cast<int>(compression));
    CHECK(decoded.width == image.shape()[1]);
    CHECK(decoded.height == image.shape()[0]);
    CHECK(std::equal(decoded.pixels.begin(), decoded.pixels.end(), image.data(), image.data() + image.size()));
  }
}

std::size_t plain_bytes(const PackedImage& image) { return 48 + 3 * static_cast<std::size_t>(image.size()); }

}  // namespace

TEST_CASE("every encoding of an image gives the image back") {
  std::mt19937 random(1);
  const Shape<2> shape{40, 700};
  SECTION("constant") {
    check_round_trip(filled(shape, [](Index, Index) { return 0xABCDEFU; }));
  }
  SECTION("stripes along y") {
    check_round_trip(filled(shape, [](Index, Index x) { return x / 3 % 2 ? 0xFFU : 0U; }));
  }
  SECTION("stripes along x") {
    check_round_trip(filled(shape, [](Index y, Index) { return y % 2 ? 0x10000U : 0U; }));
  }
  SECTION("unrelated patterns") {
    check_round_trip(filled(shape, [&](Index, Index) { return random() & 0xFFFFFFU; }));
  }
  SECTION("lines that repeat in part") {
    const PackedImage base = filled({1, 700}, [&](Index, Index) { return random() & 0xFFFFFFU; });
    check_round_trip(filled(shape, [&](Index y, Index x) { return x > 5 * y ? base(0, x) : random() & 0xFFU; }));
  }
  SECTION("runs of every length") {
    for (Index width = 1; width < 520; width += 7)
      check_round_trip(filled({3, width}, [&](Index, Index) { return random() % 3 == 0 ? 1U : 2U; }));
    for (const Index width : {127, 128, 129, 254, 255, 256, 257, 1920})
      check_round_trip(filled({2, width}, [&](Index y, Index x) { return y + x < 128 ? 5U : random() & 0xFFFFFFU; }));
  }
  SECTION("a Lee pattern") {
    PackedImage image({200, 300});
    put_pattern(image, lee_pattern({0.131, 0.057}, {200, 300, 200, 300}), 23);
    check_round_trip(image);
  }
}

TEST_CASE("the encodings of a small image are the bytes of the guide's tables") {
  PackedImage image({2, 5});
  const std::uint32_t pixels[] = {0x040506, 0x040506, 0x040506, 0x070809, 0x0A0B0C,
                                  0x040506, 0x040506, 0x040506, 0x070809, 0x0A0B0C};
  std::copy(std::begin(pixels), std::end(pixels), image.data());
  const Bytes rle = encode_image(image, Compression::kRunLength);
  const Bytes line{3, 4, 5, 6, 0, 2, 7, 8, 9, 10, 11, 12};
  Bytes expected = line;
  expected.insert(expected.end(), {0, 0});
  expected.insert(expected.end(), line.begin(), line.end());
  expected.insert(expected.end(), {0, 1});
  CHECK(Bytes(rle.begin() + 48, rle.end()) == expected);

  const Bytes enhanced = encode_image(image, Compression::kEnhanced);
  expected = line;
  expected.insert(expected.end(), {0, 1, 5, 0, 1, 0});
  CHECK(Bytes(enhanced.begin() + 48, enhanced.end()) == expected);
}

TEST_CASE("the header is the one that TI's program sends") {
  PackedImage image({1080, 1920});
  const Bytes encoded = encode_image(image, Compression::kEnhanced);
  // 1919 copied lines are 4 bytes each, the first line is one run: 2 bytes of count and a pixel; 3 bytes end it.
  const Bytes expected{0x53, 0x70, 0x6C, 0x64, 0x80, 0x07, 0x38, 0x04, 0xE4, 0x10, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF,
                       0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0x01, 0x02, 0x01, 0x00, 0x00, 0x01, 0x00, 0x00};
  CHECK(Bytes(encoded.begin(), encoded.begin() + 32) == expected);
  CHECK(encoded.size() == 48 + 5 + 1079 * 4 + 3);
}

TEST_CASE("a Lee pattern compresses, 24 unrelated patterns are sent as they are") {
  const MirrorArea area;
  PackedImage lee({area.height, area.width});
  put_pattern(lee, lee_pattern({0.05, 0.02}, area), 0);
  const double ratio = static_cast<double>(encode_image(lee).size()) / static_cast<double>(plain_bytes(lee));
  INFO("a Lee pattern of 20 mirrors takes " << ratio << " of its plain size");
  // 0.1 edges per mirror along a line, of 4 bytes each, against 3 bytes per mirror: 0.133, less what the line above
  // saves.
  CHECK(ratio < 0.14);
  CHECK(encode_image(lee)[25] == 2);

  std::mt19937 random(2);
  const PackedImage noise = filled({60, 400}, [&](Index, Index) { return random() & 0xFFFFFFU; });
  CHECK(encode_image(noise).size() == plain_bytes(noise));
  CHECK(encode_image(noise)[25] == 0);
}

TEST_CASE("packing puts a pattern into its bit and leaves the others alone") {
  PackedImage image({1, 4});
  BinaryPattern pattern({1, 4});
  pattern(0, 1) = pattern(0, 2) = 1;
  put_pattern(image, pattern, 0);
  put_pattern(image, pattern, 23);
  CHECK(image(0, 1) == 0x800001U);
  put_pattern(image, BinaryPattern({1, 4}), 0);
  CHECK(image(0, 1) == 0x800000U);
  CHECK(image(0, 0) == 0U);
  CHECK_THROWS_AS(put_pattern(image, pattern, 24), InputError);
  CHECK_THROWS_AS(put_pattern(image, BinaryPattern({2, 2}), 0), InputError);
}
