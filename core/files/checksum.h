// SHA-256 of data, for provenance.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace tomocyte {

// "sha256:" and 64 hexadecimal digits.
[[nodiscard]] std::string checksum(std::span<const std::byte> data);

// Of the file's bytes. Throws FileError.
[[nodiscard]] std::string file_checksum(const std::filesystem::path& path);

}  // namespace tomocyte
