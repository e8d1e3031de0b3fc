// The fixed bytes of a scan journal. Internal to the journal.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace tomocyte::journal {

static_assert(std::endian::native == std::endian::little, "journals are little-endian");

inline constexpr std::uint32_t kVersion = 1;

// Then `json_bytes` of JSON and the CRC-32C of all of it.
struct FileHead {
  std::array<char, 8> magic = {'T', 'O', 'M', 'O', 'J', 'R', 'N', 'L'};
  std::uint32_t version = kVersion;
  std::uint32_t json_bytes = 0;
};
static_assert(sizeof(FileHead) == 16);

}  // namespace tomocyte::journal
