// Decoder of the controller's images for the peer, written from the guide's table of control bytes alone.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <vector>

struct PeerImage {
  int width = 0;
  int height = 0;
  int compression = -1;
  std::size_t bytes = 0;              // with the header
  std::vector<std::uint32_t> pixels;  // row by row, bits 23:0

  [[nodiscard]] bool mirror(int y, int x, int bit) const {
    return (pixels[static_cast<std::size_t>(y * width + x)] >> bit & 1U) != 0;
  }
};

// Throws std::runtime_error for anything that the guide does not allow.
[[nodiscard]] PeerImage decode_peer_image(const std::vector<std::uint8_t>& data);
