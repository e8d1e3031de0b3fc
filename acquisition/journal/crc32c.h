// CRC-32C (Castagnoli, RFC 3720 appendix B.4), the checksum of a journal's records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tomocyte {

// Of the nine digits "123456789": 0xE3069283.
[[nodiscard]] std::uint32_t crc32c(std::span<const std::byte> data);

}  // namespace tomocyte
